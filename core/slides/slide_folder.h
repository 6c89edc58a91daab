#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>

namespace rekindle::slides {

/// How many files of a folder, at any depth, are named as whole slides are and as no plain picture
/// is: a folder that seems to hold slides. A TIFF may be a slide, too, and is not counted. None
/// where the folder cannot be read.
[[nodiscard]] std::size_t slidesIn(const std::filesystem::path& folder,
                                   const std::stop_token& stop);

/// The table that cutSlides leaves beside its tiles, with the slide of each as its patient; empty
/// where the folder has none.
[[nodiscard]] std::filesystem::path tileTableIn(const std::filesystem::path& folder);

} // namespace rekindle::slides
