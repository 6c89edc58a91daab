#include "core/job/memory_kills.h"

#include "core/job/control_group.h"

#include <charconv>
#include <string>

namespace rekindle::job {

std::optional<std::uint64_t> memoryKillsIn(std::string_view text)
{
    constexpr std::string_view kKey = "oom_kill ";
    auto at = text.starts_with(kKey) ? 0 : text.find("\noom_kill ");
    if (at == std::string_view::npos)
        return std::nullopt;
    at = text.find(kKey, at) + kKey.size();
    std::uint64_t kills = 0;
    const auto [end, code] = std::from_chars(text.data() + at, text.data() + text.size(), kills);
    return code == std::errc() ? std::optional(kills) : std::nullopt;
}

std::optional<std::uint64_t> memoryKills()
{
    const auto text = controlGroupFile("memory", "memory.events", "memory.oom_control");
    return text ? memoryKillsIn(*text) : std::nullopt;
}

} // namespace rekindle::job
