#pragma once

#include "core/base/result.h"
#include "core/image/image_bytes.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rekindle::image {

enum class TiffNumbers { Unsigned, Signed, Float };

/// What a directory of a TIFF file says about its picture; sizes as stored, before turning upright.
struct TiffPage {
    std::uint64_t directory = 0; ///< where it lies in the file
    std::uint32_t width = 0, height = 0;
    int bits = 1; ///< of each sample
    int samples = 1;
    TiffNumbers numbers = TiffNumbers::Unsigned;
    int photometric = -1;
    int compression = 1;
    int orientation = 1;
    bool planes = false; ///< each sample by itself
    bool tiled = false;
    std::uint32_t pieceWidth = 0, pieceHeight = 0; ///< of a tile or a strip
    std::vector<int> extras;                       ///< what the samples beyond the colours are
    std::optional<double> noData;                  ///< the value that stands for none (GDAL)
    bool smaller = false;                          ///< a smaller copy, or a mask, of another page
};

/// Our own walk over the directories of a TIFF or BigTIFF file, before libtiff sees it: the pages
/// that are pictures of their own, those of a pyramid by their largest level. Kinds Damaged, Limit,
/// Unknown (no kind of picture that is read here).
[[nodiscard]] Result<std::vector<TiffPage>> tiffPages(const ImageBytes& bytes);

} // namespace rekindle::image
