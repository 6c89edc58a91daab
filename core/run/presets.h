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
    NamedTexts values;  ///< of all methods
    /// Of one method ("simclr"): rates and strengths of another one are not its own.
    std::string method;
    NamedTexts ofMethod;
};

/// In the order in which they are offered.
[[nodiscard]] const std::vector<Preset>& presets();

/// Sets the preset's values; those of one method only where the settings have that method. Kind
/// Usage names the presets there are.
[[nodiscard]] Result<void> applyPreset(PretrainSettings& settings, std::string_view name);

} // namespace rekindle::run
