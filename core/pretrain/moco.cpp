#include "core/pretrain/method_torch.h"

#include "core/model/heads_torch.h"
#include "core/model/initialise_torch.h"
#include "core/recipes/method_views.h"
#include "core/specs/moco_spec.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rekindle::pretrain {
namespace {

namespace functional = torch::nn::functional;

constexpr std::int64_t kOutputs = 128;

/// A backbone with its head: the queries have one, the keys a slow copy of it.
struct Encoder : torch::nn::Module {
    Encoder(const weights::Architecture& architecture, const weights::Conventions& conventions)
        : backbone(architecture, conventions, model::RunningVariance::Unbiased),
          hidden(architecture.featureDim, architecture.featureDim, true),
          output(architecture.featureDim, kOutputs, true)
    {
        register_module("backbone", backbone.ptr());
        register_module("hidden", hidden.ptr());
        register_module("output", output.ptr());
    }
    /// [N, 128] of unit length; `features` receives what the backbone made.
    torch::Tensor forward(const torch::Tensor& pixels, torch::Tensor& features)
    {
        features = backbone->forward(pixels);
        const torch::Tensor rows = output->forward(torch::relu(hidden->forward(features)));
        return functional::normalize(rows.to(output->weight.scalar_type()));
    }

    model::ResNet backbone;
    model::Linear hidden, output;
};

struct MocoModule : torch::nn::Module {
    MocoModule(const weights::Architecture& architecture, const weights::Conventions& conventions,
               std::int64_t rows)
        : query(std::make_shared<Encoder>(architecture, conventions)),
          key(std::make_shared<Encoder>(architecture, conventions))
    {
        register_module("query", query);
        register_module("key", key);
        queue = register_buffer("queue", torch::zeros({rows, kOutputs}));
        for (torch::Tensor& parameter : key->parameters())
            parameter.set_requires_grad(false);
    }

    std::shared_ptr<Encoder> query, key;
    torch::Tensor queue; ///< [rows, 128], the newest first
};

/// MoCo v2 (moco/builder.py, main_moco.py): the query of one view finds the key of the other among
/// those of earlier batches; the key network follows by a moving average; SGD. On one device there
/// are no parts of a batch among which batch norm's rows could be shuffled.
class Moco : public PretrainMethod
{
public:
    Moco(const run::PretrainSettings& settings, const weights::Architecture& architecture,
         const weights::Conventions& conventions)
        : m_settings(settings), m_own(specs::mocoSettings(settings.own)),
          m_module(std::make_shared<MocoModule>(architecture, conventions,
                                                specs::mocoQueueRows(m_own, settings.batch)))
    {
        model::initialiseSwav(m_module->query->backbone, settings.seed);
        model::initialiseUniform(m_module->query->hidden, settings.seed, 1);
        model::initialiseUniform(m_module->query->output, settings.seed, 2);
        model::initialiseUnitRows(m_module->queue, settings.seed, 3);
        copyToKeys();
    }

    [[nodiscard]] std::vector<views::ViewRecipe> views() const override
    {
        return recipes::mocoViews(m_settings);
    }
    [[nodiscard]] std::int64_t totalSteps(std::int64_t imagesPerEpoch) const override
    {
        return m_settings.epochs * stepsPerEpoch(imagesPerEpoch);
    }
    [[nodiscard]] std::int64_t stepsPerEpoch(std::int64_t imagesPerEpoch) const override
    {
        return imagesPerEpoch / m_settings.batch;
    }
    void begin(const RunLength& /*length*/, Start /*start*/) override { copyToKeys(); }

    /// 0.03 B / 256, after a linear rise where one is asked for half a cosine, a pass at a time.
    [[nodiscard]] double rate(std::int64_t step, const RunLength& length) const override
    {
        const double peak =
            m_settings.lr > 0 ? m_settings.lr : 0.03 * static_cast<double>(length.batch) / 256.0;
        const std::int64_t rise = warmupSteps(length);
        if (step < rise)
            return peak * static_cast<double>(step) / static_cast<double>(rise);
        const std::int64_t pass = step / length.stepsPerEpoch;
        return peak * 0.5 *
               (1.0 + std::cos(std::numbers::pi * static_cast<double>(pass) /
                               static_cast<double>(length.epochs)));
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
        return train::makeSgd(train::parametersOf(*m_module->query, "query."), sgd);
    }

    Embeddings embed(const std::vector<train::ViewPixels>& blocks) override
    {
        Embeddings made = embedAgain(blocks);
        const torch::Tensor view = blocks.front().pixels.chunk(2, 0)[1];
        const train::MixedPrecision mixed(view.device(), m_settings.precision == "bf16");
        torch::Tensor features;
        const torch::NoGradGuard noGrad;
        made.parts[1] = m_module->key->forward(view, features);
        return made;
    }

    /// The queries; the place of the keys stays empty.
    Embeddings embedAgain(const std::vector<train::ViewPixels>& blocks) override
    {
        const torch::Tensor view = blocks.front().pixels.chunk(2, 0)[0];
        const train::MixedPrecision mixed(view.device(), m_settings.precision == "bf16");
        torch::Tensor features;
        const torch::Tensor queries = m_module->query->forward(view, features);
        return {{queries, torch::Tensor()}, features.detach().to(torch::kFloat)};
    }

    torch::Tensor loss(const Embeddings& embeddings, const train::StepContext& context) override
    {
        const torch::Tensor& queries = embeddings.parts[0];
        const torch::Tensor keys = embeddings.parts[1].detach();
        const torch::Tensor own = (queries * keys).sum(1, true);
        const torch::Tensor others = queries.matmul(m_module->queue.t().clone());
        const torch::Tensor labels = torch::zeros(
            {queries.size(0)}, torch::TensorOptions().dtype(torch::kLong).device(queries.device()));
        const torch::Tensor loss =
            torch::cross_entropy_loss(torch::cat({own, others}, 1) / m_own.temperature, labels);
        fillQueue(keys, context.replica);
        return loss * context.share;
    }

    /// The keys' network follows after each update, which is before the next batch's keys.
    void afterUpdate(const train::StepContext& /*context*/) override
    {
        const torch::NoGradGuard noGrad;
        auto keys = m_module->key->parameters();
        const auto queries = m_module->query->parameters();
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i].mul_(m_own.keyMomentum).add_(queries[i], 1.0 - m_own.keyMomentum);
    }

    torch::nn::Module& module() override { return *m_module; }
    model::ResNet& backbone() override { return m_module->query->backbone; }

private:
    void copyToKeys()
    {
        const torch::NoGradGuard noGrad;
        auto keys = m_module->key->parameters(), keyBuffers = m_module->key->buffers();
        const auto queries = m_module->query->parameters(), buffers = m_module->query->buffers();
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i].copy_(queries[i]);
        for (std::size_t i = 0; i < keyBuffers.size(); ++i)
            keyBuffers[i].copy_(buffers[i]);
    }

    void fillQueue(const torch::Tensor& keys, const model::Replica& replica)
    {
        const torch::NoGradGuard noGrad;
        torch::Tensor& queue = m_module->queue;
        const torch::Tensor newest = model::gatherRows(keys, replica).all;
        queue.copy_(torch::cat({newest, queue.narrow(0, 0, queue.size(0) - newest.size(0))}, 0));
    }

    run::PretrainSettings m_settings;
    specs::MocoSettings m_own;
    std::shared_ptr<MocoModule> m_module;
};

} // namespace

std::unique_ptr<PretrainMethod> makeMoco(const run::PretrainSettings& settings,
                                         const weights::Architecture& architecture,
                                         const weights::Conventions& conventions)
{
    return std::make_unique<Moco>(settings, architecture, conventions);
}

} // namespace rekindle::pretrain
