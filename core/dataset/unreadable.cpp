#include "core/dataset/unreadable.h"

#include <algorithm>

namespace rekindle::dataset {

std::uint64_t unreadableFiles(std::span<const Problem> problems)
{
    return static_cast<std::uint64_t>(
        std::count_if(problems.begin(), problems.end(), [](const Problem& problem) {
            return problem.kind != "hidden" && problem.kind != "table";
        }));
}

} // namespace rekindle::dataset
