#include "core/evaluate/protocol_torch.h"
#include "core/model/heads_torch.h"
#include "core/model/initialise_torch.h"
#include "core/specs/finetune_spec.h"

#include <algorithm>

namespace rekindle::evaluate {
namespace {

/// The answers of the best pass so far: a buffer, so that saves hold it.
struct BestAnswersImpl : torch::nn::Module {
    BestAnswersImpl(std::int64_t images, std::int64_t classes)
    {
        probabilities = register_buffer("probabilities", torch::zeros({images, classes}));
    }
    torch::Tensor probabilities;
};
TORCH_MODULE(BestAnswers);

/// Fine-tuning of one set of weights on one draw of labels: the whole network and a fresh linear
/// classifier by Adam at a constant rate (paper 4; recipes 5, #24-#27).
class FineTuning : public train::Trainee
{
public:
    explicit FineTuning(const Unit& unit)
        : m_unit(unit), m_recipe(specs::fineTuneSettings(unit.settings.own)),
          m_network(unit.network), m_classifier(m_network->architecture().featureDim, unit.classes),
          m_count(static_cast<std::int64_t>(unit.training.size())),
          m_batch(std::min(m_recipe.batch, m_count)),
          m_bestAnswers(static_cast<std::int64_t>(unit.test.images().size()), unit.classes)
    {
        model::initialiseClassifier(m_classifier, unit.seed);
    }

    /// Class probabilities [test images, classes] on the host, evaluation mode.
    [[nodiscard]] Result<torch::Tensor> probabilities() { return answersOn(m_unit.test); }
    /// Nothing without a validation part.
    [[nodiscard]] std::optional<BestPass> best() const
    {
        if (m_unit.validation == nullptr || m_bestPass == 0)
            return std::nullopt;
        return BestPass{m_bestAnswers->probabilities.to(torch::kCPU), m_bestPass, m_bestAccuracy};
    }
    [[nodiscard]] bool picksBest() const { return m_recipe.pick == "validation"; }

    [[nodiscard]] std::vector<Part> parts() override
    {
        std::vector<Part> parts{{"backbone.", *m_network}, {"classifier.", *m_classifier}};
        if (m_unit.validation != nullptr)
            parts.push_back({"best.", *m_bestAnswers});
        return parts;
    }
    [[nodiscard]] std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        train::AdamSettings adam;
        adam.weightDecay = m_recipe.weightDecay;
        auto parameters = train::parametersOf(*m_network, "backbone.");
        for (train::Parameter& parameter : train::parametersOf(*m_classifier, "classifier."))
            parameters.push_back(parameter);
        return train::makeAdam(std::move(parameters), adam);
    }
    [[nodiscard]] train::BatchPlan batches() const override
    {
        loader::LoaderSettings settings;
        settings.recipes = {views::fineTuneView(m_unit.settings.imageSize)};
        settings.batch = static_cast<int>(m_batch);
        settings.seed = m_unit.seed;
        settings.threads = m_unit.loaderThreads;
        return {m_unit.manifest, m_unit.training, std::move(settings)};
    }
    [[nodiscard]] std::int64_t totalSteps() const override
    {
        return (m_recipe.epochs * m_count + m_batch - 1) / m_batch;
    }
    [[nodiscard]] double rate(std::int64_t /*step*/) const override { return m_recipe.lr; }

    [[nodiscard]] torch::Tensor loss(const train::Batch& batch,
                                     const train::StepContext& context) override
    {
        return torch::cross_entropy_loss(logitsOf(batch.blocks.front().pixels), batch.labels) *
               context.share;
    }

    [[nodiscard]] Result<train::AfterStep> stepDone(const train::StepDone& done,
                                                    train::RunRecord& record) override
    {
        if (completesPass(done.step - 1)) {
            m_lossSum = 0;
            m_lossSteps = 0;
        }
        if (!done.undone) {
            m_lossSum += done.loss;
            ++m_lossSteps;
        }
        if (!completesPass(done.step))
            return train::AfterStep::GoOn;
        Json line;
        line["kind"] = "pass";
        line["pass"] = passesAfter(done.step);
        line["loss"] = m_lossSum / static_cast<double>(std::max<std::int64_t>(m_lossSteps, 1));
        if (m_unit.validation != nullptr) {
            RK_TRY(line["validation_accuracy"], validate(passesAfter(done.step)));
        }
        RK_CHECK(record.append(std::move(line)));
        return train::AfterStep::GoOn;
    }

    void store(Json& details) const override
    {
        details["pass_loss_sum"] = m_lossSum;
        details["pass_loss_steps"] = m_lossSteps;
        if (m_unit.validation == nullptr)
            return;
        details["best_pass"] = m_bestPass;
        details["best_accuracy"] = m_bestAccuracy;
    }
    void restore(FieldReader& details) override
    {
        m_lossSum = details.number("pass_loss_sum");
        m_lossSteps = details.integer("pass_loss_steps");
        m_bestPass = details.integer("best_pass", 0);
        m_bestAccuracy = details.number("best_accuracy", 0);
    }

    [[nodiscard]] std::string activity() const override { return "Fine-tuning"; }
    [[nodiscard]] std::string weights() const override { return m_unit.weights; }

private:
    [[nodiscard]] Result<torch::Tensor> answersOn(ScoreImages& images)
    {
        const torch::NoGradGuard noGrad;
        m_network->eval();
        std::vector<torch::Tensor> parts;
        const auto answered = images.forEachBatch(
            m_unit.device, [&](const torch::Tensor& pixels, std::size_t) -> Result<void> {
                parts.push_back(torch::softmax(logitsOf(pixels), 1).to(torch::kCPU));
                return {};
            });
        m_network->train();
        RK_CHECK(answered);
        return torch::cat(parts, 0);
    }

    /// Accuracy on the validation part after this many passes; the first of the best is kept.
    [[nodiscard]] Result<double> validate(std::int64_t pass)
    {
        RK_TRY(const torch::Tensor answers, answersOn(*m_unit.validation));
        const auto labels = torch::tensor(m_unit.validation->labels(), torch::kLong);
        const double accuracy =
            answers.argmax(1).eq(labels).to(torch::kDouble).mean().item<double>();
        if (m_bestPass == 0 || accuracy > m_bestAccuracy) {
            RK_TRY(const torch::Tensor best, answersOn(m_unit.test));
            const torch::NoGradGuard noGrad;
            m_bestAnswers->probabilities.copy_(best);
            m_bestPass = pass;
            m_bestAccuracy = accuracy;
        }
        return accuracy;
    }

    [[nodiscard]] torch::Tensor logitsOf(const torch::Tensor& pixels)
    {
        return m_classifier->forward(m_network->forward(pixels));
    }
    /// Passes end between updates where the batch does not divide the draw.
    [[nodiscard]] std::int64_t passesAfter(std::int64_t steps) const
    {
        return steps * m_batch / m_count;
    }
    [[nodiscard]] bool completesPass(std::int64_t steps) const
    {
        return passesAfter(steps) > passesAfter(steps - 1);
    }

    const Unit& m_unit;
    specs::FineTuneSettings m_recipe;
    model::ResNet m_network;
    model::Classifier m_classifier;
    std::int64_t m_count; ///< labelled training images of this draw
    std::int64_t m_batch; ///< of them an update
    BestAnswers m_bestAnswers;
    std::int64_t m_bestPass = 0; ///< 0 = none yet
    double m_bestAccuracy = 0;
    double m_lossSum = 0; ///< over the updates of the pass in work; at its end of all of them
    std::int64_t m_lossSteps = 0;
};

} // namespace

Result<Scored> scoreByFineTuning(Unit& unit, UnitControl& control)
{
    FineTuning tuning(unit);
    RK_TRY(const run::Outcome outcome, control.train(tuning));
    if (outcome != run::Outcome::Done)
        return Scored{outcome, {}};
    RK_TRY(auto probabilities, tuning.probabilities());
    return Scored{run::Outcome::Done, std::move(probabilities), tuning.best(), tuning.picksBest()};
}

} // namespace rekindle::evaluate
