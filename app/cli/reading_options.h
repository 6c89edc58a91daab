#pragma once

#include "core/base/result.h"
#include "core/image/reading.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

namespace rekindle::cli {

/// How values become grey levels, which bands are shown and how volumes are cut: --window,
/// --percentiles, --full-range, --bands, --axis.
void addReadingOptions(CLI::App& verb, image::Reading& reading);

/// The options that choose this, each with a space before it: what a suggested command needs.
[[nodiscard]] std::string readingWords(const image::Reading& reading);

/// A folder of images and how they are read.
struct ImageSource {
    std::filesystem::path folder;
    image::Reading reading; ///< as chosen; its set's range is found by a scan
};

/// Where `images` leads: to itself, or, of a study or a run, to the images that it reads. `chosen`
/// counts; where nothing was chosen, those of a study or a run are read as it reads them. Kinds
/// Usage (a study without images), and those of reading studies, runs and lists of images.
[[nodiscard]] Result<ImageSource> imageSource(const std::filesystem::path& images,
                                              const image::Reading& chosen);

} // namespace rekindle::cli
