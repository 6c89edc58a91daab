#pragma once

#include "core/base/result.h"
#include "core/run/settings.h"

#include <CLI/App.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace rekindle::cli {

/// What a verb with settings takes besides its own options. Later sources win: the recipe, then the
/// file, then `--set` in order, then the options with a name of their own.
struct SettingOptions {
    std::string config;
    std::vector<std::string> set;
    std::string seed, device, threads; ///< as typed; empty: not given
};

void addSettings(CLI::App& verb, SettingOptions& options);

/// name = value as text, nested tables with dots.
using SettingValues = std::vector<std::pair<std::string, std::string>>;

/// All values in the order in which they apply. Kinds NotFound, Damaged (the file), Usage.
[[nodiscard]] Result<SettingValues> settingValues(const SettingOptions& options);

template <class Settings>
[[nodiscard]] Result<void> applySettings(Settings& settings, const SettingOptions& options)
{
    RK_TRY(const SettingValues values, settingValues(options));
    for (const auto& [name, value] : values)
        RK_CHECK(run::setByName(settings, name, value));
    return {};
}

} // namespace rekindle::cli
