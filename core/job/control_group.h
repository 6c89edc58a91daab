#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rekindle::job {

/// The text of a file of this process's control group: `modern` of groups of the second kind,
/// `old` of the controller's own ("memory") where the system has those. Nothing if there is none.
[[nodiscard]] std::optional<std::string>
controlGroupFile(std::string_view controller, std::string_view modern, std::string_view old);

} // namespace rekindle::job
