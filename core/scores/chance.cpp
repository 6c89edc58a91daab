#include "core/scores/chance.h"

#include <algorithm>

namespace rekindle::scores {

double majorityShare(const ScoreTable& table)
{
    std::vector<std::int64_t> counts(table.classes.size(), 0);
    for (const std::int64_t label : table.labels)
        ++counts[static_cast<std::size_t>(label)];
    const auto most = std::max_element(counts.begin(), counts.end());
    return table.labels.empty() || most == counts.end()
               ? 0.0
               : static_cast<double>(*most) / static_cast<double>(table.labels.size());
}

} // namespace rekindle::scores
