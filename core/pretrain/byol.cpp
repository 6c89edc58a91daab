#include "core/pretrain/method_torch.h"

#include "core/model/heads_torch.h"
#include "core/model/initialise_torch.h"
#include "core/pretrain/byol_loss_torch.h"
#include "core/pretrain/byol_rules.h"
#include "core/pretrain/target_momentum.h"
#include "core/pretrain/warmup_cosine.h"
#include "core/recipes/method_views.h"

namespace rekindle::pretrain {
namespace {

constexpr std::int64_t kHidden = 4096;
constexpr std::int64_t kOutputs = 256;
/// What tells the streams of random numbers apart from which networks and heads are drawn.
enum Place : std::uint32_t { Online, Target, Predictor };

/// A backbone with its projection: the online network has one, the target another.
struct Encoder : torch::nn::Module {
    Encoder(const weights::Architecture& architecture, const weights::Conventions& conventions,
            model::RunningVariance variance)
        : backbone(architecture, conventions, variance),
          projector(model::PerceptronImpl::Shape{architecture.featureDim, kHidden, kOutputs, false},
                    model::RunningVariance::Debiased)
    {
        register_module("backbone", backbone.ptr());
        register_module("projector", projector.ptr());
    }
    void draw(std::uint64_t seed, Place place)
    {
        model::initialiseByol(backbone, seed, place);
        model::initialiseByol(projector, seed, place);
    }

    model::ResNet backbone;
    model::Perceptron projector;
};

struct ByolModule : torch::nn::Module {
    ByolModule(const weights::Architecture& architecture, const weights::Conventions& conventions,
               model::RunningVariance variance)
        : online(std::make_shared<Encoder>(architecture, conventions, variance)),
          predictor(model::PerceptronImpl::Shape{kOutputs, kHidden, kOutputs, false},
                    model::RunningVariance::Debiased),
          target(std::make_shared<Encoder>(architecture, conventions, variance))
    {
        register_module("online", online);
        register_module("predictor", predictor.ptr());
        register_module("target", target);
        for (torch::Tensor& parameter : target->parameters())
            parameter.set_requires_grad(false);
    }

    std::shared_ptr<Encoder> online;
    model::Perceptron predictor;
    std::shared_ptr<Encoder> target;
};

/// BYOL: each view in a forward pass of its own, a target that follows by a moving average, LARS
/// (recipes 1).
class Byol : public PretrainMethod
{
public:
    Byol(const run::PretrainSettings& settings, const weights::Architecture& architecture,
         const weights::Conventions& conventions)
        : m_settings(settings), m_values(byolValues(settings, specs::byolSettings(settings.own))),
          m_module(std::make_shared<ByolModule>(architecture, conventions, statisticsOf(settings)))
    {
        m_module->online->draw(settings.seed, Online);
        m_module->target->draw(settings.seed, Target);
        model::initialiseByol(m_module->predictor, settings.seed, Predictor);
    }

    [[nodiscard]] std::vector<views::ViewRecipe> views() const override
    {
        return recipes::byolViews(m_settings);
    }

    [[nodiscard]] std::int64_t totalSteps(std::int64_t imagesPerEpoch) const override
    {
        return byolSteps(imagesPerEpoch, m_settings.epochs, m_settings.batch);
    }
    [[nodiscard]] double rate(std::int64_t step, const RunLength& length) const override
    {
        return warmupCosine({warmupSteps(length), length.steps, m_values.peakRate}, step);
    }
    [[nodiscard]] std::int64_t warmupSteps(const RunLength& length) const override
    {
        return byolWarmupSteps(length.imagesPerEpoch, m_values.warmupEpochs, length.batch);
    }
    [[nodiscard]] std::optional<double> targetMomentum(std::int64_t step,
                                                       const RunLength& length) const override
    {
        return pretrain::targetMomentum(m_values.targetMomentum, step, length.steps);
    }

    [[nodiscard]] std::vector<HeadTensor> headTensors() const override
    {
        auto wanted = perceptronTensors("online.projector", "projector");
        for (HeadTensor& tensor : perceptronTensors("predictor", "predictor"))
            wanted.push_back(std::move(tensor));
        // Its last layers have no bias.
        std::erase_if(
            wanted, [](const HeadTensor& tensor) { return tensor.ours.ends_with("output.bias"); });
        return wanted;
    }

    /// From random weights the target is drawn by itself; to a checkpoint it begins as a copy.
    void begin(const RunLength& /*length*/, Start start) override
    {
        if (start == Start::Checkpoint)
            copyToTarget();
    }

    std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        train::LarsSettings lars;
        lars.weightDecay = m_values.weightDecay;
        lars.rate = train::LarsSettings::Rate::Outside;
        auto trained = train::parametersOf(*m_module->online, "online.");
        for (train::Parameter& parameter : train::parametersOf(*m_module->predictor, "predictor."))
            trained.push_back(std::move(parameter));
        return train::makeLars(std::move(trained), lars);
    }

    Embeddings embed(const std::vector<train::ViewPixels>& blocks) override
    {
        Embeddings made = embedAgain(blocks);
        const auto views = blocks.front().pixels.chunk(2, 0);
        const train::MixedPrecision mixed(views[0].device(), m_settings.precision == "bf16");
        const torch::NoGradGuard noGrad;
        for (std::size_t view = 0; view < views.size(); ++view) {
            const torch::Tensor feature = m_module->target->backbone->forward(views[view]);
            made.parts[views.size() + view] =
                m_module->target->projector->forward(feature).to(made.parts[view].scalar_type());
        }
        return made;
    }

    /// The online network's predictions; the places of the target's projections stay empty.
    Embeddings embedAgain(const std::vector<train::ViewPixels>& blocks) override
    {
        const auto views = blocks.front().pixels.chunk(2, 0);
        const train::MixedPrecision mixed(views[0].device(), m_settings.precision == "bf16");
        const auto type = m_module->predictor->output->weight.scalar_type();
        std::vector<torch::Tensor> parts, features;
        for (const torch::Tensor& view : views) {
            features.push_back(m_module->online->backbone->forward(view));
            const torch::Tensor projection = m_module->online->projector->forward(features.back());
            parts.push_back(m_module->predictor->forward(projection).to(type));
        }
        parts.resize(2 * views.size());
        return {parts, torch::cat(features, 0).detach().to(torch::kFloat), 2};
    }

    torch::Tensor loss(const Embeddings& embeddings, const train::StepContext& context) override
    {
        const auto& parts = embeddings.parts;
        return byolLoss(parts[0], parts[1], parts[2], parts[3]) * context.share;
    }

    /// The target follows the weights that have just moved; statistics stay each network's own.
    void afterUpdate(const train::StepContext& context) override
    {
        const torch::NoGradGuard noGrad;
        const double moved =
            1.0 - pretrain::targetMomentum(m_values.targetMomentum, context.step, context.total);
        auto target = m_module->target->parameters();
        const auto online = m_module->online->parameters();
        for (std::size_t i = 0; i < target.size(); ++i)
            target[i].lerp_(online[i], moved);
    }

    torch::nn::Module& module() override { return *m_module; }
    model::ResNet& backbone() override { return m_module->online->backbone; }

private:
    /// Averages that a checkpoint brings are no start values to get rid of.
    static model::RunningVariance statisticsOf(const run::PretrainSettings& settings)
    {
        return settings.init == "random" ? model::RunningVariance::Debiased
                                         : model::RunningVariance::Biased;
    }

    void copyToTarget()
    {
        const torch::NoGradGuard noGrad;
        auto target = m_module->target->parameters();
        const auto online = m_module->online->parameters();
        for (std::size_t i = 0; i < target.size(); ++i)
            target[i].copy_(online[i]);
        auto targetBuffers = m_module->target->buffers();
        const auto onlineBuffers = m_module->online->buffers();
        for (std::size_t i = 0; i < targetBuffers.size(); ++i)
            targetBuffers[i].copy_(onlineBuffers[i]);
    }

    run::PretrainSettings m_settings;
    ByolValues m_values;
    std::shared_ptr<ByolModule> m_module;
};

} // namespace

std::unique_ptr<PretrainMethod> makeByol(const run::PretrainSettings& settings,
                                         const weights::Architecture& architecture,
                                         const weights::Conventions& conventions)
{
    return std::make_unique<Byol>(settings, architecture, conventions);
}

} // namespace rekindle::pretrain
