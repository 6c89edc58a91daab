#include "core/pretrain/method_torch.h"

#include "core/model/heads_torch.h"
#include "core/model/initialise_torch.h"
#include "core/pretrain/swav_loss_torch.h"
#include "core/pretrain/swav_rules.h"
#include "core/recipes/method_views.h"

namespace rekindle::pretrain {
namespace {

namespace functional = torch::nn::functional;

constexpr std::int64_t kHidden = 2048;
constexpr std::int64_t kOutputs = 128;
/// The large crops: each is assigned to prototypes, and every other crop foretells that.
const std::vector<int> kAssigning{0, 1};

struct SwavModule : torch::nn::Module {
    SwavModule(const weights::Architecture& architecture, const weights::Conventions& conventions,
               std::int64_t count)
        : backbone(architecture, conventions, model::RunningVariance::Unbiased),
          head(model::PerceptronImpl::Shape{architecture.featureDim, kHidden, kOutputs, true},
               model::RunningVariance::Unbiased),
          prototypes(kOutputs, count, false)
    {
        register_module("backbone", backbone.ptr());
        register_module("head", head.ptr());
        register_module("prototypes", prototypes.ptr());
    }
    /// Rows that earlier batches fill, the newest first; a buffer, so that it is saved, restored
    /// and undone with the statistics.
    void makeQueue(std::int64_t rows)
    {
        queue = register_buffer(
            "queue", torch::zeros({static_cast<std::int64_t>(kAssigning.size()), rows, kOutputs}));
    }

    model::ResNet backbone;
    model::Perceptron head;
    model::Linear prototypes;
    torch::Tensor queue; ///< [assigning crops, L, 128]; undefined without one
};

/// SwAV: one forward pass a resolution, assignments by Sinkhorn-Knopp, SGD within LARC (recipes 1).
class Swav : public PretrainMethod
{
public:
    Swav(const run::PretrainSettings& settings, const weights::Architecture& architecture,
         const weights::Conventions& conventions)
        : m_settings(settings), m_own(specs::swavSettings(settings.own)),
          m_module(std::make_shared<SwavModule>(architecture, conventions, m_own.prototypes))
    {
        model::initialiseSwav(m_module->backbone, settings.seed);
        model::initialiseUniform(m_module->head, settings.seed, 1);
        model::initialiseUniform(m_module->prototypes->weight, settings.seed, 2);
    }

    [[nodiscard]] std::vector<views::ViewRecipe> views() const override
    {
        return recipes::swavViews(m_settings);
    }

    [[nodiscard]] std::int64_t totalSteps(std::int64_t imagesPerEpoch) const override
    {
        return swavSteps(imagesPerEpoch, m_settings.epochs, m_settings.batch);
    }
    [[nodiscard]] std::int64_t stepsPerEpoch(std::int64_t imagesPerEpoch) const override
    {
        return imagesPerEpoch / m_settings.batch;
    }
    [[nodiscard]] std::vector<HeadTensor> headTensors() const override
    {
        auto wanted = perceptronTensors("head", "projection_head");
        wanted.push_back({"prototypes.weight", {}, false});
        return wanted;
    }
    void begin(const RunLength& length, Start /*start*/) override
    {
        m_queue = swavQueue(length.batch, m_own, length.stepsPerEpoch);
        if (m_queue.rows > 0)
            m_module->makeQueue(m_queue.rows);
    }
    [[nodiscard]] double rate(std::int64_t step, const RunLength& length) const override
    {
        return linearCosine(swavSchedule(m_settings, m_own, length.stepsPerEpoch), step);
    }

    [[nodiscard]] std::int64_t warmupSteps(const RunLength& length) const override
    {
        return swavSchedule(m_settings, m_own, length.stepsPerEpoch).warmup;
    }

    std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        train::LarcSettings larc;
        larc.weightDecay = m_settings.weightDecay >= 0 ? m_settings.weightDecay : 1e-6;
        return train::makeLarc(train::parametersOf(*m_module, ""), larc);
    }

    Embeddings embed(const std::vector<train::ViewPixels>& blocks) override
    {
        const torch::Device device = blocks.front().pixels.device();
        const train::MixedPrecision mixed(device, m_settings.precision == "bf16");
        std::vector<torch::Tensor> features;
        features.reserve(blocks.size());
        for (const train::ViewPixels& block : blocks)
            features.push_back(m_module->backbone->forward(block.pixels));
        const torch::Tensor projected = m_module->head->forward(torch::cat(features, 0));
        return {{functional::normalize(projected.to(m_module->prototypes->weight.scalar_type()))},
                features.front().detach().to(torch::kFloat),
                static_cast<std::int64_t>(blocks.front().views.size())};
    }

    torch::Tensor loss(const Embeddings& embeddings, const train::StepContext& context) override
    {
        putPrototypesOnSphere();
        const torch::Tensor& rows = embeddings.parts.front();
        const std::int64_t crops = cropCount();
        const torch::Tensor scores =
            m_module->prototypes->forward(rows).view({crops, rows.size(0) / crops, -1});
        const bool queues = m_module->queue.defined() && context.step >= m_queue.firstStep;
        std::vector<torch::Tensor> queued;
        if (queues && queueIsFull())
            queued = queueScores();
        const SwavLoss loss = swavLoss(scores, kAssigning, m_own.temperature,
                                       {m_own.epsilon, m_own.iterations}, queued, context.replica);
        if (queues)
            fillQueue(rows.detach().view({crops, rows.size(0) / crops, -1}), context.replica);
        return loss.loss;
    }

    void beforeUpdate(const train::StepContext& context) override
    {
        if (context.step < swavFrozenSteps(m_settings.batch, m_own))
            m_module->prototypes->weight.mutable_grad() = torch::Tensor();
    }

    torch::nn::Module& module() override { return *m_module; }
    model::ResNet& backbone() override { return m_module->backbone; }

private:
    [[nodiscard]] std::int64_t cropCount() const
    {
        return specs::swavHasSmallCrops(m_settings.imageSize, m_own) ? 2 + m_own.smallCrops : 2;
    }

    /// At the start of every step; the update leaves them beside it until the next one. A step that
    /// is undone needs no undoing here: the next one begins alike.
    void putPrototypesOnSphere()
    {
        const torch::NoGradGuard noGrad;
        torch::Tensor& weight = m_module->prototypes->weight;
        weight.copy_(functional::normalize(weight));
    }

    /// Whether the last row is filled. Once it is it stays so, and no device is waited for again.
    [[nodiscard]] bool queueIsFull()
    {
        if (!m_queueIsFull)
            m_queueIsFull =
                m_module->queue.select(0, 0).select(0, -1).count_nonzero().item<std::int64_t>() > 0;
        return m_queueIsFull;
    }

    [[nodiscard]] std::vector<torch::Tensor> queueScores()
    {
        const torch::NoGradGuard noGrad;
        std::vector<torch::Tensor> scores;
        for (std::int64_t i = 0; i < m_module->queue.size(0); ++i)
            scores.push_back(m_module->prototypes->forward(m_module->queue[i]));
        return scores;
    }

    /// The rows of all replicas go in front, the oldest fall out.
    void fillQueue(const torch::Tensor& rows, const model::Replica& replica)
    {
        const torch::NoGradGuard noGrad;
        for (std::size_t i = 0; i < kAssigning.size(); ++i) {
            const torch::Tensor newest =
                model::gatherRows(rows[kAssigning[i]].contiguous(), replica).all;
            torch::Tensor queue = m_module->queue[static_cast<std::int64_t>(i)];
            const std::int64_t kept = queue.size(0) - newest.size(0);
            queue.copy_(torch::cat({newest, queue.narrow(0, 0, kept)}, 0));
        }
    }

    run::PretrainSettings m_settings;
    specs::SwavSettings m_own;
    std::shared_ptr<SwavModule> m_module;
    SwavQueue m_queue;
    bool m_queueIsFull = false;
};

} // namespace

std::unique_ptr<PretrainMethod> makeSwav(const run::PretrainSettings& settings,
                                         const weights::Architecture& architecture,
                                         const weights::Conventions& conventions)
{
    return std::make_unique<Swav>(settings, architecture, conventions);
}

} // namespace rekindle::pretrain
