#include "core/pretrain/sinkhorn_torch.h"

namespace rekindle::pretrain {

torch::Tensor sinkhorn(const torch::Tensor& scores, const SinkhornSettings& settings)
{
    const torch::NoGradGuard noGrad;
    torch::Tensor weights = torch::exp(scores / settings.epsilon);
    const auto rows = static_cast<double>(weights.size(0));
    const auto prototypes = static_cast<double>(weights.size(1));
    if (settings.iterations < 1)
        return weights * (rows / weights.sum());
    // What the original divides the matrix by is one factor a prototype and one a row. Keeping
    // these aside, the matrix is only read, and the sum over all, by which it is divided at first,
    // falls out.
    torch::Tensor ofRows = torch::ones({weights.size(0)}, weights.options());
    torch::Tensor ofPrototypes;
    for (int i = 0; i < settings.iterations; ++i) {
        ofPrototypes = (weights.t().mv(ofRows) * prototypes).reciprocal();
        ofRows = (weights.mv(ofPrototypes) * rows).reciprocal();
    }
    return weights.mul_(ofPrototypes).mul_((ofRows * rows).unsqueeze(1));
}

} // namespace rekindle::pretrain
