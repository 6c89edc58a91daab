#pragma once

#include "core/dataset/split.h"

#include <string>
#include <vector>

namespace rekindle::dataset {

/// SHA-256 over (relative path, content hash) of some of the images, in their order: which images
/// a pretraining saw, whatever their labels.
[[nodiscard]] std::string hashOf(const Manifest& manifest, const std::vector<std::size_t>& images);

/// SHA-256 over every part of a split, each image with its label, and the names of the classes:
/// what a score was trained and tested on.
[[nodiscard]] std::string hashOf(const Manifest& manifest, const Split& split);

} // namespace rekindle::dataset
