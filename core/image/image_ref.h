#pragma once

#include "core/image/reading.h"

#include <filesystem>

namespace rekindle::image {

/// One image: a file, and which of those that it holds.
struct ImageRef {
    std::filesystem::path file;
    int frame = 0; ///< from 0: a frame of a series, a page, a tile as the format counts them
    /// So many bits hold the largest value of its set, where they are stored in more: 12-bit values
    /// in 16-bit files. 0: as stored.
    int bits = 0;
    Reading reading{}; ///< as its set was read
};

} // namespace rekindle::image
