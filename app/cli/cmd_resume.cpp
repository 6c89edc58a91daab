#include "app/cli/run_work.h"

namespace rekindle::cli {
namespace {

struct Options {
    std::string run;
    bool quiet = false;
};

Result<Exit> run(const Options& options, Output& output)
{
    if (options.quiet)
        output.beQuiet();
    RK_TRY(const auto folder, run::RunFolder::open(options.run));
    RK_TRY(const auto status, folder.status());
    if (status.state == run::State::Done) {
        output.line("This run is done already: " + folder.path().string());
        Json json{{"run", folder.path().string()}};
        addKeys(json, run::toJson(status));
        output.object("rekindle.resume/1", json);
        return kDone;
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
    verb->add_flag("--quiet", options->quiet, "Say nothing but errors");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
