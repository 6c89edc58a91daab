#include "app/cli/commands.h"
#include "core/base/path_json.h"

#include "core/run/run_folder.h"

namespace rekindle::cli {
namespace {

struct Options {
    std::string run;
    run::Request request = run::Request::None;
};

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const auto folder, run::RunFolder::open(options.run));
    RK_CHECK(folder.ask(options.request));
    RK_TRY(const auto status, folder.status());
    const std::string word(run::requestName(options.request));
    output.line(folder.isLocked()
                    ? "Asked to " + word + ": " + folder.path().string()
                    : "Nobody works on it; now " + std::string(run::stateName(status.state)) +
                          ": " + folder.path().string());
    output.object("rekindle.request/1", Json{{"run", pathToJson(folder.path())},
                                             {"asked", word},
                                             {"state", run::stateName(status.state)}});
    return kDone;
}

} // namespace

void addRequests(Program& program)
{
    struct Verb {
        run::Request request;
        const char* does;
    };
    for (const auto& [request, does] :
         {Verb{run::Request::Pause, "Let a run save everything and stop; resume goes on"},
          Verb{run::Request::Finish, "Let a run end its schedule now and write its weights"},
          Verb{run::Request::Cancel, "Let a run stop and keep what is there"}}) {
        auto options = std::make_shared<Options>();
        options->request = request;
        const std::string name(run::requestName(request));
        CLI::App* verb = addVerb(program, name, does, "rekindle-cli " + name + " p2x");
        verb->add_option("run", options->run, "The run folder")->required();
        onVerb(program, verb, options, run);
    }
}

} // namespace rekindle::cli
