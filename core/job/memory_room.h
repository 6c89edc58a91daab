#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace rekindle::job {

/// What this process may still take, in bytes; the largest number where nothing limits it or nobody
/// tells.
struct MemoryRoom {
    static constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

    std::uint64_t addresses = kUnlimited; ///< until the limit on its address space (ulimit -v)
    std::uint64_t memory = kUnlimited; ///< of the machine, or of its control group if that is less
};

[[nodiscard]] MemoryRoom memoryRoom();

/// The number behind a key in the text of /proc/meminfo, in bytes; kUnlimited without it.
[[nodiscard]] std::uint64_t meminfoBytes(std::string_view text, std::string_view key);

} // namespace rekindle::job
