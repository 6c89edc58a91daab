#include "core/train/velocity_torch.h"

namespace rekindle::train {
namespace {

class Sgd : public VelocityOptimizer
{
public:
    Sgd(std::vector<Parameter> parameters, const SgdSettings& settings)
        : VelocityOptimizer(std::move(parameters)), m_settings(settings)
    {
    }

private:
    void update(Parameter& parameter, torch::Tensor& velocity, double lr) override
    {
        torch::Tensor& weight = parameter.tensor;
        const double decay = m_settings.excluded(parameter) ? 0.0 : m_settings.weightDecay;
        velocity.mul_(m_settings.momentum).add_(weight.grad().add(weight, decay));
        weight.sub_(velocity, lr);
    }

    SgdSettings m_settings;
};

} // namespace

std::unique_ptr<Optimizer> makeSgd(std::vector<Parameter> parameters, const SgdSettings& settings)
{
    return std::make_unique<Sgd>(std::move(parameters), settings);
}

} // namespace rekindle::train
