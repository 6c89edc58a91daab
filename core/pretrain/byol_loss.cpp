#include "core/pretrain/byol_loss_torch.h"

#include "core/pretrain/ntxent_torch.h"

namespace rekindle::pretrain {
namespace {

torch::Tensor distances(const torch::Tensor& prediction, const torch::Tensor& target)
{
    return (l2Normalise(prediction) - l2Normalise(target.detach())).square().sum(1);
}

} // namespace

torch::Tensor byolLoss(const torch::Tensor& prediction1, const torch::Tensor& prediction2,
                       const torch::Tensor& target1, const torch::Tensor& target2)
{
    return (distances(prediction1, target2) + distances(prediction2, target1)).mean();
}

} // namespace rekindle::pretrain
