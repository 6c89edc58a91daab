#include "app/cli/commands.h"

#include "core/base/guard.h"
#include "core/base/log.h"
#include "core/base/out_of_memory.h"
#include "core/job/standard_files.h"
#include "core/run/environment.h"
#include "core/run/worker.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iostream>

namespace rekindle::cli {
namespace {

constexpr Exit kWarnings = 6;

/// The verbs in the order in which the help lists them. A new one is a source file and a line here.
constexpr void (*kVerbs[])(Program&) = {
    addInfo,     addInspect, addRepair,   addConvert, addFeatures, addDataset, addSlides,
    addPretrain, addResume,  addRequests, addCurves,  addEvaluate, addCompare, addStudy,
    addMethods,  addDemo,    addVerify,   addDigest,  addSelftest, addDoctor,  addWork,
};

bool wantsJson(int count, char** arguments)
{
    return std::any_of(arguments, arguments + count,
                       [](const char* word) { return std::strcmp(word, "--json") == 0; });
}

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

Error usageError(const CLI::App& app, const std::string& message)
{
    const auto named = app.get_subcommands();
    const std::string verb = named.empty() ? "" : named.front()->get_name() + " ";
    return {ErrorKind::Usage, firstLine(message), {}, "rekindle-cli " + verb + "--help shows how."};
}

Result<Exit> parse(Program& program, int count, char** arguments)
{
    try {
        program.app.parse(count, arguments);
    } catch (const CLI::Success& help) {
        // Help and version print themselves.
        program.app.exit(help, std::cout, std::cerr);
        program.action = [](Output&) { return Result<Exit>(kDone); };
        return kDone;
    } catch (const CLI::ParseError& error) {
        return fail(usageError(program.app, error.what()));
    }
    if (!program.action)
        return fail(ErrorKind::Usage, "No verb was given", {},
                    "rekindle-cli --help lists them; rekindle-cli demo shows the whole chain.");
    return kDone;
}

Exit finish(Program& program, Result<Exit> result)
{
    if (result) {
        if (auto flushed = program.output.finish(); !flushed)
            result = fail(std::move(flushed).error());
    }
    if (!result) {
        program.output.error(result.error());
        static_cast<void>(program.output.finish());
        return exitCode(result.error().kind);
    }
    const bool strictly = program.strict && !program.output.warnings().empty();
    return *result == kDone && strictly ? kWarnings : *result;
}

Exit runProgram(int count, char** arguments)
{
    CLI::App app("Two-step self-supervised pretraining for small image collections.\n"
                 "Example: rekindle-cli demo",
                 "rekindle-cli");
    Program program{app, {}, false, false, {}};
    app.require_subcommand(0, 1);
    app.set_version_flag("--version",
                         std::string("rekindle-cli ") + std::string(run::programVersion()));
    for (const auto add : kVerbs)
        add(program);
    if (wantsJson(count, arguments))
        program.output.useJson();
    const auto parsed = parse(program, count, arguments);
    if (!parsed)
        return finish(program, fail(parsed.error()));
    return finish(program, guard("rekindle-cli", [&] { return program.action(program.output); }));
}

} // namespace

namespace {

/// A verb's help opens with an example; the list of verbs shows the description alone.
class ExampleFirst : public CLI::Formatter
{
public:
    explicit ExampleFirst(std::string example) : m_example(std::move(example)) {}
    std::string make_description(const CLI::App* app) const override
    {
        return "Example: " + m_example + "\n\n" + CLI::Formatter::make_description(app);
    }

private:
    std::string m_example;
};

} // namespace

CLI::App* addVerb(Program& program, const std::string& name, const std::string& does,
                  const std::string& example)
{
    CLI::App* verb = program.app.add_subcommand(name, does);
    verb->formatter(std::make_shared<ExampleFirst>(example));
    verb->add_flag("--json", program.json, "One JSON object on standard output");
    verb->add_flag("--strict", program.strict, "Exit with 6 if there was something to note");
    return verb;
}

void addForce(CLI::App& verb, bool& force)
{
    verb.add_flag("--force", force, "Replace an output that exists, once the new one stands");
}

void addDryRun(CLI::App& verb, bool& dryRun)
{
    verb.add_flag("--dry-run", dryRun, "Say what would run, and stop");
}

} // namespace rekindle::cli

int main(int count, char** arguments)
{
    rekindle::endOnLackOfMemory();
    rekindle::job::openStandardFiles();
    rekindle::run::installSignals();
    try {
        rekindle::log::setQuiet(true);
        return rekindle::cli::runProgram(count, arguments);
    } catch (...) {
        // Verbs guard themselves; what is left is setting them up and saying how one ended.
        std::fputs("rekindle-cli: error: There is not enough memory to start.\n", stderr);
        return rekindle::exitCode(rekindle::ErrorKind::Memory);
    }
}
