#pragma once

#include "model/resnet_torch.h"
#include "score_images_torch.h"

namespace rekindle::evaluate {

/// Pooled features [rows, D] float32 on the host, evaluation mode, no gradients.
[[nodiscard]] Result<torch::Tensor> extractFeatures(model::ResNet& network, ScoreImages& images,
                                                    const torch::Device& device);

/// A network with a checkpoint's weights on `device`, channels last.
[[nodiscard]] Result<model::ResNet> makeNetwork(const checkpoint::Architecture& architecture,
                                                const checkpoint::Conventions& conventions,
                                                const checkpoint::WeightSet& weights,
                                                const torch::Device& device);

} // namespace rekindle::evaluate
