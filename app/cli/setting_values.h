#pragma once

#include "core/base/result.h"
#include "core/run/settings.h"

#include <CLI/App.hpp>

#include <cstdint>
#include <string>
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

/// For an option that is a seed: any unsigned number. "-1" would be read as one otherwise.
[[nodiscard]] CLI::Validator isSeed();

/// --memory-limit, which is the setting of that name.
void addMemoryLimit(CLI::App& verb, std::string& limit);

/// --preset, and what it says: the settings that a run begins with, before --config and --set.
void addPreset(CLI::App& verb, std::string& preset);
[[nodiscard]] Result<void> beginWithPreset(run::PretrainSettings& settings,
                                           const std::string& preset, const std::string& method);

/// What an option that names a method or protocol takes: "finetune or knn (finetune)".
[[nodiscard]] std::string choices(const std::vector<std::string>& names);

/// All values in the order in which they apply, nested tables with dots. Kinds NotFound, Damaged
/// (the file), Usage.
[[nodiscard]] Result<run::NamedTexts> settingValues(const SettingOptions& options);

/// `named` are the verb's own options that are settings; an empty text: not given.
template <class Settings>
[[nodiscard]] Result<void> applySettings(Settings& settings, const SettingOptions& options,
                                         const run::NamedTexts& named = {})
{
    RK_TRY(run::NamedTexts values, settingValues(options));
    for (const auto& [name, value] : named) {
        if (!value.empty())
            values.emplace_back(name, value);
    }
    return run::setByName(settings, values);
}

} // namespace rekindle::cli
