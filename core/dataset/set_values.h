#pragma once

#include "core/dataset/manifest.h"
#include "core/image/value_tally.h"
#include "core/job/stop.h"

#include <cstddef>

namespace rekindle::dataset {

/// Whether the pictures hold more than 8-bit levels: values of more bits, or such as a machine
/// measured. Only then is there a mapping to choose.
[[nodiscard]] bool hasMeasuredValues(const Manifest& manifest);

/// Counts the values of one picture as they were measured: rescaled to their unit, before any
/// window. Kinds as reading a picture.
[[nodiscard]] Result<void> tallyValues(const image::ImageRef& ref, image::ValueTally& tally);

/// The same of up to `most` pictures, evenly picked from the list; those that cannot be read are
/// passed over. Kind Cancelled.
[[nodiscard]] Result<void> tallyValues(const Manifest& manifest, std::size_t most,
                                       image::ValueTally& tally, const job::Watch& watch);

} // namespace rekindle::dataset
