#include "core/train/optimizer_torch.h"

#include <cmath>

namespace rekindle::train {
namespace {

class Adam : public Optimizer
{
public:
    Adam(std::vector<Parameter> parameters, const AdamSettings& settings)
        : m_parameters(std::move(parameters)), m_settings(settings)
    {
        for (const Parameter& parameter : m_parameters) {
            m_mean.push_back(torch::zeros_like(parameter.tensor));
            m_square.push_back(torch::zeros_like(parameter.tensor));
        }
    }

    void step(double lr) override
    {
        const torch::NoGradGuard noGrad;
        ++updates;
        const double t = static_cast<double>(updates);
        const double meanBias = 1.0 - std::pow(m_settings.beta1, t);
        const double squareBias = 1.0 - std::pow(m_settings.beta2, t);
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            torch::Tensor& weight = m_parameters[i].tensor;
            if (!weight.grad().defined())
                continue;
            const double decay =
                m_settings.excluded(m_parameters[i]) ? 0.0 : m_settings.weightDecay;
            const bool coupled = m_settings.decay == AdamSettings::Decay::Coupled;
            const torch::Tensor gradient = weight.grad().add(weight, coupled ? decay : 0.0);
            if (!coupled)
                weight.mul_(1.0 - lr * decay);
            m_mean[i].mul_(m_settings.beta1).add_(gradient, 1.0 - m_settings.beta1);
            m_square[i].mul_(m_settings.beta2).addcmul_(gradient, gradient, 1.0 - m_settings.beta2);
            const torch::Tensor scale =
                m_square[i].sqrt().div_(std::sqrt(squareBias)).add_(m_settings.eps);
            weight.addcdiv_(m_mean[i], scale, -lr / meanBias);
        }
    }

    void zeroGrad() override
    {
        for (Parameter& parameter : m_parameters)
            parameter.tensor.mutable_grad() = torch::Tensor();
    }

    std::vector<Parameter> state() override
    {
        std::vector<Parameter> tensors;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            tensors.push_back({m_parameters[i].name + "/mean", m_mean[i]});
            tensors.push_back({m_parameters[i].name + "/square", m_square[i]});
        }
        return tensors;
    }

private:
    std::vector<Parameter> m_parameters;
    std::vector<torch::Tensor> m_mean, m_square;
    AdamSettings m_settings;
};

} // namespace

std::unique_ptr<Optimizer> makeAdam(std::vector<Parameter> parameters, const AdamSettings& settings)
{
    return std::make_unique<Adam>(std::move(parameters), settings);
}

} // namespace rekindle::train
