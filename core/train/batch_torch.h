#pragma once

#include "core/loader/batch_loader.h"

#include <torch/torch.h>

namespace rekindle::train {

/// One size's views as [views * count, 3, size, size] on `device`, channels last. The host batch
/// may go once this returns.
[[nodiscard]] torch::Tensor toDevice(const loader::ViewBlock& block, const torch::Device& device);
/// The same of a batch whose views all have one size.
[[nodiscard]] torch::Tensor toDevice(const loader::ImageBatch& batch, const torch::Device& device);

/// Labels as int64 [count] on `device`.
[[nodiscard]] torch::Tensor labelsToDevice(const loader::ImageBatch& batch,
                                           const torch::Device& device);

/// Forward passes in here run in bfloat16 where that is safe, when `on`; float32 otherwise. Leave
/// the scope before the loss.
class MixedPrecision
{
public:
    MixedPrecision(const torch::Device& device, bool on);
    ~MixedPrecision();
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    at::DeviceType m_type;
    bool m_before;
    bool m_on;
};

} // namespace rekindle::train
