#include "core/train/step_undo_torch.h"

#include <cmath>

namespace rekindle::train {

StepUndo::StepUndo(const std::vector<torch::nn::Module*>& modules)
{
    for (const torch::nn::Module* module : modules) {
        for (const torch::Tensor& buffer : module->buffers())
            m_buffers.push_back(buffer);
    }
    for (const torch::Tensor& buffer : m_buffers)
        m_copies.push_back(torch::empty_like(buffer));
}

void StepUndo::remember()
{
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < m_buffers.size(); ++i)
        m_copies[i].copy_(m_buffers[i]);
}

void StepUndo::undo()
{
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < m_buffers.size(); ++i)
        m_buffers[i].copy_(m_copies[i]);
}

bool gradientsAreFinite(const std::vector<torch::Tensor>& parameters)
{
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> norms;
    for (const torch::Tensor& parameter : parameters) {
        if (parameter.grad().defined())
            norms.push_back(parameter.grad().norm().to(torch::kFloat));
    }
    return norms.empty() || std::isfinite(torch::stack(norms).sum().item<double>());
}

} // namespace rekindle::train
