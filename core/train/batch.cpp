#include "core/train/batch_torch.h"

#include "core/base/check.h"

#include <ATen/autocast_mode.h>

namespace rekindle::train {

namespace {

torch::Tensor toDevice(const loader::ViewBlock& block, const torch::Device& device)
{
    const std::int64_t pixels = std::int64_t{3} * block.size * block.size;
    const torch::Tensor host = torch::from_blob(
        const_cast<float*>(block.pixels.data()),
        {static_cast<std::int64_t>(block.pixels.size()) / pixels, 3, block.size, block.size},
        torch::kFloat);
    // Changing the memory format copies, so nothing points into the batch afterwards.
    return host.to(device).clone(at::MemoryFormat::ChannelsLast);
}

} // namespace

Batch batchOn(const loader::ImageBatch& batch, const torch::Device& device)
{
    Batch there;
    for (const loader::ViewBlock& block : batch.blocks)
        there.blocks.push_back({block.views, toDevice(block, device)});
    there.labels = torch::tensor(batch.labels, torch::kLong).to(device);
    return there;
}

torch::Tensor pixelsOn(const loader::ImageBatch& batch, const torch::Device& device)
{
    RK_ASSERT(batch.blocks.size() == 1);
    return toDevice(batch.blocks.front(), device);
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
