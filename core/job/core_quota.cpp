#include "core/job/core_quota.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace rekindle::job {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLines = 64;
constexpr int kMostLevels = 64;

/// "200000 100000" of a file, or of two files with a number each; "max" and -1 are no quota.
std::optional<double> cores(const std::string& quota, const std::string& period)
{
    std::istringstream texts(quota + ' ' + period);
    double most = 0;
    double each = 0;
    if (!(texts >> most >> each) || !(most > 0) || !(each > 0))
        return std::nullopt;
    return most / each;
}

std::string firstLine(const fs::path& file)
{
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

std::optional<double> quotaOf(const fs::path& group, bool second)
{
    if (second)
        return cores(firstLine(group / "cpu.max"), "");
    return cores(firstLine(group / "cpu.cfs_quota_us"), firstLine(group / "cpu.cfs_period_us"));
}

/// One line of /proc/self/cgroup: "4:cpu,cpuacct:/docker/abc" (v1) or "0::/user.slice" (v2).
struct Membership {
    std::string controllers;
    std::string path;
};

std::vector<Membership> memberships(const fs::path& file)
{
    std::vector<Membership> found;
    std::ifstream stream(file);
    std::string line;
    for (int i = 0; i < kMostLines && std::getline(stream, line); ++i) {
        const auto first = line.find(':');
        const auto second = first == std::string::npos ? first : line.find(':', first + 1);
        if (second == std::string::npos || line.find("..") != std::string::npos)
            continue;
        found.push_back({line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return found;
}

bool namesCpu(const std::string& controllers)
{
    return (',' + controllers + ',').find(",cpu,") != std::string::npos;
}

} // namespace

std::optional<double> coreQuota(const fs::path& root)
{
    std::optional<double> least;
    const auto take = [&](std::optional<double> quota) {
        if (quota && (!least || *quota < *least))
            least = quota;
    };
    for (const Membership& member : memberships(root / "proc/self/cgroup")) {
        const bool second = member.controllers.empty();
        if (!second && !namesCpu(member.controllers))
            continue;
        for (const char* mount : {"", "unified", "cpu", "cpu,cpuacct"}) {
            // In a container the group's own folder is often mounted as the root of them all.
            const fs::path top = root / "sys/fs/cgroup" / mount;
            fs::path group = fs::path(member.path).relative_path();
            for (int level = 0; level < kMostLevels && !group.empty(); ++level) {
                take(quotaOf(top / group, second));
                group = group.parent_path();
            }
            take(quotaOf(top, second));
        }
    }
    return least;
}

} // namespace rekindle::job
