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

/// A linear layer: [N, inputs] -> [N, outputs].
class LinearImpl : public torch::nn::Module
{
public:
    LinearImpl(std::int64_t inputs, std::int64_t outputs, bool shift);
    torch::Tensor forward(const torch::Tensor& rows);

    torch::Tensor weight; ///< [outputs, inputs]
    torch::Tensor bias;   ///< [outputs]; undefined without one
};
TORCH_MODULE(Linear);

/// A perceptron with one hidden layer (recipes 1.2): Linear with bias, BN, ReLU, Linear with or
/// without bias. SwAV's projection (D -> 2048 -> 128 with bias), BYOL's projection and prediction
/// (-> 4096 -> 256 without). Parameters: hidden.*, norm.*, output.*.
class PerceptronImpl : public torch::nn::Module
{
public:
    struct Shape {
        std::int64_t inputs, hidden, outputs;
        bool outputBias;
    };
    PerceptronImpl(const Shape& shape, RunningVariance variance);
    torch::Tensor forward(const torch::Tensor& rows);

    Linear hidden{nullptr}, output{nullptr};

private:
    BatchNorm m_norm{nullptr};
};
TORCH_MODULE(Perceptron);

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
