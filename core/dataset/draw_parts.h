#pragma once

#include "core/dataset/manifest.h"

#include <cstdint>

namespace rekindle::dataset {

/// Settles which images are for training and which for testing, once, when they are chosen: the
/// folder's own parts where it has them (a validation part alone serves as test part), else 80/20
/// stratified by class, drawn from `seed` (recipes 5, #30); a patient's images, and files that are
/// copies of each other, stay in one part. Afterwards every labelled image that scoring may use has
/// its part; images without labels keep what the folder says of them. A folder of which everything
/// is a test or validation part says nothing.
void drawParts(Manifest& manifest, std::uint64_t seed);

} // namespace rekindle::dataset
