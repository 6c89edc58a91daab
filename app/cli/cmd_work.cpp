#include "app/cli/commands.h"
#include "app/cli/run_work.h"
#include "core/base/error_json.h"

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <unistd.h>

namespace rekindle::cli {
namespace {

/// The worker that the other verbs and the queue start: what they print, it leaves in the run's
/// status. Its own errors go to standard output as a JSON object.
struct Options {
    std::string run;
    int supervisor = 0;
    bool quiet = false;
};

Exit exitOf(const run::Status& status)
{
    switch (status.state) {
    case run::State::Done:
        return kDone;
    case run::State::Failed:
        return status.error ? exitCode(status.error->kind) : 1;
    default:
        return kStopped;
    }
}

Result<Exit> run(const Options& options, Output& output)
{
    if (options.quiet)
        output.beQuiet();
    if (options.supervisor > 0) {
        // Whoever kills the program that was started by hand means its worker too.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != options.supervisor)
            return kStopped;
    }
    const auto worked = [&]() -> Result<run::Status> {
        RK_TRY(const auto folder, run::RunFolder::open(options.run));
        return workHere(folder, output);
    }();
    if (worked)
        return exitOf(*worked);
    std::puts(dumpJsonLine(Json{{"error", toJson(worked.error())}}).c_str());
    return exitCode(worked.error().kind);
}

} // namespace

void addWork(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "work", "Work a run off in this process",
                             "rekindle-cli work p2x, which rekindle-cli resume p2x does for you");
    verb->group(""); // not for people: resume watches over it
    verb->add_option("run", options->run, "The run folder")->required();
    verb->add_option("--supervisor", options->supervisor, "End when this process ends");
    verb->add_flag("--quiet", options->quiet, "Say nothing");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
