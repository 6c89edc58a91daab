#pragma once

#include <torch/torch.h>

namespace rekindle::pretrain {

struct SinkhornSettings {
    double epsilon = 0.05;
    int iterations = 3;
};

/// SwAV's assignment of rows to prototypes (recipes 1.4; main_swav.py distributed_sinkhorn): from
/// scores [B, K] the matrix [B, K] whose rows add up to 1, while every prototype gets about B / K
/// of them. exp(scores / epsilon) is scaled by prototypes and by rows in turn, `iterations` times,
/// rows last. Without gradients. float32 holds scores up to 1 and an epsilon down to 0.02.
[[nodiscard]] torch::Tensor sinkhorn(const torch::Tensor& scores, const SinkhornSettings& settings);

} // namespace rekindle::pretrain
