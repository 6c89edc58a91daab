#include "core/study/study.h"

#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/dataset/manifest_file.h"
#include "core/storage/atomic_write.h"

#include <algorithm>
#include <set>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kListsFolder = "images";

/// A folder name out of a file name: ASCII letters, digits, '-', '_' and '.'.
std::string idFrom(const std::string& name)
{
    std::string id;
    for (const char c : text::lower(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        if (plain && !(id.empty() && c == '.'))
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    id.resize(std::min<std::size_t>(id.size(), 60));
    return id.empty() ? "weights" : id;
}

std::string numbered(const std::string& stem, int number)
{
    return number == 1 ? stem : stem + '-' + std::to_string(number);
}

std::string freeId(const Study& study, const std::string& stem)
{
    for (int number = 1;; ++number) {
        std::string id = numbered(stem, number);
        if (findWeights(study, id) == nullptr)
            return id;
    }
}

/// Whether a run that is not done was planned with these images and looks for them elsewhere.
Result<bool> looksElsewhere(const run::RunFolder& run, const Study& study,
                            const std::string& imagesHash)
{
    RK_TRY(const auto settings, run.settings());
    RK_TRY(const auto status, run.status());
    return std::visit(
        [&](const auto& planned) {
            return status.state != run::State::Done && planned.imagesHash == imagesHash &&
                   planned.images != study.images;
        },
        settings);
}

Result<void> tellRuns(const Study& study, const std::string& imagesHash)
{
    for (const std::string& relative : study.queue) {
        const auto run = run::RunFolder::open(study.folder / relative);
        // What cannot be read says so where it is worked on.
        if (run && looksElsewhere(*run, study, imagesHash).value_or(false))
            RK_CHECK(run->setImages(study.images, study.folder));
    }
    return {};
}

/// Lists that nothing names any more. A run that cannot be read may name any: then all stay.
void dropUnusedLists(const Study& study)
{
    std::set<fs::path> used{study.imageList};
    for (const fs::path& folder : runFolders(study)) {
        const auto run = run::RunFolder::open(folder);
        const auto list = run ? run->imageList() : tl::unexpected(run.error());
        if (!list && list.error().kind != ErrorKind::NotFound)
            return;
        if (list)
            used.insert(*list);
    }
    std::error_code code;
    for (fs::directory_iterator it(study.folder / kListsFolder, code), end; !code && it != end;
         it.increment(code)) {
        if (it->path().extension() == ".h5" && !used.contains(it->path()))
            fs::remove(it->path(), code);
    }
}

bool isRun(const fs::path& folder)
{
    std::error_code code;
    return fs::is_regular_file(folder / "job.json", code);
}

std::vector<fs::path> runsIn(const fs::path& folder)
{
    std::vector<fs::path> runs;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        if (isRun(it->path()))
            runs.push_back(it->path());
    }
    std::sort(runs.begin(), runs.end());
    return runs;
}

} // namespace

Result<void> setImages(Study& study, const dataset::Manifest& manifest)
{
    const auto changed = changeStudy(study, [&](Study& fresh) -> Result<void> {
        RK_TRY(fresh.imageList, dataset::storeManifest(fresh.folder / kListsFolder, manifest));
        fresh.images = absolutePath(manifest.folder);
        return {};
    });
    RK_CHECK(changed);
    RK_CHECK(tellRuns(study, manifest.contentHash()));
    return changeStudy(study, [](Study& fresh) -> Result<void> {
        dropUnusedLists(fresh);
        return {};
    });
}

Result<dataset::Manifest> images(const Study& study)
{
    if (study.images.empty() || study.imageList.empty())
        return fail(ErrorKind::NotFound, "No images were chosen yet", study.folder.string(),
                    "Choose a folder of images first.");
    return dataset::readManifest(study.imageList, study.images);
}

Result<WeightsEntry> addWeights(Study& study, const fs::path& file, const std::string& label,
                                Networks networks)
{
    const fs::path whole = absolutePath(file);
    checkpoint::ReadOptions reading;
    reading.anyNetwork = networks == Networks::Any;
    RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(whole, reading));
    RK_TRY(const std::string sha256, checkpoint::contentHash(checkpoint));
    WeightsEntry entry;
    RK_CHECK(changeStudy(study, [&](Study& fresh) -> Result<void> {
        const auto known = std::find_if(
            fresh.weights.begin(), fresh.weights.end(), [&](const WeightsEntry& other) {
                return other.sha256 == sha256 && weightsFile(fresh, other) == whole;
            });
        if (known != fresh.weights.end()) {
            entry = *known;
        } else {
            entry.id = freeId(fresh, idFrom(whole.stem().string()));
            entry.label = text::shown(label.empty() ? whole.stem().string() : label);
            entry.file = whole;
            entry.sha256 = sha256;
            entry.onlyLook = text::shown(checkpoint.onlyLook);
            fresh.weights.push_back(entry);
        }
        fresh.chosenWeights = entry.id;
        return {};
    }));
    return entry;
}

fs::path repairTarget(const Study& study, const std::string& original)
{
    for (int number = 1;; ++number) {
        const std::string id = numbered(original + "-repaired", number);
        const fs::path folder = study.folder / "weights" / id;
        std::error_code code;
        if (findWeights(study, id) != nullptr || fs::exists(folder / "weights.safetensors", code))
            continue;
        // A failure shows when the repair is written there, with its reason.
        static_cast<void>(storage::makeFolder(folder));
        return folder / "weights.safetensors";
    }
}

Result<WeightsEntry> addRepaired(Study& study, const std::string& original, const fs::path& file)
{
    const WeightsEntry* from = findWeights(study, original);
    if (from == nullptr)
        return fail(ErrorKind::NotFound, "This study knows no such weights", original);
    const fs::path whole = absolutePath(file);
    RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(whole));
    RK_TRY(const std::string sha256, checkpoint::contentHash(checkpoint));
    WeightsEntry entry;
    entry.id = whole.parent_path().filename().string();
    entry.label = from->label + ", repaired";
    entry.file = whole;
    entry.sha256 = sha256;
    entry.repairedFrom = original;
    RK_CHECK(changeStudy(study, [&](Study& fresh) -> Result<void> {
        const auto same = std::find_if(fresh.weights.begin(), fresh.weights.end(),
                                       [&](const WeightsEntry& e) { return e.id == entry.id; });
        if (same != fresh.weights.end())
            *same = entry;
        else
            fresh.weights.push_back(entry);
        fresh.chosenWeights = entry.id;
        return {};
    }));
    return entry;
}

fs::path weightsFile(const Study& study, const WeightsEntry& entry)
{
    return entry.file.is_absolute() ? entry.file : (study.folder / entry.file).lexically_normal();
}

const WeightsEntry* findWeights(const Study& study, const std::string& id)
{
    for (const WeightsEntry& entry : study.weights) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

const WeightsEntry* originalOf(const Study& study, const std::string& id)
{
    const WeightsEntry* entry = findWeights(study, id);
    // No more steps than there are entries: a file may name circles.
    for (std::size_t step = 0; step < study.weights.size(); ++step) {
        const WeightsEntry* from =
            entry == nullptr ? nullptr : findWeights(study, entry->repairedFrom);
        if (from == nullptr)
            return entry;
        entry = from;
    }
    return entry;
}

fs::path weightScores(const Study& study, const std::string& weights)
{
    return study.folder / "weights" / weights / "scores";
}

std::vector<fs::path> runFolders(const Study& study)
{
    std::vector<fs::path> folders;
    std::set<fs::path> seen;
    const auto take = [&](const fs::path& folder) {
        if (isRun(folder) && seen.insert(folder).second)
            folders.push_back(folder);
    };
    for (const std::string& entry : study.queue)
        take((study.folder / entry).lexically_normal());
    for (const fs::path& folder : runsIn(study.folder / "runs")) {
        take(folder);
        for (const fs::path& score : runsIn(folder / "scores"))
            take(score);
    }
    for (const WeightsEntry& entry : study.weights)
        for (const fs::path& score : runsIn(weightScores(study, entry.id)))
            take(score);
    return folders;
}

std::vector<fs::path> pretrainingRuns(const Study& study)
{
    std::vector<fs::path> runs;
    for (const fs::path& folder : runFolders(study)) {
        if (folder.parent_path() == study.folder / "runs")
            runs.push_back(folder);
    }
    return runs;
}

} // namespace rekindle::study
