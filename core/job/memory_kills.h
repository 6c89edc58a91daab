#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rekindle::job {

/// How many processes of this one's control group the system has ended for want of memory so far;
/// nothing where it is not told. A child that dies while the number rises was most likely one.
[[nodiscard]] std::optional<std::uint64_t> memoryKills();

/// The number in the text of memory.events (control groups 2) or memory.oom_control (1): the line
/// "oom_kill N".
[[nodiscard]] std::optional<std::uint64_t> memoryKillsIn(std::string_view text);

} // namespace rekindle::job
