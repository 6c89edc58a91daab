#pragma once

#include "core/dataset/manifest.h"
#include "core/packed/pack_layout.h"
#include "core/storage/bulk_file.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace rekindle::packed {

inline constexpr std::string_view kKind = "rekindle-packed/1"; ///< of the file's seal
inline constexpr std::string_view kPixels = "pixels";          ///< the file's one large array
inline constexpr std::string_view kFilter = "lanczos3";

/// What is known of a picture once it is in its place.
struct Kept {
    int channels = 0;         ///< 1 or 3; 0: it is not there yet
    int bits = 0;             ///< 1..16
    std::uint32_t crc32c = 0; ///< of its bytes in the file
};

/// Everything about a packed file's pictures in numbers and short texts: the list of images with
/// its labels, parts and hashes (dataset::toTable), and where each one's copy lies.
[[nodiscard]] storage::Table packTable(const dataset::Manifest& manifest, const Layout& layout,
                                       int shortSide, const std::vector<Kept>& kept);

[[nodiscard]] storage::Bulk bulkOf(const Layout& layout);

} // namespace rekindle::packed
