#pragma once

#include "core/model/replica_torch.h"
#include "core/pretrain/sinkhorn_torch.h"

#include <torch/torch.h>

#include <vector>

namespace rekindle::pretrain {

/// A loss with what its crops were assigned to.
struct SwavLoss {
    torch::Tensor loss;                     ///< scalar, nats
    std::vector<torch::Tensor> assignments; ///< one [N, K] per assigning crop, without gradients
};

/// Swapped prediction (recipes 1.4; main_swav.py train): scores [V, N, K] of N images in V crops.
/// For each crop of `assigning` its assignment by Sinkhorn-Knopp is foretold by every other crop
/// from its scores / temperature: the cross entropies' mean over images, over the V - 1 crops and
/// over the assigning ones. `queued`: scores of earlier images [L, K], one per assigning crop, that
/// are assigned along with the batch; empty without a queue. Returns this replica's part; the
/// assignment sees the rows of all replicas, while queues are the same for all.
[[nodiscard]] SwavLoss swavLoss(const torch::Tensor& scores, const std::vector<int>& assigning,
                                double temperature, const SinkhornSettings& settings,
                                const std::vector<torch::Tensor>& queued,
                                const model::Replica& replica);

} // namespace rekindle::pretrain
