#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"

#include <torch/torch.h>

#include <functional>
#include <stop_token>
#include <vector>

namespace rekindle::evaluate {

/// Images as scoring sees them: one central view each, in the list's order. Small sets are rendered
/// once and kept; larger ones are streamed anew for each pass.
class ScoreImages
{
public:
    /// Whoever waits for an image stops with kind Cancelled when `stop` is asked for.
    ScoreImages(const dataset::Manifest& manifest, std::vector<std::size_t> images, int size,
                int threads, std::stop_token stop = {});

    /// Calls `use` with [n, 3, size, size] pixels on `device` and the row of the first one.
    using Use = std::function<Result<void>(const torch::Tensor& pixels, std::size_t firstRow)>;
    [[nodiscard]] Result<void> forEachBatch(const torch::Device& device, const Use& use);

    [[nodiscard]] const std::vector<std::size_t>& images() const { return m_images; }
    [[nodiscard]] std::vector<std::int64_t> labels() const;

private:
    [[nodiscard]] Result<void> stream(const torch::Device& device, const Use& use);

    const dataset::Manifest& m_manifest;
    std::vector<std::size_t> m_images;
    int m_size;
    int m_threads;
    std::stop_token m_stop;
    std::vector<torch::Tensor> m_kept; ///< on the host; empty until the first pass of a small set
};

} // namespace rekindle::evaluate
