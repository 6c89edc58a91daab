#pragma once

#include <string>
#include <vector>

namespace rekindle::pretrain {

/// The methods this build can train, in the order they are offered ("simclr").
[[nodiscard]] std::vector<std::string> methodNames();

} // namespace rekindle::pretrain
