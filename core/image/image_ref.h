#pragma once

#include <filesystem>

namespace rekindle::image {

/// One image: a file, and which of those that it holds.
struct ImageRef {
    std::filesystem::path file;
    int frame = 0; ///< from 0: a frame of a series, a page, a tile as the format counts them
};

} // namespace rekindle::image
