#include "core/pretrain/swav_loss_torch.h"

namespace rekindle::pretrain {

SwavLoss swavLoss(const torch::Tensor& scores, const std::vector<int>& assigning,
                  double temperature, const SinkhornSettings& settings,
                  const std::vector<torch::Tensor>& queued, const model::Replica& replica)
{
    const std::int64_t crops = scores.size(0);
    const std::int64_t count = scores.size(1);
    const torch::Tensor logs = torch::log_softmax(scores / temperature, 2);
    const torch::Tensor ofAll = logs.sum(0);
    SwavLoss result;
    double share = 1;
    for (std::size_t i = 0; i < assigning.size(); ++i) {
        const model::GatheredRows rows = model::gatherRows(scores[assigning[i]].detach(), replica);
        share = static_cast<double>(count) / static_cast<double>(rows.all.size(0));
        // Earlier images first, as the original: the batch's rows are the last ones.
        const torch::Tensor all = queued.empty() ? rows.all : torch::cat({queued[i], rows.all}, 0);
        const std::int64_t first = all.size(0) - rows.all.size(0) + rows.first;
        const torch::Tensor assignment = sinkhorn(all, settings).narrow(0, first, count);
        const torch::Tensor others = ofAll - logs[assigning[i]];
        const torch::Tensor entropy =
            -(assignment * others).sum(1).mean() / static_cast<double>(crops - 1);
        result.loss = result.loss.defined() ? result.loss + entropy : entropy;
        result.assignments.push_back(assignment);
    }
    result.loss = result.loss * (share / static_cast<double>(assigning.size()));
    return result;
}

} // namespace rekindle::pretrain
