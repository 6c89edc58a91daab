#pragma once

#include "core/dataset/split.h"
#include "core/run/settings.h"

namespace rekindle::study {

/// The images that a pretraining run learns from, as indices into the manifest: by its method and
/// by whether it may see the test part. Kind Mismatch where its method needs labels and there are
/// none.
[[nodiscard]] Result<std::vector<std::size_t>> imagesSeen(const dataset::Manifest& manifest,
                                                          const run::PretrainSettings& settings);

} // namespace rekindle::study
