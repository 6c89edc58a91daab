#include "core/train/batch_torch.h"

#include <ATen/autocast_mode.h>

namespace rekindle::train {

torch::Tensor toDevice(const loader::ImageBatch& batch, const torch::Device& device)
{
    const std::int64_t rows = std::int64_t{batch.views} * batch.count;
    const torch::Tensor host = torch::from_blob(const_cast<float*>(batch.pixels.data()),
                                                {rows, 3, batch.size, batch.size}, torch::kFloat);
    // Changing the memory format copies, so nothing points into the batch afterwards.
    return host.to(device).clone(at::MemoryFormat::ChannelsLast);
}

torch::Tensor labelsToDevice(const loader::ImageBatch& batch, const torch::Device& device)
{
    return torch::tensor(batch.labels, torch::kLong).to(device);
}

MixedPrecision::MixedPrecision(const torch::Device& device, bool on)
    : m_type(device.type()), m_before(at::autocast::is_autocast_enabled(m_type)), m_on(on)
{
    if (m_on) {
        at::autocast::set_autocast_enabled(m_type, true);
        at::autocast::set_autocast_dtype(m_type, at::kBFloat16);
        at::autocast::increment_nesting();
    }
}

MixedPrecision::~MixedPrecision()
{
    if (m_on) {
        if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache();
        at::autocast::set_autocast_enabled(m_type, m_before);
    }
}

} // namespace rekindle::train
