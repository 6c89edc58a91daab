#include "core/evaluate/fine_tune_torch.h"
#include "core/evaluate/protocol_torch.h"

#include <cmath>

namespace rekindle::evaluate {
namespace {

/// Bad steps in a row after which a unit is given up.
constexpr int kMostUndone = 3;

Result<void> journalPass(const FineTuning& tuning, UnitControl& control)
{
    Json line;
    line["kind"] = "pass";
    line["pass"] = tuning.passesDone();
    line["loss"] = tuning.passLoss();
    return control.journal(std::move(line));
}

} // namespace

Result<Scored> scoreByFineTuning(Unit& unit, UnitControl& control)
{
    FineTuning::Inputs inputs;
    inputs.settings = &unit.settings;
    inputs.manifest = &unit.manifest;
    inputs.images = unit.training;
    inputs.classes = unit.classes;
    inputs.seed = unit.seed;
    inputs.device = unit.device;
    inputs.loaderThreads = unit.loaderThreads;
    inputs.stop = unit.stop;
    FineTuning tuning(unit.network, std::move(inputs));
    if (const train::Save* save = control.begin(tuning.totalSteps()); save != nullptr)
        RK_CHECK(tuning.restore(*save));
    while (tuning.stepsDone() < tuning.totalSteps()) {
        RK_TRY(const run::Outcome asked,
               control.betweenSteps(tuning.stepsDone(),
                                    [&](train::Save& save) { tuning.store(save); }));
        if (asked != run::Outcome::Done)
            return Scored{asked, {}};
        auto loss = tuning.step();
        control.note(tuning.warnings());
        if (!loss && loss.error().kind == ErrorKind::Cancelled)
            continue; // the request is met between steps
        if (!loss)
            return fail(std::move(loss).error());
        if (!std::isfinite(*loss))
            control.warn({"step_undone",
                          "A step of fine-tuning was undone, since its loss or gradient is not a "
                          "number",
                          unit.weights, 1});
        if (tuning.undoneInRow() == kMostUndone)
            return fail(ErrorKind::Diverged,
                        "Fine-tuning has left the numbers: its loss or gradient is not a number",
                        unit.weights, "Start again with a lower learning rate (lr).");
        control.stepDone(tuning.stepsDone(), tuning.batch());
        if (tuning.atPassEnd())
            RK_CHECK(journalPass(tuning, control));
    }
    RK_TRY(auto probabilities, tuning.probabilities(unit.test));
    return Scored{run::Outcome::Done, std::move(probabilities)};
}

} // namespace rekindle::evaluate
