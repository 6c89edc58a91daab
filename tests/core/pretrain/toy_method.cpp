// A method unlike SimCLR: views of two sizes, a head that stays frozen at first, a moving average.
#include "core/pretrain/method_torch.h"
#include "core/views/view_recipe.h"
#include "tests/core/pretrain/toy_method_torch.h"
#include "tests/core/pretrain/toy_momentum.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace {

using namespace rekindle;
using train::StepContext;

struct ToyModule : torch::nn::Module {
    explicit ToyModule(const weights::Architecture& architecture)
        : backbone(architecture, weights::Conventions{}, model::RunningVariance::Biased)
    {
        register_module("backbone", backbone.ptr());
        head = register_parameter("head", torch::full({1}, 0.5F));
        average = register_buffer("average", torch::zeros({1}));
    }
    model::ResNet backbone;
    torch::Tensor head;    ///< what the loss pulls at, with a slope of 1
    torch::Tensor average; ///< of the head, over steps
};

class Toy : public pretrain::PretrainMethod
{
public:
    explicit Toy(const weights::Architecture& architecture)
        : m_module(std::make_shared<ToyModule>(architecture))
    {
    }

    [[nodiscard]] std::vector<views::ViewRecipe> views() const override
    {
        return {views::scoringView(16), views::scoringView(8), views::scoringView(16)};
    }
    [[nodiscard]] std::int64_t totalSteps(std::int64_t imagesPerEpoch) const override
    {
        return imagesPerEpoch * 2 / 4 + 1;
    }
    [[nodiscard]] double rate(std::int64_t /*step*/,
                              const pretrain::RunLength& /*length*/) const override
    {
        return 1.0;
    }
    std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        train::AdamSettings adam;
        adam.weightDecay = 0;
        return train::makeAdam({{"head", m_module->head}}, adam);
    }
    pretrain::Embeddings embed(const std::vector<train::ViewPixels>& blocks) override
    {
        toySeen().blocks.clear();
        for (const auto& block : blocks)
            toySeen().blocks.push_back({block.views, block.pixels.sizes().vec()});
        const auto features = m_module->backbone->forward(blocks.front().pixels);
        return {{m_module->head * 1.0F}, features.detach()};
    }
    torch::Tensor loss(const pretrain::Embeddings& embeddings, const StepContext& context) override
    {
        toySeen().steps.push_back(context.step);
        toySeen().total = context.total;
        return embeddings.parts.front().sum();
    }
    void beforeUpdate(const StepContext& context) override
    {
        if (context.step < kToyFrozen)
            m_module->head.mutable_grad() = torch::Tensor();
    }
    void afterUpdate(const StepContext& context) override
    {
        const torch::NoGradGuard noGrad;
        const double momentum = toyMomentum(kToyMomentum, context.step, context.total);
        m_module->average.mul_(momentum).add_((1 - momentum) * m_module->head);
        toySeen().heads.push_back(m_module->head.item<double>());
        toySeen().averages.push_back(m_module->average.item<double>());
    }
    torch::nn::Module& module() override { return *m_module; }
    model::ResNet& backbone() override { return m_module->backbone; }

protected:
    std::shared_ptr<ToyModule> m_module;
};

std::vector<torch::Tensor> stateOf(const torch::nn::Module& module)
{
    std::vector<torch::Tensor> state;
    for (const torch::Tensor& tensor : module.parameters())
        state.push_back(tensor.detach().clone());
    for (const torch::Tensor& tensor : module.buffers())
        state.push_back(tensor.clone());
    return state;
}

/// What a bad method had after its one good step, and the module as it is by now.
struct BadSeen {
    std::vector<torch::Tensor> good;
    std::shared_ptr<torch::nn::Module> module;
};

BadSeen& badSeen()
{
    static BadSeen seen;
    return seen;
}

/// One good step; then a finite loss with a gradient that is no number, then losses that are none.
class Bad : public Toy
{
public:
    using Toy::Toy;

    torch::Tensor loss(const pretrain::Embeddings& embeddings, const StepContext& context) override
    {
        const torch::Tensor& head = embeddings.parts.front();
        if (context.step == 0)
            return head.sum();
        return context.step == 1 ? (head - head).sqrt().sum() : (head / 0.0 - head / 0.0).sum();
    }
    void beforeUpdate(const StepContext&) override {}
    void afterUpdate(const StepContext&) override { badSeen() = {stateOf(*m_module), m_module}; }
};

/// See Stumbling.
class Clumsy : public Toy
{
public:
    using Toy::Toy;

    torch::Tensor loss(const pretrain::Embeddings& embeddings, const StepContext& context) override
    {
        if (context.step == stumbling().dies)
            throw std::runtime_error("the power went");
        const auto& bad = stumbling().bad;
        const bool isBad = std::find(bad.begin(), bad.end(), context.step) != bad.end();
        return Toy::loss(embeddings, context) *
               (isBad ? std::numeric_limits<double>::quiet_NaN() : 1.0);
    }
};

} // namespace

bool badStateIsAsAfterTheGoodStep()
{
    const auto now = stateOf(*badSeen().module);
    const auto& good = badSeen().good;
    return std::equal(now.begin(), now.end(), good.begin(), good.end(),
                      [](const auto& a, const auto& b) { return torch::equal(a, b); });
}

std::unique_ptr<rekindle::pretrain::PretrainMethod>
makeBad(const rekindle::run::PretrainSettings&, const rekindle::weights::Architecture& architecture,
        const rekindle::weights::Conventions&)
{
    return std::make_unique<Bad>(architecture);
}

Stumbling& stumbling()
{
    static Stumbling how;
    return how;
}

std::unique_ptr<rekindle::pretrain::PretrainMethod>
makeStumbling(const rekindle::run::PretrainSettings&,
              const rekindle::weights::Architecture& architecture,
              const rekindle::weights::Conventions&)
{
    return std::make_unique<Clumsy>(architecture);
}

ToySeen& toySeen()
{
    static ToySeen seen;
    return seen;
}

std::unique_ptr<rekindle::pretrain::PretrainMethod>
makeToy(const rekindle::run::PretrainSettings&, const rekindle::weights::Architecture& architecture,
        const rekindle::weights::Conventions&)
{
    return std::make_unique<Toy>(architecture);
}
