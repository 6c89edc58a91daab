#pragma once

#include "core/dataset/problem.h"

#include <cstdint>
#include <span>

namespace rekindle::dataset {

/// How many of these are files that could not be read, and neither left out as another program's
/// nor rows of a table.
[[nodiscard]] std::uint64_t unreadableFiles(std::span<const Problem> problems);

} // namespace rekindle::dataset
