#include "core/train/velocity_torch.h"

namespace rekindle::train {
namespace {

class Lars : public VelocityOptimizer
{
public:
    Lars(std::vector<Parameter> parameters, const LarsSettings& settings)
        : VelocityOptimizer(std::move(parameters)), m_settings(settings)
    {
    }

private:
    void update(Parameter& parameter, torch::Tensor& velocity, double lr) override
    {
        torch::Tensor& weight = parameter.tensor;
        const bool inside = m_settings.rate == LarsSettings::Rate::InVelocity;
        const double share = inside ? lr : 1.0;
        if (m_settings.excluded(parameter)) {
            velocity.mul_(m_settings.momentum).add_(weight.grad(), share);
        } else {
            // In place: a copy of every gradient would have to find new memory at every step.
            torch::Tensor& gradient = weight.mutable_grad().add_(weight, m_settings.weightDecay);
            const torch::Tensor weightNorm = weight.norm();
            const torch::Tensor gradientNorm = gradient.norm();
            // Stays a tensor: asking for its value would make a GPU wait at every layer.
            const torch::Tensor ratio = torch::where((weightNorm > 0).logical_and(gradientNorm > 0),
                                                     m_settings.eta * weightNorm / gradientNorm,
                                                     torch::ones_like(weightNorm));
            velocity.mul_(m_settings.momentum).add_(gradient.mul_(ratio), share);
        }
        weight.sub_(velocity, inside ? 1.0 : lr);
    }

    LarsSettings m_settings;
};

} // namespace

std::unique_ptr<Optimizer> makeLars(std::vector<Parameter> parameters, const LarsSettings& settings)
{
    return std::make_unique<Lars>(std::move(parameters), settings);
}

} // namespace rekindle::train
