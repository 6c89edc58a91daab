#pragma once

#include "core/loader/batch_loader.h"

#include <torch/torch.h>

#include <vector>

namespace rekindle::train {

/// One size's views of a batch on the device.
struct ViewPixels {
    std::vector<int> views; ///< which of LoaderSettings::recipes, ascending
    torch::Tensor pixels;   ///< [views * N, 3, S, S] in [0, 1], view by view, channels last
};

/// The rows of a batch that this replica works on.
struct Batch {
    std::vector<ViewPixels> blocks; ///< one a view size
    torch::Tensor labels;           ///< int64 [N]; -1 without a label
};

/// A batch on `device`. The host batch may go once this returns.
[[nodiscard]] Batch batchOn(const loader::ImageBatch& batch, const torch::Device& device);

/// The pixels alone of a batch whose views all have one size: [views * N, 3, S, S], channels last.
[[nodiscard]] torch::Tensor pixelsOn(const loader::ImageBatch& batch, const torch::Device& device);

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
