#include "app/cli/commands.h"

#include "core/engine/engine.h"
#include "core/storage/atomic_write.h"

namespace rekindle::cli {
namespace {

/// Arrays of a few batches; more is no test any more.
constexpr std::uint64_t kLargestRequest = 256u << 20;

struct Options {
    std::string kind;
    std::string in;
    std::string out;
};

Result<Exit> run(const Options& options, Output& output)
{
    RK_TRY(const Json request, readJsonFile(options.in, kLargestRequest));
    if (!options.out.empty())
        RK_CHECK(storage::makeFolder(options.out));
    RK_TRY(engine::Engine* const engine, engine::loadEngine());
    RK_TRY(const Json reply, engine->selftest(options.kind, request, options.out));
    output.line(dumpJson(reply));
    output.object("rekindle.selftest/1", reply);
    return kDone;
}

} // namespace

void addSelftest(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb =
        addVerb(program, "selftest",
                "The numbers that a method computes, to be held against other implementations",
                "rekindle-cli selftest loss --in request.json --json");
    verb->add_option("kind", options->kind, "loss, optimizer, schedule, views or batchnorm")
        ->required();
    verb->add_option("--in", options->in, "The request: a JSON file")->required();
    verb->add_option("--out", options->out, "Folder for the views as PNG files");
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
