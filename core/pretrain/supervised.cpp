#include "core/pretrain/method_torch.h"

#include "core/model/heads_torch.h"
#include "core/model/initialise_torch.h"
#include "core/pretrain/supervised_rules.h"
#include "core/recipes/method_views.h"

namespace rekindle::pretrain {
namespace {

struct SupervisedModule : torch::nn::Module {
    SupervisedModule(const weights::Architecture& architecture,
                     const weights::Conventions& conventions)
        : backbone(architecture, conventions, model::RunningVariance::Unbiased)
    {
        register_module("backbone", backbone.ptr());
    }
    void makeClassifier(std::int64_t classes)
    {
        classifier = model::Classifier(backbone->architecture().featureDim, classes);
        register_module("classifier", classifier.ptr());
    }

    model::ResNet backbone;
    model::Classifier classifier{nullptr};
};

/// Supervised pretraining as for ImageNet (He et al. 2016; torchvision's references/classification
/// train.py): one view an image, a linear classifier on the pooled features, cross-entropy, SGD, a
/// tenth of the rate after each third of the run.
class Supervised : public PretrainMethod
{
public:
    Supervised(const run::PretrainSettings& settings, const weights::Architecture& architecture,
               const weights::Conventions& conventions)
        : m_settings(settings),
          m_module(std::make_shared<SupervisedModule>(architecture, conventions))
    {
        model::initialiseSwav(m_module->backbone, settings.seed);
    }

    [[nodiscard]] std::vector<views::ViewRecipe> views() const override
    {
        return recipes::supervisedViews(m_settings);
    }
    [[nodiscard]] std::int64_t totalSteps(std::int64_t imagesPerEpoch) const override
    {
        return m_settings.epochs * stepsPerEpoch(imagesPerEpoch);
    }
    [[nodiscard]] std::int64_t stepsPerEpoch(std::int64_t imagesPerEpoch) const override
    {
        return imagesPerEpoch / m_settings.batch;
    }
    void begin(const RunLength& length, Start /*start*/) override
    {
        m_module->makeClassifier(length.classes);
        model::initialiseClassifier(m_module->classifier, m_settings.seed);
    }
    [[nodiscard]] double rate(std::int64_t step, const RunLength& length) const override
    {
        const double peak = m_settings.lr > 0 ? m_settings.lr : supervisedPeakRate(length.batch);
        return supervisedRate(peak, warmupSteps(length), step, length);
    }
    [[nodiscard]] std::int64_t warmupSteps(const RunLength& length) const override
    {
        return static_cast<std::int64_t>(std::max(m_settings.warmupEpochs, 0.0) *
                                         static_cast<double>(length.stepsPerEpoch));
    }

    std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        train::SgdSettings sgd;
        sgd.weightDecay = m_settings.weightDecay >= 0 ? m_settings.weightDecay : 1e-4;
        return train::makeSgd(train::parametersOf(*m_module, ""), sgd);
    }

    Embeddings embed(const std::vector<train::ViewPixels>& blocks) override
    {
        const torch::Tensor& pixels = blocks.front().pixels;
        const train::MixedPrecision mixed(pixels.device(), m_settings.precision == "bf16");
        const torch::Tensor features = m_module->backbone->forward(pixels);
        const torch::Tensor logits = m_module->classifier->forward(features);
        return {{logits.to(m_module->classifier->weight.scalar_type())},
                features.detach().to(torch::kFloat)};
    }

    torch::Tensor loss(const Embeddings& embeddings, const train::StepContext& context) override
    {
        return torch::cross_entropy_loss(embeddings.parts.front(), embeddings.labels) *
               context.share;
    }

    torch::nn::Module& module() override { return *m_module; }
    model::ResNet& backbone() override { return m_module->backbone; }

private:
    run::PretrainSettings m_settings;
    std::shared_ptr<SupervisedModule> m_module;
};

} // namespace

std::unique_ptr<PretrainMethod> makeSupervised(const run::PretrainSettings& settings,
                                               const weights::Architecture& architecture,
                                               const weights::Conventions& conventions)
{
    return std::make_unique<Supervised>(settings, architecture, conventions);
}

} // namespace rekindle::pretrain
