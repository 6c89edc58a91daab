#include "app/cli/commands.h"
#include "core/base/path_json.h"

#include "core/run/run_folder.h"
#include "core/storage/digest.h"
#include "core/storage/sealed_folder.h"
#include "core/weights/safetensors_reader.h"
#include "core/weights/safetensors_writer.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace rekindle::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string run;
};

/// The newest save whose checksums are right. Names are ckpt- and a step of fixed width.
Result<fs::path> newestSave(const run::RunFolder& folder)
{
    std::vector<fs::path> saves;
    std::error_code code;
    for (fs::directory_iterator entry(folder.checkpointsFolder(), code), end; !code && entry != end;
         entry.increment(code)) {
        if (entry->path().filename().string().starts_with("ckpt-"))
            saves.push_back(entry->path());
    }
    std::sort(saves.rbegin(), saves.rend());
    for (const fs::path& save : saves) {
        if (storage::verifySealed(save))
            return save;
    }
    return fail(ErrorKind::NotFound, "This run has no whole save yet", folder.path().string(),
                "Let it train until its first save, or pause it.");
}

void addTensors(storage::Sha256& digest, const weights::WeightSet& tensors)
{
    std::vector<const weights::WeightSet::Item*> items;
    for (const auto& item : tensors.items())
        items.push_back(&item);
    std::sort(items.begin(), items.end(),
              [](const auto* left, const auto* right) { return left->name < right->name; });
    for (const auto* item : items) {
        digest.add(item->name + dumpJsonLine(Json(item->tensor.shape)) + "\n");
        digest.add(std::as_bytes(std::span(item->tensor.values)));
    }
}

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const auto folder, run::RunFolder::open(options.run));
    RK_TRY(const fs::path save, newestSave(folder));
    RK_TRY(const auto tensors, weights::readSafetensors(save / "state.safetensors"));
    RK_TRY(Json state, readJsonFile(save / "state.json", 256u << 20));
    if (!state.is_object())
        return fail(ErrorKind::Damaged, "The state of this save is not an object",
                    (save / "state.json").string());
    state.erase("clocks");
    storage::Sha256 digest;
    addTensors(digest, tensors);
    digest.add(dumpJsonLine(state));
    const std::string hex = digest.hex();
    output.line(hex);
    output.object("rekindle.digest/1", Json{{"run", pathToJson(folder.path())},
                                            {"digest", hex},
                                            {"checkpoint", pathToJson(save.filename())},
                                            {"step", state.value("step", Json())},
                                            {"tensors", tensors.items().size()}});
    return kDone;
}

} // namespace

void addDigest(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb =
        addVerb(program, "digest", "One SHA-256 over the whole training state, clocks left out",
                "rekindle-cli digest p2x");
    verb->add_option("run", options->run, "The run folder")->required();
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
