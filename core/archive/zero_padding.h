#pragma once

#include "core/base/result.h"
#include "core/storage/input_file.h"

#include <cstdint>

namespace rekindle::archive {

/// How many zeros behind a file's content are looked through: what copying in blocks leaves.
constexpr std::uint64_t kMostPadding = 16U << 20;

/// Where the zeros begin that end a file: just behind the last byte that is none, or at most
/// `kMostPadding` before the end. Kind Io.
[[nodiscard]] Result<std::uint64_t> endBeforeZeros(const storage::InputFile& file);

} // namespace rekindle::archive
