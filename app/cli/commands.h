#pragma once

#include "app/cli/cli_output.h"
#include "core/base/result.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rekindle::cli {

/// The exit code of a verb that did what it was asked: 0, or 5 when it was paused or cancelled.
using Exit = int;
inline constexpr Exit kDone = 0;
inline constexpr Exit kStopped = 5;

/// What the verbs share: the parser they add themselves to, and what the chosen one will do.
struct Program {
    CLI::App& app;
    Output output;
    bool json = false;
    bool strict = false;
    /// Set by the verb that was named on the command line.
    std::function<Result<Exit>(Output&)> action;
};

/// Options that many verbs have. Each adder takes the place where the value is kept.
void addForce(CLI::App& verb, bool& force);
void addDryRun(CLI::App& verb, bool& dryRun);

/// A verb: its name, one line on what it does, and an example that opens its help.
CLI::App* addVerb(Program& program, const std::string& name, const std::string& does,
                  const std::string& example);

/// Makes `run(options, output)` what the program does when this verb was named.
template <class Options>
void onVerb(Program& program, CLI::App* verb, std::shared_ptr<Options> options,
            Result<Exit> (*run)(const Options&, Output&))
{
    verb->callback([&program, options, run] {
        program.action = [options, run](Output& output) { return run(*options, output); };
    });
}

void addInfo(Program& program);
void addInspect(Program& program);
void addRepair(Program& program);
void addConvert(Program& program);
void addFeatures(Program& program);
void addDataset(Program& program);
void addSlides(Program& program);
void addPretrain(Program& program);
void addResume(Program& program);
void addRequests(Program& program); ///< pause, finish, cancel
void addEvaluate(Program& program);
void addCompare(Program& program);
void addCurves(Program& program);
void addMethods(Program& program);
void addStudy(Program& program);
void addDemo(Program& program);
void addDoctor(Program& program);
void addVerify(Program& program);
void addDigest(Program& program);
void addSelftest(Program& program);
void addWork(Program& program); ///< hidden: what the others start

} // namespace rekindle::cli
