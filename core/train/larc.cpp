#include "core/train/velocity_torch.h"

namespace rekindle::train {
namespace {

class Larc : public VelocityOptimizer
{
public:
    Larc(std::vector<Parameter> parameters, const LarcSettings& settings)
        : VelocityOptimizer(std::move(parameters)), m_settings(settings)
    {
    }

private:
    void update(Parameter& parameter, torch::Tensor& velocity, double lr) override
    {
        torch::Tensor& weight = parameter.tensor;
        velocity.mul_(m_settings.momentum)
            .add_(m_settings.excluded(parameter) ? weight.grad() : adapted(weight));
        weight.sub_(velocity, lr);
    }

    [[nodiscard]] torch::Tensor adapted(const torch::Tensor& weight) const
    {
        const torch::Tensor& gradient = weight.grad();
        const torch::Tensor weightNorm = weight.norm();
        const torch::Tensor gradientNorm = gradient.norm();
        const torch::Tensor ratio =
            m_settings.eta * weightNorm /
            (gradientNorm + m_settings.weightDecay * weightNorm + m_settings.eps);
        // Stays a tensor: asking for its value would make a GPU wait at every layer.
        return torch::where((weightNorm != 0).logical_and(gradientNorm != 0),
                            gradient.add(weight, m_settings.weightDecay).mul_(ratio), gradient);
    }

    LarcSettings m_settings;
};

} // namespace

std::unique_ptr<Optimizer> makeLarc(std::vector<Parameter> parameters, const LarcSettings& settings)
{
    return std::make_unique<Larc>(std::move(parameters), settings);
}

} // namespace rekindle::train
