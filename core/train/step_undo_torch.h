#pragma once

#include <torch/torch.h>

#include <vector>

namespace rekindle::train {

/// Undoes a step that turned out bad before the optimiser moved. Until then a step has changed
/// nothing but what a forward pass writes by itself: batch norm's running statistics and counters.
/// These are small, so they are copied before each step, and weights and optimiser need no copy.
class StepUndo
{
public:
    /// The buffers of these modules; the modules must outlive this.
    explicit StepUndo(const std::vector<torch::nn::Module*>& modules);

    /// Before the forward pass.
    void remember();
    /// Puts the buffers back, bit by bit.
    void undo();

private:
    std::vector<torch::Tensor> m_buffers;
    std::vector<torch::Tensor> m_copies;
};

/// Whether every gradient is a number (NaN and infinities are not; a gradient whose norm leaves
/// float32 is as useless as one). Parameters without a gradient do not count.
[[nodiscard]] bool gradientsAreFinite(const std::vector<torch::Tensor>& parameters);

} // namespace rekindle::train
