#include "core/study/names.h"

#include "core/base/text.h"
#include "core/run/run_folder.h"

#include <algorithm>
#include <optional>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongest = 120; ///< bytes

std::optional<run::PretrainSettings> pretrainingIn(const fs::path& folder)
{
    const auto run = run::RunFolder::open(folder);
    const auto settings = run ? run->settings() : Result<run::Settings>(fail(run.error()));
    if (!settings || !std::holds_alternative<run::PretrainSettings>(*settings))
        return std::nullopt;
    return std::get<run::PretrainSettings>(*settings);
}

bool isOurs(const Study& study, const fs::path& folder)
{
    const auto all = runFolders(study);
    return std::find(all.begin(), all.end(), folder) != all.end();
}

bool isPair(const Study& study, const std::string& name)
{
    const auto runs = pretrainingRuns(study);
    return std::any_of(runs.begin(), runs.end(), [&](const fs::path& folder) {
        const auto settings = pretrainingIn(folder);
        return settings && settings->pair == name;
    });
}

/// The key that `what` means; empty where the study holds no such thing.
std::string keyOf(const Study& study, const std::string& what)
{
    if (!what.empty() && isPair(study, what))
        return what;
    for (const fs::path& folder : {study.folder / what, study.folder / "runs" / what}) {
        if (const fs::path whole = folder.lexically_normal(); isOurs(study, whole))
            return namedBy(study, whole);
    }
    return {};
}

Result<void> checkName(const Study& study, const std::string& key, const std::string& name)
{
    if (name.empty())
        return {};
    if (name.size() > kLongest || text::shown(name, kLongest) != name)
        return fail(ErrorKind::Usage,
                    "A name is one line of at most " + std::to_string(kLongest) + " letters",
                    text::shown(name, 60));
    const bool taken = std::any_of(study.names.begin(), study.names.end(), [&](const auto& given) {
        return given.first != key && given.second == name;
    });
    if (taken || (name != key && isPair(study, name)))
        return fail(ErrorKind::Usage, "There is something of this name in the study already", name,
                    "Choose another name.");
    return {};
}

std::string withoutSpaces(const std::string& name)
{
    const auto first = name.find_first_not_of(" \t");
    return first == std::string::npos
               ? std::string()
               : name.substr(first, name.find_last_not_of(" \t") - first + 1);
}

} // namespace

std::string namedBy(const Study& study, const fs::path& folder)
{
    const auto settings = pretrainingIn(folder);
    return settings && !settings->pair.empty() ? settings->pair
                                               : folder.lexically_relative(study.folder).string();
}

std::string givenName(const Names& names, const std::string& key)
{
    const auto found = names.find(key);
    return found == names.end() ? std::string() : found->second;
}

std::string givenNameOf(const Study& study, const fs::path& folder)
{
    std::string name = givenName(study.names, namedBy(study, folder));
    const auto settings = name.empty() ? std::nullopt : pretrainingIn(folder);
    if (settings && settings->arm != run::Arm::Single)
        name += settings->arm == run::Arm::P1x ? ", P1X" : ", P2X";
    return name;
}

Result<void> rename(Study& study, const std::string& what, const std::string& name)
{
    const std::string given = withoutSpaces(name);
    return changeStudy(study, [&](Study& fresh) -> Result<void> {
        for (WeightsEntry& entry : fresh.weights) {
            if (entry.id != what)
                continue;
            RK_CHECK(checkName(fresh, what, given));
            entry.label = given.empty() ? entry.id : given;
            return {};
        }
        const std::string key = keyOf(fresh, what);
        if (key.empty())
            return fail(ErrorKind::NotFound,
                        "The study has no weights, pair, run or score of this name",
                        text::shown(what), "rekindle-cli study status lists its runs.");
        RK_CHECK(checkName(fresh, key, given));
        if (given.empty())
            fresh.names.erase(key);
        else
            fresh.names[key] = given;
        return {};
    });
}

} // namespace rekindle::study
