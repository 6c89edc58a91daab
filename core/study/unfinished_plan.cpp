#include "core/study/unfinished_plan.h"

#include "core/base/log.h"
#include "core/base/path_json.h"
#include "core/storage/atomic_write.h"
#include "core/storage/sealed_folder.h"

#include <algorithm>
#include <string>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

fs::path fileOf(const fs::path& study)
{
    return study / "plan.pending";
}

bool isQueued(const Study& study, const std::string& entry)
{
    return std::find(study.queue.begin(), study.queue.end(), entry) != study.queue.end();
}

/// Planned and never begun.
bool isUntouched(const fs::path& folder)
{
    const auto run = run::RunFolder::open(folder);
    if (!run || run->isLocked())
        return false;
    const auto status = run->status();
    return status && status->state == run::State::Queued && status->step == 0;
}

} // namespace

Result<void> notePlanned(const fs::path& study, const std::vector<fs::path>& folders)
{
    Json list = Json::array();
    for (const fs::path& folder : folders)
        list.push_back(pathToJson(folder.lexically_relative(study)));
    return storage::atomicWrite(fileOf(study), dumpJson(Json{{"folders", list}}));
}

void forgetPlanned(const fs::path& study)
{
    std::error_code code;
    if (!study.empty())
        fs::remove(fileOf(study), code);
}

Result<void> undoUnfinishedPlan(const Study& study)
{
    const auto json = readJsonFile(fileOf(study.folder));
    if (!json && json.error().kind == ErrorKind::NotFound)
        return {};
    if (!json && json.error().kind != ErrorKind::Damaged)
        return fail(json.error());
    const Json list = json && json->is_object() ? json->value("folders", Json()) : Json();
    for (const Json& item : list.is_array() ? list : Json::array()) {
        const auto entry = pathFromJson(item);
        const bool ours = entry && staysInside(*entry) &&
                          (entry->starts_with("runs/") || entry->starts_with("weights/"));
        if (!ours || isQueued(study, *entry) || !isUntouched(study.folder / *entry))
            continue;
        log::info("Taking away " + *entry + ", of a plan that was killed");
        storage::discardSealed(study.folder / *entry);
    }
    forgetPlanned(study.folder);
    return {};
}

} // namespace rekindle::study
