#include "core/job/memory_kills.h"

#include "core/base/read_file.h"

#include <charconv>
#include <filesystem>
#include <string>

namespace rekindle::job {
namespace {

constexpr std::uint64_t kLargest = 1u << 20;

/// What is left of a line of /proc/self/cgroup after `name`: the group's path.
std::optional<std::string> groupAfter(std::string_view lines, std::string_view name)
{
    const auto at = lines.find(name);
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto begin = at + name.size();
    return std::string(lines.substr(begin, lines.find('\n', begin) - begin));
}

} // namespace

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
    const auto groups = readFile("/proc/self/cgroup", kLargest);
    if (!groups)
        return std::nullopt;
    const std::filesystem::path root = "/sys/fs/cgroup";
    std::optional<Result<std::string>> text;
    if (const auto group = groupAfter(*groups, "0::/"))
        text = readFile(root / *group / "memory.events", kLargest);
    if (const auto group = groupAfter(*groups, ":memory:/"); group && (!text || !*text))
        text = readFile(root / "memory" / *group / "memory.oom_control", kLargest);
    return text && *text ? memoryKillsIn(**text) : std::nullopt;
}

} // namespace rekindle::job
