#pragma once

#include "core/train/step_undo_torch.h"
#include "core/train/trainee_torch.h"

#include <functional>
#include <optional>

namespace rekindle::train {

/// One sitting of training: puts the trainee on its device, goes on from its save, makes steps,
/// saves by the clock, and stops when it is asked to. A step whose loss or gradient is not a number
/// is undone whole and told; a few in a row end the run at its last good state. With several
/// replicas all make the same steps on rows of their own and stop together, whichever was asked;
/// the first one restores, writes and reports for all.
class Session
{
public:
    struct Settings {
        torch::Device device = torch::kCPU;
        const model::Replica* replica = &model::alone();
        std::string run;                               ///< its name, for errors
        std::function<void(std::int64_t step)> report; ///< after each step, where there is a record
    };

    /// `record` is null for all replicas but the first. Everything outlives the session.
    Session(Trainee& trainee, run::RunControl& control, RunRecord* record, Settings settings);

    /// Done at the last step, or where an early end was asked for; Paused or Cancelled with
    /// everything saved. Kinds Diverged; those of the loader, after a save; those of RunRecord.
    [[nodiscard]] Result<run::Outcome> run();

    /// Steps made so far.
    [[nodiscard]] std::int64_t step() const { return m_step; }
    /// Saves the state between two steps.
    [[nodiscard]] Result<void> save();

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> restore();
    [[nodiscard]] Result<void> takeFromFirst();
    [[nodiscard]] Result<void> openLoader();
    [[nodiscard]] Result<AfterStep> makeStep();
    /// Nothing when a stop was asked for meanwhile.
    [[nodiscard]] Result<std::optional<Batch>> nextBatch();
    [[nodiscard]] Result<void> tellSetAside();
    /// The loss of the whole batch, with this replica's part of its gradients in place.
    [[nodiscard]] Result<double> lossAndGradients(const Batch& batch, const StepContext& context);
    [[nodiscard]] Result<double> tryStep(const Batch& batch, const StepContext& context);
    [[nodiscard]] Error saveForLackOfMemory();
    void sumGradients();
    [[nodiscard]] Result<AfterStep> undoStep(const std::string& why);
    [[nodiscard]] Result<AfterStep> tell(const StepDone& done);
    [[nodiscard]] bool weightsAreFinite() const;
    [[nodiscard]] Json details() const;
    [[nodiscard]] Result<void> takeDetails(const Json& details, std::int64_t savedStep);

    Trainee& m_trainee;
    run::RunControl& m_control;
    RunRecord* m_record;
    Settings m_settings;
    std::vector<Trainee::Part> m_parts;
    std::vector<torch::Tensor> m_parameters; ///< of all parts
    std::optional<StepUndo> m_undo;
    std::unique_ptr<Optimizer> m_optimizer;
    std::unique_ptr<loader::BatchLoader> m_loader;
    std::int64_t m_batch = 0; ///< images of a step, over all replicas
    std::int64_t m_total = 0, m_step = 0;
    int m_undoneInRow = 0;
    std::size_t m_setAside = 0; ///< images that the loader set aside and that are told
};

} // namespace rekindle::train
