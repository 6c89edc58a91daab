#pragma once

#include <filesystem>
#include <optional>

namespace rekindle::job {

/// Cores that the control group of this process pays for, the least of its own quota and those
/// above it: `cpu.max` of cgroup v2, `cpu.cfs_quota_us` over `cpu.cfs_period_us` of v1. `root` is
/// the system's root folder ("/"; a test has its own). Empty where there is no quota, or none that
/// can be read.
[[nodiscard]] std::optional<double> coreQuota(const std::filesystem::path& root);

} // namespace rekindle::job
