#pragma once

#include "core/base/json.h"
#include "core/evaluate/score_images_torch.h"
#include "core/loader/batch_loader.h"
#include "core/model/heads_torch.h"
#include "core/run/settings.h"
#include "core/specs/finetune_spec.h"
#include "core/train/optimizer_torch.h"
#include "core/train/save.h"
#include "core/train/step_undo_torch.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <stop_token>

namespace rekindle::evaluate {

/// Fine-tuning of one set of weights on one draw of labels: the whole network and a fresh linear
/// classifier by Adam at a constant rate (paper 4; recipes 5, #24-#27). Stepwise, so that the
/// caller can stop, save and go on between any two steps; a function of its inputs and the step
/// alone.
class FineTuning
{
public:
    struct Inputs {
        const run::ScoreSettings* settings = nullptr;
        const dataset::Manifest* manifest = nullptr;
        std::vector<std::size_t> images; ///< the labelled training images of this draw
        std::int64_t classes = 0;
        std::uint64_t seed = 0;
        torch::Device device = torch::kCPU;
        int loaderThreads = 1;
        std::stop_token stop; ///< for whoever waits for images
    };

    FineTuning(model::ResNet network, Inputs inputs);

    [[nodiscard]] std::int64_t totalSteps() const { return m_total; }
    [[nodiscard]] std::int64_t stepsDone() const { return m_step; }
    [[nodiscard]] std::int64_t batch() const { return m_batch; } ///< images an update
    /// Passes over the draw that the updates so far complete.
    [[nodiscard]] std::int64_t passesDone() const { return passesAfter(m_step); }
    /// The last update completed a pass.
    [[nodiscard]] bool atPassEnd() const { return passesAfter(m_step) > passesAfter(m_step - 1); }
    /// Mean cross-entropy of the updates of the pass in work, in nats; at its end of all of them.
    [[nodiscard]] double passLoss() const
    {
        return m_lossSum / static_cast<double>(std::max<std::int64_t>(m_lossSteps, 1));
    }
    /// Bad steps since the last good one.
    [[nodiscard]] int undoneInRow() const { return m_undoneInRow; }
    /// What the loader set aside so far.
    [[nodiscard]] Warnings warnings() const { return m_loader ? m_loader->warnings() : Warnings(); }
    /// One update; returns the batch's cross-entropy in nats. A step whose loss or gradient is not
    /// a number is undone and returns NaN. Kind Cancelled when the stop was asked for meanwhile:
    /// then nothing was done.
    [[nodiscard]] Result<double> step();

    /// Class probabilities [rows, classes] on the host, evaluation mode.
    [[nodiscard]] Result<torch::Tensor> probabilities(ScoreImages& images);

    /// The state between two steps, into and out of a save.
    void store(train::Save& save);
    [[nodiscard]] Result<void> restore(const train::Save& save);

private:
    /// Passes end between updates where the batch does not divide the draw.
    [[nodiscard]] std::int64_t passesAfter(std::int64_t steps) const
    {
        return steps * m_batch / static_cast<std::int64_t>(m_inputs.images.size());
    }

    model::ResNet m_network;
    model::Classifier m_classifier;
    Inputs m_inputs;
    specs::FineTuneSettings m_recipe;
    std::unique_ptr<train::Optimizer> m_optimizer;
    std::optional<train::StepUndo> m_undo;
    int m_undoneInRow = 0;
    std::unique_ptr<loader::BatchLoader> m_loader;
    std::int64_t m_batch = 0, m_total = 0, m_step = 0;
    double m_lossSum = 0; ///< over the updates of the pass in work
    std::int64_t m_lossSteps = 0;
};

} // namespace rekindle::evaluate
