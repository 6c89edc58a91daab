#pragma once

#include "core/pretrain/method_torch.h"

#include <functional>
#include <vector>

/// SimCLR as the product has it, watched step by step, with replicas in one process.
struct Watched {
    struct Replica {
        std::vector<torch::Tensor> state; ///< parameters and buffers after the latest update
        int updates = 0;
    };
    std::vector<Replica> replicas = std::vector<Replica>(1); ///< by rank
    std::function<void(const rekindle::train::StepContext&)> afterStep;
    /// Whether this replica's part of the loss shall be no number.
    std::function<bool(const rekindle::train::StepContext&)> isBad;
};
[[nodiscard]] Watched& watched();

[[nodiscard]] std::unique_ptr<rekindle::pretrain::PretrainMethod>
makeWatched(const rekindle::run::PretrainSettings& settings,
            const rekindle::weights::Architecture& architecture,
            const rekindle::weights::Conventions& conventions);
