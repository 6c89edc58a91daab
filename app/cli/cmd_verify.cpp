#include "app/cli/run_work.h"

#include "core/base/error_json.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/dataset/manifest_file.h"
#include "core/dataset/unchanged.h"
#include "core/packed/packed_images.h"
#include "core/run/file_record.h"
#include "core/run/metrics_journal.h"
#include "core/run/run_folder.h"
#include "core/scores/score_table.h"
#include "core/storage/sealed_folder.h"

#include <algorithm>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string run;
    bool noImages = false;
};

struct Check {
    std::string name;
    Result<void> result;
};

/// A drive that fails is no fault of the file.
std::string wordFor(const Result<void>& result)
{
    if (result)
        return "good     ";
    const ErrorKind kind = result.error().kind;
    if (kind == ErrorKind::Mismatch)
        return "changed  ";
    return kind == ErrorKind::Io || kind == ErrorKind::Memory ? "not read " : "damaged  ";
}

template <class T>
Result<void> only(const Result<T>& result)
{
    if (!result)
        return fail(result.error());
    return {};
}

/// What of the folder is shown under a name that ends so, sorted.
std::vector<fs::path> entries(const fs::path& folder, const std::string& ending)
{
    std::vector<fs::path> found;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end;
         entry.increment(code)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with('.') && name.ends_with(ending))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<void> journalCheck(const fs::path& file)
{
    RK_TRY(const auto journal, run::readJournal(file));
    if (journal.damaged > 0)
        return fail(ErrorKind::Damaged,
                    text::count(journal.damaged) + " lines of the journal are damaged",
                    file.string(), "The others can still be drawn.");
    return {};
}

/// That the journal still holds the line up to which a save was made.
Result<void> journalOf(const run::RunFolder& folder, const fs::path& save)
{
    RK_TRY(const Json state, readJsonFile(save / "state.json", 256u << 20));
    FieldReader fields(state, (save / "state.json").string());
    const std::int64_t seq = fields.integer("journal_seq");
    RK_CHECK(fields.check());
    return run::checkReaches(folder.metricsFile(), seq);
}

/// Every save. A worker that goes on meanwhile removes
/// the oldest: what is gone when we have looked was not damaged.
void addSaveChecks(const run::RunFolder& folder, std::vector<Check>& checks)
{
    for (const fs::path& save : entries(folder.checkpointsFolder(), "")) {
        if (!save.filename().string().starts_with("ckpt-"))
            continue;
        auto whole = storage::verifySealed(save);
        if (whole)
            whole = journalOf(folder, save);
        std::error_code code;
        if (whole || fs::exists(save, code))
            checks.push_back({"checkpoints/" + save.filename().string(), std::move(whole)});
    }
}

/// What stands under a key, if it is a list.
Json listOf(const Json& json, const char* key)
{
    const Json list = json.is_object() ? json.value(key, Json()) : Json();
    return list.is_array() ? list : Json::array();
}

/// result.json, and every table that it names.
void addScoreChecks(const run::RunFolder& folder, std::vector<Check>& checks)
{
    const auto result = readJsonFile(folder.resultFile());
    checks.push_back({"result.json", only(result)});
    const fs::path tables = scores::tablesFolder(folder.path());
    for (const Json& point : listOf(result.value_or(Json()), "points")) {
        for (const Json& repeat : listOf(point, "repeats")) {
            const auto name = scores::tableNameFromJson(
                repeat.is_object() ? repeat.value("table", Json()) : Json(),
                folder.resultFile().string());
            checks.push_back({name ? "tables/" + name->file : "tables",
                              name ? only(scores::readTable(tables, *name)) : only(name)});
        }
    }
}

/// Every picture of a packed file.
Result<void> packedCheck(const fs::path& file, const std::string& sha256, Output& output)
{
    RK_TRY(const auto pack, packed::PackedImages::open(file));
    if (!sha256.empty() && pack->sha256() != sha256)
        return fail(ErrorKind::Mismatch,
                    "The packed file is not the one that the run was planned with", file.string(),
                    "Put that one back, or make it again from the same images.");
    return watched(output, [&](const job::Watch& watch) { return pack->verify(watch); });
}

/// The list of images that the run was planned with, and the bytes of every image in it.
void addImageChecks(const run::RunFolder& folder, bool content, Output& output,
                    std::vector<Check>& checks)
{
    const auto settings = folder.settings();
    const auto list = folder.imageList();
    if (!settings || !list) {
        checks.push_back({"list of images", settings ? only(list) : only(settings)});
        return;
    }
    const fs::path images = std::visit([](const auto& s) { return s.images; }, *settings);
    const auto manifest = dataset::readManifest(*list, images);
    checks.push_back({"list of images", only(manifest)});
    if (!manifest || !content)
        return;
    const auto [packed, sha256] =
        std::visit([](const auto& s) { return std::pair(s.packed, s.packedSha256); }, *settings);
    if (!packed.empty())
        checks.push_back({"packed images", packedCheck(packed, sha256, output)});
    const bool mayMiss = folder.goesOnWithoutMissing();
    checks.push_back({"images", watched(output, [&](const job::Watch& watch) {
                          constexpr auto kBytes = dataset::Looking::AtBytes;
                          return mayMiss ? only(dataset::countGone(*manifest, kBytes, watch))
                                         : dataset::checkUnchanged(*manifest, kBytes, watch);
                      })});
}

std::vector<Check> checksOf(const run::RunFolder& folder, bool images, Output& output)
{
    std::vector<Check> checks;
    checks.push_back({"job.json", only(folder.settings())});
    checks.push_back({"status.json", only(folder.status())});
    checks.push_back({"metrics.jsonl", journalCheck(folder.metricsFile())});
    addSaveChecks(folder, checks);
    for (run::RecordCheck& check : run::checkRecord(folder))
        checks.push_back({"checksum of " + check.name, std::move(check.result)});
    for (const fs::path& snapshot : entries(folder.path() / "snapshots", ".safetensors"))
        checks.push_back({"weights of snapshots/" + snapshot.filename().string(),
                          only(checkpoint::readCheckpoint(snapshot))});
    std::error_code code;
    if (fs::exists(folder.backboneFile(), code))
        checks.push_back({"weights of backbone.safetensors",
                          only(checkpoint::readCheckpoint(folder.backboneFile()))});
    if (fs::exists(folder.resultFile(), code))
        addScoreChecks(folder, checks);
    addImageChecks(folder, images, output, checks);
    return checks;
}

Result<Exit> verifyPacked(const fs::path& file, Output& output)
{
    RK_CHECK(packedCheck(file, {}, output));
    output.line("Every checksum is right.");
    output.object("rekindle.verify/1",
                  Json{{"run", pathToJson(file)}, {"ok", true}, {"checks", Json::array()}});
    return kDone;
}

Result<Exit> run(const Options& options, Output& output)
{
    if (packed::isPacked(options.run))
        return verifyPacked(options.run, output);
    RK_TRY(const auto folder, run::RunFolder::open(options.run));
    const std::vector<Check> checks = checksOf(folder, !options.noImages, output);
    Json list = Json::array();
    const Error* first = nullptr;
    for (const Check& check : checks) {
        const bool good = check.result.has_value();
        output.line(wordFor(check.result) + check.name);
        Json entry{{"name", pathToJson(check.name)}, {"ok", good}};
        if (!good) {
            entry["message"] = describe(check.result.error());
            first = first == nullptr ? &check.result.error() : first;
        }
        list.push_back(std::move(entry));
    }
    Json json{{"run", pathToJson(folder.path())}, {"ok", first == nullptr}, {"checks", list}};
    if (first != nullptr)
        json["error"] = toJson(*first);
    output.object("rekindle.verify/1", json);
    if (first != nullptr)
        return fail(*first);
    output.line("Every checksum is right.");
    return kDone;
}

} // namespace

void addVerify(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb =
        addVerb(program, "verify", "Check every checksum of a run, and the bytes of its images",
                "rekindle-cli verify p2x");
    verb->add_option("run", options->run, "The run folder, or a file of packed images")->required();
    verb->add_flag("--no-images", options->noImages, "Leave the images' bytes out");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
