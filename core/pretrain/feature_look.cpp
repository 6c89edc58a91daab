#include "core/pretrain/feature_look_torch.h"

#include "core/pretrain/health_torch.h"

namespace rekindle::pretrain {
namespace {

constexpr std::int64_t kStepsPerLook = 10;

} // namespace

void FeatureLook::take(const torch::Tensor& features, std::int64_t views,
                       const train::StepContext& context)
{
    const torch::Tensor all = model::gatherRows(features, context.replica).all;
    m_spread = featureSpread(all);
    m_close.reset();
    if (context.step % kStepsPerLook != 0)
        return;
    m_close = Close{effectiveRank(all), std::nullopt, std::nullopt};
    if (views > 1)
        m_close->alignment =
            context.replica.sum(alignment(features, views) * context.share).item<double>();
    const torch::Tensor ofOneView =
        model::gatherRows(features.chunk(views, 0).front().contiguous(), context.replica).all;
    if (ofOneView.size(0) > 1)
        m_close->uniformity = uniformity(ofOneView);
}

void FeatureLook::addTo(Json& line) const
{
    line["spread"] = m_spread;
    if (!m_close)
        return;
    line["effective_rank"] = m_close->rank;
    if (m_close->alignment)
        line["alignment"] = *m_close->alignment;
    if (m_close->uniformity)
        line["uniformity"] = *m_close->uniformity;
}

} // namespace rekindle::pretrain
