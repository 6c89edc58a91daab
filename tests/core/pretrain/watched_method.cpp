#include "tests/core/pretrain/watched_method_torch.h"

#include <limits>

namespace {

using namespace rekindle;
using train::StepContext;

class WatchedSimclr : public pretrain::PretrainMethod
{
public:
    explicit WatchedSimclr(std::unique_ptr<pretrain::PretrainMethod> simclr)
        : m_simclr(std::move(simclr))
    {
    }

    [[nodiscard]] std::vector<views::ViewRecipe> views() const override
    {
        return m_simclr->views();
    }
    [[nodiscard]] std::int64_t totalSteps(std::int64_t imagesPerEpoch) const override
    {
        return m_simclr->totalSteps(imagesPerEpoch);
    }
    [[nodiscard]] double rate(std::int64_t step, const pretrain::RunLength& length) const override
    {
        return m_simclr->rate(step, length);
    }
    [[nodiscard]] std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        return m_simclr->makeOptimizer();
    }
    [[nodiscard]] pretrain::Embeddings embed(const std::vector<train::ViewPixels>& blocks) override
    {
        return m_simclr->embed(blocks);
    }
    [[nodiscard]] torch::Tensor loss(const pretrain::Embeddings& embeddings,
                                     const StepContext& context) override
    {
        const bool bad = watched().isBad && watched().isBad(context);
        return m_simclr->loss(embeddings, context) *
               (bad ? std::numeric_limits<double>::quiet_NaN() : 1.0);
    }
    void afterUpdate(const StepContext& context) override
    {
        auto& seen = watched().replicas[static_cast<std::size_t>(context.replica.rank())];
        ++seen.updates;
        seen.state.clear();
        for (const torch::Tensor& tensor : module().parameters())
            seen.state.push_back(tensor.detach().clone());
        for (const torch::Tensor& tensor : module().buffers())
            seen.state.push_back(tensor.clone());
        if (watched().afterStep)
            watched().afterStep(context);
    }
    [[nodiscard]] torch::nn::Module& module() override { return m_simclr->module(); }
    [[nodiscard]] model::ResNet& backbone() override { return m_simclr->backbone(); }

private:
    std::unique_ptr<pretrain::PretrainMethod> m_simclr;
};

} // namespace

Watched& watched()
{
    static Watched all;
    return all;
}

std::unique_ptr<pretrain::PretrainMethod> makeWatched(const run::PretrainSettings& settings,
                                                      const weights::Architecture& architecture,
                                                      const weights::Conventions& conventions)
{
    return std::make_unique<WatchedSimclr>(
        pretrain::makeSimclr(settings, architecture, conventions));
}
