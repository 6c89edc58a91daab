#include "core/train/optimizer_torch.h"

namespace rekindle::train {
namespace {

class Lars : public Optimizer
{
public:
    Lars(std::vector<Parameter> parameters, const LarsSettings& settings)
        : m_parameters(std::move(parameters)), m_settings(settings)
    {
        for (const Parameter& parameter : m_parameters)
            m_velocity.push_back(torch::zeros_like(parameter.tensor));
    }

    void step(double lr) override
    {
        const torch::NoGradGuard noGrad;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            torch::Tensor& weight = m_parameters[i].tensor;
            if (!weight.grad().defined())
                continue;
            update(weight, m_velocity[i], lr);
        }
        ++updates;
    }

    void zeroGrad() override
    {
        for (Parameter& parameter : m_parameters)
            parameter.tensor.mutable_grad() = torch::Tensor();
    }

    std::vector<Parameter> state() override
    {
        std::vector<Parameter> tensors;
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            tensors.push_back({m_parameters[i].name + "/velocity", m_velocity[i]});
        return tensors;
    }

private:
    void update(torch::Tensor& weight, torch::Tensor& velocity, double lr) const
    {
        if (isVector(weight)) {
            velocity.mul_(m_settings.momentum).add_(weight.grad(), lr);
        } else {
            const torch::Tensor gradient = weight.grad().add(weight, m_settings.weightDecay);
            const torch::Tensor weightNorm = weight.norm();
            const torch::Tensor gradientNorm = gradient.norm();
            // Stays a tensor: asking for its value would make a GPU wait at every layer.
            const torch::Tensor ratio = torch::where((weightNorm > 0).logical_and(gradientNorm > 0),
                                                     m_settings.eta * weightNorm / gradientNorm,
                                                     torch::ones_like(weightNorm));
            velocity.mul_(m_settings.momentum).add_(gradient.mul(ratio), lr);
        }
        weight.sub_(velocity);
    }

    std::vector<Parameter> m_parameters;
    std::vector<torch::Tensor> m_velocity;
    LarsSettings m_settings;
};

} // namespace

std::unique_ptr<Optimizer> makeLars(std::vector<Parameter> parameters, const LarsSettings& settings)
{
    return std::make_unique<Lars>(std::move(parameters), settings);
}

} // namespace rekindle::train
