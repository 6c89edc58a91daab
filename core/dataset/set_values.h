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

/// Whether the folder holds volumes, which are cut into slices along an axis.
[[nodiscard]] bool hasVolumes(const Manifest& manifest);

/// How the pictures of a set would be read.
struct SetLevels {
    image::Reading reading; ///< with the range of the set's values, where it needs one
    int usedBits = 0;       ///< as Manifest::usedBits
};

/// What a scan would find by another reading of the same pictures, as far as up to `most` of them
/// tell, evenly picked; those that cannot be read are passed over. Kind Cancelled.
[[nodiscard]] Result<SetLevels> levelsBy(const Manifest& manifest, const image::Reading& reading,
                                         std::size_t most, const job::Watch& watch);

} // namespace rekindle::dataset
