#pragma once

#include "core/base/json.h"
#include "core/train/trainee_torch.h"

#include <cstdint>
#include <optional>

namespace rekindle::pretrain {

/// What the features of a step tell of a network that learns: after each step how far they spread,
/// and every ten steps a closer look, which costs more.
class FeatureLook
{
public:
    /// Of the step's images, view by view, [views * N, D]: those of this replica. All replicas look
    /// together, and get the same answers.
    void take(const torch::Tensor& features, std::int64_t views, const train::StepContext& context);

    /// featureSpread of the last step.
    [[nodiscard]] double spread() const { return m_spread; }
    /// Whether the last step was looked at closely.
    [[nodiscard]] bool isClose() const { return m_close.has_value(); }
    /// Into a step's line: `spread`, and of a closer look `effective_rank`, and where there are two
    /// views `alignment`, and where there are two images `uniformity`.
    void addTo(Json& line) const;

private:
    struct Close {
        double rank = 0;
        std::optional<double> alignment, uniformity;
    };

    double m_spread = 0;
    std::optional<Close> m_close;
};

} // namespace rekindle::pretrain
