#pragma once

#include "core/run/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace rekindle::run {

/// Settings that belong together, by a name: where a run is begun from and what is changed then.
struct Preset {
    std::string name;   ///< for --preset: "small-set"
    std::string title;  ///< for people: "Small set, few steps"
    std::string when;   ///< one sentence without a full stop: when to take it
    std::string source; ///< where its values come from
    NamedTexts values;  ///< of all methods first; those of one method apply to it alone
};

/// In the order in which they are offered.
[[nodiscard]] const std::vector<Preset>& presets();

/// Sets the preset's values; those that the settings' method does not have are passed over. Kind
/// Usage names the presets there are.
[[nodiscard]] Result<void> applyPreset(PretrainSettings& settings, std::string_view name);

} // namespace rekindle::run
