#include "core/pretrain/method_torch.h"

#include "core/model/heads_torch.h"
#include "core/model/initialise_torch.h"
#include "core/pretrain/ntxent_torch.h"
#include "core/pretrain/simclr_rules.h"
#include "core/pretrain/warmup_cosine.h"
#include "core/recipes/method_views.h"
#include "core/specs/simclr_spec.h"

namespace rekindle::pretrain {
namespace {

/// SimCLR v1: two views in one forward pass, projection head, NT-Xent, LARS (recipes 1).
class Simclr : public PretrainMethod
{
public:
    Simclr(const run::PretrainSettings& settings, const weights::Architecture& architecture,
           const weights::Conventions& conventions)
        : m_settings(settings), m_own(specs::simclrSettings(settings.own)),
          m_backbone(architecture, conventions, model::RunningVariance::Biased),
          m_head(architecture.featureDim)
    {
        model::initialiseSimclr(m_backbone, settings.seed);
        model::initialiseSimclr(m_head, settings.seed);
        m_module->add("backbone", m_backbone.ptr());
        m_module->add("head", m_head.ptr());
    }

    [[nodiscard]] std::vector<views::ViewRecipe> views() const override
    {
        return recipes::simclrViews(m_settings);
    }

    [[nodiscard]] std::int64_t totalSteps(std::int64_t imagesPerEpoch) const override
    {
        return simclrSteps(imagesPerEpoch, m_settings.epochs, m_settings.batch);
    }
    [[nodiscard]] double rate(std::int64_t step, const RunLength& length) const override
    {
        WarmupCosine schedule;
        schedule.warmup = warmupSteps(length);
        schedule.total = length.steps;
        schedule.peak = m_settings.lr > 0 ? m_settings.lr : simclrPeakRate(length.batch);
        return warmupCosine(schedule, step);
    }

    [[nodiscard]] std::int64_t warmupSteps(const RunLength& length) const override
    {
        const double passes = m_settings.warmupEpochs >= 0 ? m_settings.warmupEpochs : 10.0;
        return simclrWarmupSteps(length.imagesPerEpoch, passes, length.batch);
    }

    std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        train::LarsSettings lars;
        lars.weightDecay = m_settings.weightDecay >= 0 ? m_settings.weightDecay : 1e-6;
        return train::makeLars(train::parametersOf(*m_module, ""), lars);
    }

    Embeddings embed(const std::vector<train::ViewPixels>& blocks) override
    {
        const torch::Tensor& pixels = blocks.front().pixels;
        const train::MixedPrecision mixed(pixels.device(), m_settings.precision == "bf16");
        const torch::Tensor features = m_backbone->forward(pixels);
        const torch::Tensor projected = m_head->forward(features);
        return {
            {projected.to(m_head->output.scalar_type())}, features.detach().to(torch::kFloat), 2};
    }

    torch::Tensor loss(const Embeddings& embeddings, const train::StepContext& context) override
    {
        const auto halves = embeddings.parts.front().chunk(2, 0);
        return ntXent(halves[0], halves[1], m_own.temperature, context.replica);
    }

    torch::nn::Module& module() override { return *m_module; }
    model::ResNet& backbone() override { return m_backbone; }

private:
    run::PretrainSettings m_settings;
    specs::SimclrSettings m_own;
    model::ResNet m_backbone;
    model::SimclrHead m_head;
    /// Holds both under their names: "backbone.conv1.weight", "head.hidden".
    struct Parts : torch::nn::Module {
        void add(const std::string& name, const std::shared_ptr<torch::nn::Module>& part)
        {
            register_module(name, part);
        }
    };
    std::shared_ptr<Parts> m_module = std::make_shared<Parts>();
};

} // namespace

std::unique_ptr<PretrainMethod> makeSimclr(const run::PretrainSettings& settings,
                                           const weights::Architecture& architecture,
                                           const weights::Conventions& conventions)
{
    return std::make_unique<Simclr>(settings, architecture, conventions);
}

} // namespace rekindle::pretrain
