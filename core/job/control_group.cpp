#include "core/job/control_group.h"

#include "core/base/read_file.h"

#include <filesystem>

namespace rekindle::job {
namespace {

constexpr std::uint64_t kLargest = 1U << 20;

/// What is left of a line of /proc/self/cgroup after `name`: the group's path.
std::optional<std::string> groupAfter(std::string_view lines, std::string_view name)
{
    const auto at = lines.find(name);
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto begin = at + name.size();
    return std::string(lines.substr(begin, lines.find('\n', begin) - begin));
}

std::optional<std::string> textOf(const std::filesystem::path& file)
{
    auto text = readFile(file, kLargest);
    return text ? std::optional(*std::move(text)) : std::nullopt;
}

} // namespace

std::optional<std::string> controlGroupFile(std::string_view controller, std::string_view modern,
                                            std::string_view old)
{
    const auto groups = textOf("/proc/self/cgroup");
    if (!groups)
        return std::nullopt;
    const std::filesystem::path root = "/sys/fs/cgroup";
    std::optional<std::string> text;
    if (const auto group = groupAfter(*groups, "0::/"))
        text = textOf(root / *group / modern);
    const std::string own = ":" + std::string(controller) + ":/";
    if (const auto group = groupAfter(*groups, own); group && !text)
        text = textOf(root / controller / *group / old);
    return text;
}

} // namespace rekindle::job
