#pragma once

#include "core/dataset/manifest.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::memory {

/// Where a run is worked off, as far as its memory goes.
struct Workplace {
    bool gpu = false;           ///< the limit is of its memory, else of the process
    bool half = false;          ///< computesInHalf
    std::uint64_t pictures = 0; ///< bytes of the images once they are decoded
};

/// Whether a card, or this processor, computes in bf16 at its full speed: cards of NVIDIA have done
/// so since 2020.
[[nodiscard]] bool computesInHalf(bool gpu);

/// By the wish in the settings (`auto` is a graphics card where there is one of NVIDIA's), for
/// these images of the list.
[[nodiscard]] Workplace workplaceOf(const std::string& device, const dataset::Manifest& manifest,
                                    const std::vector<std::size_t>& images);

} // namespace rekindle::memory
