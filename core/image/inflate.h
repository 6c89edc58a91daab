#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rekindle::image {

enum class Deflated { Gzip, Raw };

/// Unpacks deflated bytes, members of a gzip file one behind the other; never more than `most`.
/// Kinds Damaged (they end early, a checksum differs), Limit.
[[nodiscard]] Result<std::vector<std::byte>> inflated(std::span<const std::byte> packed,
                                                      Deflated kind, std::uint64_t most);

/// The first `count` bytes or fewer, of as much as is there; empty where nothing can be unpacked.
[[nodiscard]] std::vector<std::byte> inflatedStart(std::span<const std::byte> packed,
                                                   std::size_t count);

} // namespace rekindle::image
