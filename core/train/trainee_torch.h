#pragma once

#include "core/loader/batch_loader.h"
#include "core/model/replica_torch.h"
#include "core/train/batch_torch.h"
#include "core/train/optimizer_torch.h"
#include "core/train/run_record.h"

#include <torch/torch.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::train {

/// Where a step stands in its run, and beside whom it is made.
struct StepContext {
    std::int64_t step = 0;  ///< from 0
    std::int64_t total = 0; ///< steps of the run
    const model::Replica& replica;
    /// How much of the batch this replica has: a mean over its rows times this is its part of the
    /// mean over all.
    double share = 1;
};

/// From what a trainee's batches are drawn. Which steps and which rows is the session's to say.
struct BatchPlan {
    const dataset::Manifest& manifest;
    std::vector<std::size_t> images; ///< indices into manifest.images
    loader::LoaderSettings settings;
};

/// What became of a step.
struct StepDone {
    std::int64_t step = 0; ///< steps made, this one included
    bool undone = false;   ///< it left the numbers and was taken back
    double loss = 0;       ///< of the whole batch, nats; where it was not undone
    double rate = 0;
};

enum class AfterStep { GoOn, Save };

/// What a session trains: a network with its heads, its batches and its loss. A step is: a batch,
/// loss, the gradients, beforeUpdate, the optimiser, afterUpdate; each a function of the state and
/// of the step's number, so that a run that was stopped anywhere ends as one that was not.
class Trainee
{
public:
    virtual ~Trainee() = default;

    /// A module and the prefix of its names in a save.
    struct Part {
        std::string prefix;
        torch::nn::Module& module;
    };
    /// Everything with a state besides the optimiser.
    [[nodiscard]] virtual std::vector<Part> parts() = 0;
    /// Once the parts are on their device.
    [[nodiscard]] virtual std::unique_ptr<Optimizer> makeOptimizer() = 0;
    [[nodiscard]] virtual BatchPlan batches() const = 0;
    [[nodiscard]] virtual std::int64_t totalSteps() const = 0;
    /// The learning rate of a step, counted from 0.
    [[nodiscard]] virtual double rate(std::int64_t step) const = 0;

    /// A scalar in nats: this replica's part of the whole batch's loss. All parts add up to it.
    [[nodiscard]] virtual torch::Tensor loss(const Batch& batch, const StepContext& context) = 0;
    /// The gradients of all parameters, of what `loss` gave last.
    virtual void backward(const torch::Tensor& loss) { loss.backward(); }
    /// The memory was not enough for a step, which has left no trace: the next try takes less of
    /// it and ends in the same numbers. Says how, or nothing where there is no way.
    [[nodiscard]] virtual std::optional<std::string> takeLessMemory() { return std::nullopt; }
    /// What somebody can do who has no memory for this run.
    [[nodiscard]] virtual std::string memoryHint() const
    {
        return "Close other programs, or choose a smaller batch or image size.";
    }
    /// The gradients are there, the weights have not moved.
    virtual void beforeUpdate(const StepContext& /*context*/) {}
    /// The weights have moved.
    virtual void afterUpdate(const StepContext& /*context*/) {}

    /// Before the first step of a sitting, where `step` steps have been made. By the replica that
    /// owns the folder, as the next one.
    [[nodiscard]] virtual Result<void> begin(std::int64_t /*step*/) { return {}; }
    /// After every step, an undone one, too: lines for the journal, snapshots.
    [[nodiscard]] virtual Result<AfterStep> stepDone(const StepDone& done, RunRecord& record) = 0;

    /// What it needs to go on besides its tensors, as fields of a save.
    virtual void store(Json& /*details*/) const {}
    virtual void restore(FieldReader& /*details*/) {}

    /// For errors and warnings: "Training" has left the numbers, and whose weights (empty: the
    /// run's).
    [[nodiscard]] virtual std::string activity() const = 0;
    [[nodiscard]] virtual std::string weights() const { return {}; }
    /// Whether an early end leaves something of use.
    [[nodiscard]] virtual bool mayFinishEarly() const { return false; }
};

} // namespace rekindle::train
