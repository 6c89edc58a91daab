#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/run/settings.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace rekindle::recipes {

/// One view as the network gets it, before its normalisation.
struct DrawnView {
    int size = 0;              ///< side, pixels
    std::vector<float> pixels; ///< [3, size, size], planes R, G, B, values in [0, 1]
};

/// One image with all its views, in the order of `viewsOf`.
struct DrawnImage {
    std::size_t image = 0; ///< index into Manifest::images
    std::vector<DrawnView> views;
};

/// A few images with the views that a run of these settings draws of them, to be looked at: group
/// `turn` (from 0) of up to four images, in the run's own order and with its own draws, from its
/// first step on. Of views so large that four images took much memory, fewer. A set smaller than a
/// batch is drawn as one batch. Kinds Usage (the method, no images), Mismatch (a method that needs
/// labels, and there are none), Cancelled, and those of reading an image.
[[nodiscard]] Result<std::vector<DrawnImage>> drawViews(const dataset::Manifest& manifest,
                                                        const run::PretrainSettings& settings,
                                                        std::int64_t turn,
                                                        const std::stop_token& stop);

} // namespace rekindle::recipes
