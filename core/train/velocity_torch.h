#pragma once
// Private to the folder: what optimisers with one velocity a parameter have in common.

#include "core/train/optimizer_torch.h"

namespace rekindle::train {

/// Keeps a velocity for each parameter and asks for an update of those that have a gradient.
class VelocityOptimizer : public Optimizer
{
public:
    void step(double lr) final
    {
        const torch::NoGradGuard noGrad;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            if (m_parameters[i].tensor.grad().defined())
                update(m_parameters[i], m_velocity[i], lr);
        }
        ++updates;
    }

    void zeroGrad() final
    {
        for (Parameter& parameter : m_parameters)
            parameter.tensor.mutable_grad() = torch::Tensor();
    }

    std::vector<Parameter> state() final
    {
        std::vector<Parameter> tensors;
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            tensors.push_back({m_parameters[i].name + "/velocity", m_velocity[i]});
        return tensors;
    }

protected:
    explicit VelocityOptimizer(std::vector<Parameter> parameters)
        : m_parameters(std::move(parameters))
    {
        for (const Parameter& parameter : m_parameters)
            m_velocity.push_back(torch::zeros_like(parameter.tensor));
    }
    /// Without gradients being recorded.
    virtual void update(Parameter& parameter, torch::Tensor& velocity, double lr) = 0;

private:
    std::vector<Parameter> m_parameters;
    std::vector<torch::Tensor> m_velocity;
};

} // namespace rekindle::train
