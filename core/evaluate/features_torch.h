#pragma once

#include "core/evaluate/score_images_torch.h"
#include "core/model/resnet_torch.h"
#include "core/weights/weight_set.h"

namespace rekindle::evaluate {

/// Pooled features [rows, D] float32 on the host, evaluation mode, no gradients.
[[nodiscard]] Result<torch::Tensor> extractFeatures(model::ResNet& network, ScoreImages& images,
                                                    const torch::Device& device);

/// A network with a checkpoint's weights on `device`, channels last.
[[nodiscard]] Result<model::ResNet> makeNetwork(const weights::Architecture& architecture,
                                                const weights::Conventions& conventions,
                                                const weights::WeightSet& weights,
                                                const torch::Device& device);

} // namespace rekindle::evaluate
