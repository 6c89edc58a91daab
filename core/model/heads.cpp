#include "core/model/heads_torch.h"

namespace rekindle::model {

SimclrHeadImpl::SimclrHeadImpl(std::int64_t features, std::int64_t outputs)
{
    constexpr double kEps = 1e-5;
    hidden = register_parameter("hidden", torch::zeros({features, features}));
    m_hiddenNorm = register_module("hidden_bn", BatchNorm(features, kEps, RunningVariance::Biased));
    output = register_parameter("output", torch::zeros({outputs, features}));
    m_outputNorm =
        register_module("output_bn", BatchNorm(outputs, kEps, RunningVariance::Biased, false));
}

torch::Tensor SimclrHeadImpl::forward(const torch::Tensor& features)
{
    const auto inner = torch::relu(m_hiddenNorm->forward(torch::linear(features, hidden)));
    return m_outputNorm->forward(torch::linear(inner, output));
}

LinearImpl::LinearImpl(std::int64_t inputs, std::int64_t outputs, bool shift)
{
    weight = register_parameter("weight", torch::zeros({outputs, inputs}));
    if (shift)
        bias = register_parameter("bias", torch::zeros({outputs}));
}

torch::Tensor LinearImpl::forward(const torch::Tensor& rows)
{
    return torch::linear(rows, weight, bias);
}

PerceptronImpl::PerceptronImpl(const Shape& shape, RunningVariance variance)
{
    constexpr double kEps = 1e-5;
    hidden = register_module("hidden", Linear(shape.inputs, shape.hidden, true));
    m_norm = register_module("norm", BatchNorm(shape.hidden, kEps, variance));
    output = register_module("output", Linear(shape.hidden, shape.outputs, shape.outputBias));
}

torch::Tensor PerceptronImpl::forward(const torch::Tensor& rows)
{
    return output->forward(torch::relu(m_norm->forward(hidden->forward(rows))));
}

ClassifierImpl::ClassifierImpl(std::int64_t features, std::int64_t classes)
{
    weight = register_parameter("weight", torch::zeros({classes, features}));
    bias = register_parameter("bias", torch::zeros({classes}));
}

torch::Tensor ClassifierImpl::forward(const torch::Tensor& features)
{
    return torch::linear(features, weight, bias);
}

} // namespace rekindle::model
