#pragma once

#include "core/dataset/manifest.h"

#include <cstddef>
#include <vector>

namespace rekindle::dataset {

/// Two pictures that differ in no more bits of their looks than this are near copies: the same
/// picture saved again, resized, made brighter. Of 256; those of different pictures differ in half
/// of them.
inline constexpr int kNearBits = 24;

/// Indices into Manifest::images.
struct NearCopy {
    std::size_t one = 0, other = 0;
    int bits = 0; ///< in which their looks differ

    [[nodiscard]] bool operator==(const NearCopy&) const = default;
};

/// Near copies with one picture in `ones` and one in `others`, sorted; files with equal bytes are
/// not among them (Manifest::duplicates has those), and each of `others` is named once, with the
/// one that is nearest to it.
[[nodiscard]] std::vector<NearCopy> nearCopies(const Manifest& manifest,
                                               const std::vector<std::size_t>& ones,
                                               const std::vector<std::size_t>& others);

} // namespace rekindle::dataset
