#include "app/cli/setting_values.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/run/presets.h"
#include "core/storage/input_file.h"

#include <sstream>

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace rekindle::cli {
namespace {

constexpr std::uint64_t kLargestConfig = 1u << 20;

Result<std::string> readText(const std::string& file)
{
    RK_TRY(const auto input, storage::InputFile::open(file));
    if (input.size() > kLargestConfig)
        return fail(ErrorKind::Limit, "A file of settings is not this large", file);
    RK_TRY(const auto bytes, input.read(0, input.size()));
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

/// Whether a file nests more than settings ever do: the parser's time and memory grow with the
/// depth of brackets and of dotted names, and it ends the program at some of them.
bool nestsTooMuch(const std::string& content)
{
    constexpr int kDeepest = 16;
    int brackets = 0, dots = 0, opened = 0;
    char quote = '\0';
    for (const char letter : content) {
        if (quote != '\0') {
            quote = letter == quote || letter == '\n' ? '\0' : quote;
            continue;
        }
        if (letter == '"' || letter == '\'')
            quote = letter;
        if (letter == '\n')
            dots = 0;
        dots += letter == '.' ? 1 : 0;
        brackets += letter == '[' || letter == '{' ? 1 : letter == ']' || letter == '}' ? -1 : 0;
        opened = letter == '[' ? opened + 1 : 0;
        if (brackets > kDeepest || dots > 4 * kDeepest || opened > 2)
            return true;
    }
    return false;
}

/// TOML as JSON: both then go the same way.
Result<Json> parseToml(const std::string& content, const std::string& file)
{
    if (nestsTooMuch(content))
        return fail(ErrorKind::Damaged, "This settings file is nested deeper than settings are",
                    file, "Write name = value, a setting a line.");
    const toml::parse_result table = toml::parse(content);
    if (!table)
        return fail(ErrorKind::Damaged,
                    "Line " + std::to_string(table.error().source().begin.line) +
                        " of this settings file cannot be read (" +
                        std::string(table.error().description()) + ")",
                    file, "Put the line right and try again.");
    std::ostringstream json;
    json << toml::json_formatter(table.table());
    return parseJson(json.str(), file);
}

Result<std::string> valueText(const Json& value, const std::string& name, const std::string& file)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number_float())
        return text::number(value.get<double>());
    if (value.is_number() || value.is_boolean())
        return value.dump();
    if (value.is_array()) {
        std::vector<std::string> parts;
        for (const Json& part : value) {
            RK_TRY(std::string word, valueText(part, name, file));
            parts.push_back(std::move(word));
        }
        return text::join(parts, ",");
    }
    return fail(ErrorKind::Damaged, "The setting '" + text::shown(name, 60) + "' has no value",
                file, "Give it one, or leave the line out.");
}

Result<void> flatten(const Json& object, const std::string& prefix, const std::string& file,
                     run::NamedTexts& values)
{
    for (const auto& [key, value] : object.items()) {
        const std::string name = prefix + key;
        if (value.is_object()) {
            RK_CHECK(flatten(value, name + ".", file, values));
            continue;
        }
        RK_TRY(std::string text, valueText(value, name, file));
        values.emplace_back(name, std::move(text));
    }
    return {};
}

Result<run::NamedTexts> fromFile(const std::string& file)
{
    RK_TRY(const std::string content, readText(file));
    const auto first = content.find_first_not_of(" \t\r\n");
    const bool isJson = first != std::string::npos && content[first] == '{';
    RK_TRY(const Json json, isJson ? parseJson(content, file) : parseToml(content, file));
    run::NamedTexts values;
    if (!json.is_object())
        return fail(ErrorKind::Damaged, "A file of settings holds names and values", file);
    RK_CHECK(flatten(json, "", file, values));
    return values;
}

} // namespace

void addSettings(CLI::App& verb, SettingOptions& options)
{
    verb.add_option("--config", options.config, "Settings from a TOML or JSON file");
    // One value each, so that what follows is not swallowed.
    verb.add_option("--set", options.set,
                    "key=value, may be repeated; rekindle-cli methods lists them")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
    verb.add_option("--seed", options.seed, "Decides everything that chance decides (0)");
    verb.add_option("--device", options.device, "auto, cpu or cuda[:N] (auto)");
    verb.add_option("--threads", options.threads, "Cores to use (all)");
}

CLI::Validator isSeed()
{
    return CLI::Validator(
        [](std::string& text) {
            return text.starts_with('-') ? std::string("a seed is a whole number from 0")
                                         : std::string();
        },
        std::string());
}

void addMemoryLimit(CLI::App& verb, std::string& limit)
{
    verb.add_option("--memory-limit", limit,
                    "What the run may take of the device's memory, such as 6G: how it is worked "
                    "off is chosen to fit, never a smaller batch (none)");
}

void addPreset(CLI::App& verb, std::string& preset)
{
    std::vector<std::string> names;
    for (const run::Preset& known : run::presets())
        names.push_back(known.name);
    verb.add_option("--preset", preset,
                    "Settings to begin with: " + text::join(names, ", ") +
                        "; rekindle-cli methods says when to take which");
}

Result<void> beginWithPreset(run::PretrainSettings& settings, const std::string& preset,
                             const std::string& method)
{
    if (preset.empty())
        return {};
    if (!method.empty()) {
        RK_CHECK(run::setByName(settings, "method", method));
    }
    return run::applyPreset(settings, preset);
}

std::string choices(const std::vector<std::string>& names)
{
    return text::join(names, " or ") + " (" + names.front() + ")";
}

Result<run::NamedTexts> settingValues(const SettingOptions& options)
{
    run::NamedTexts values;
    if (!options.config.empty()) {
        RK_TRY(values, fromFile(options.config));
    }
    for (const std::string& entry : options.set) {
        const auto equals = entry.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorKind::Usage, "A setting is written key=value", text::shown(entry, 80),
                        "For example --set batch=128.");
        values.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
    }
    for (const auto& [name, value] : run::NamedTexts{
             {"seed", options.seed}, {"device", options.device}, {"threads", options.threads}}) {
        if (!value.empty())
            values.emplace_back(name, value);
    }
    return values;
}

} // namespace rekindle::cli
