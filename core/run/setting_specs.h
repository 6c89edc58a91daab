#pragma once

#include "core/run/settings.h"
#include "core/specs/setting_spec.h"

#include <string>
#include <vector>

namespace rekindle::run {

/// Every setting of a pretraining by this method, in the order of the file: those of all methods
/// with the method's defaults, then its own. Empty for a method that has no spec.
[[nodiscard]] std::vector<specs::SettingSpec> pretrainSettingSpecs(const std::string& method);
/// The same of a scoring protocol.
[[nodiscard]] std::vector<specs::SettingSpec> scoreSettingSpecs(const std::string& protocol);

} // namespace rekindle::run
