#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/model/resnet_torch.h"
#include "core/pretrain/collapse_watch.h"

#include <stop_token>
#include <vector>

namespace rekindle::pretrain {

/// Asks, now and then during a run, whether images of a class lie beside each other: each of at
/// most about 2,000 labelled training images is named by its 20 nearest neighbours among the
/// others, those of the same patient or file left out. Never sees a test image, draws no random
/// number that training draws, and leaves the network as it was.
class NeighbourCheck
{
public:
    struct Settings {
        int imageSize = 96;
        int threads = 1;        ///< that read images
        bool mixed = false;     ///< features in bfloat16
        std::uint64_t seed = 0; ///< of the draw, where there are more images
    };

    NeighbourCheck(const dataset::Manifest& manifest, Settings settings);

    /// Whether the training images have labels of at least two classes.
    [[nodiscard]] bool possible() const { return m_possible; }

    /// Kinds of the loader; Cancelled when `stop` is asked for meanwhile.
    [[nodiscard]] Result<NeighbourScore> ask(model::ResNet& network, const torch::Device& device,
                                             const std::stop_token& stop) const;

private:
    [[nodiscard]] Result<torch::Tensor> features(model::ResNet& network,
                                                 const torch::Device& device,
                                                 const std::stop_token& stop) const;

    const dataset::Manifest& m_manifest;
    Settings m_settings;
    std::vector<std::size_t> m_images;
    std::vector<std::int64_t> m_labels, m_groups; ///< of each image
    bool m_possible = false;
};

} // namespace rekindle::pretrain
