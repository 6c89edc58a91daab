#include "app/cli/run_work.h"
#include "core/base/path_json.h"
#include "core/dataset/manifest_file.h"
#include "core/dataset/unchanged.h"

namespace rekindle::cli {
namespace {

struct Options {
    std::string run, images;
    bool quiet = false, withoutMissing = false;
};

/// The run's own images, at another place: they are looked at before the run is told.
Result<void> findImages(const run::RunFolder& folder, const std::string& images)
{
    RK_TRY(const auto list, folder.imageList());
    RK_TRY(const auto manifest, dataset::readManifest(list, images));
    RK_CHECK(dataset::checkUnchanged(manifest, dataset::Looking::AtFacts, {}));
    return folder.setImages(images);
}

Result<Exit> run(const Options& options, Output& output)
{
    if (options.quiet)
        output.beQuiet();
    RK_TRY(const auto folder, run::RunFolder::open(options.run));
    RK_TRY(const auto status, folder.status());
    if (status.state == run::State::Done) {
        output.line("This run is done already: " + folder.path().string());
        Json json{{"run", pathToJson(folder.path())}};
        addKeys(json, run::toJson(status));
        output.object("rekindle.resume/1", json);
        return kDone;
    }
    if (!options.images.empty())
        RK_CHECK(findImages(folder, options.images));
    if (options.withoutMissing) {
        RK_CHECK(folder.goOnWithoutMissing());
    }
    return workRun(folder, output);
}

} // namespace

void addResume(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "resume", "Go on with a run from its newest save",
                             "rekindle-cli resume p2x");
    verb->add_option("run", options->run, "The run folder")->required();
    verb->add_option("--images", options->images, "Where its images lie now, if they were moved");
    verb->add_flag("--without-missing", options->withoutMissing,
                   "Go on although images are gone; the record says so");
    verb->add_flag("--quiet", options->quiet, "Say nothing but errors");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
