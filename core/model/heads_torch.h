#pragma once

#include "core/model/resnet_torch.h"

namespace rekindle::model {

/// SimCLR v1's projection (recipes 1.2): Linear D -> D without bias, BN, ReLU, Linear D -> 128
/// without bias, BN without beta. [N, D] -> [N, 128], not yet L2-normalised.
class SimclrHeadImpl : public torch::nn::Module
{
public:
    explicit SimclrHeadImpl(std::int64_t features, std::int64_t outputs = 128);
    torch::Tensor forward(const torch::Tensor& features);

    torch::Tensor hidden; ///< [D, D]
    torch::Tensor output; ///< [128, D]

private:
    BatchNorm m_hiddenNorm{nullptr}, m_outputNorm{nullptr};
};
TORCH_MODULE(SimclrHead);

/// A linear classifier with bias: [N, D] -> [N, classes] logits.
class ClassifierImpl : public torch::nn::Module
{
public:
    ClassifierImpl(std::int64_t features, std::int64_t classes);
    torch::Tensor forward(const torch::Tensor& features);

    torch::Tensor weight; ///< [classes, D]
    torch::Tensor bias;   ///< [classes]
};
TORCH_MODULE(Classifier);

} // namespace rekindle::model
