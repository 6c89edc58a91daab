#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/job/cores.h"
#include "core/job/stop.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rekindle::slides {

struct CutSettings {
    double microns = 0.5; ///< per pixel of a tile: the same for all slides
    int side = 224;       ///< pixels of a tile
    double leastTissue = 0.5;
    std::size_t most = 500;    ///< tiles of one slide
    double assumedMicrons = 0; ///< per pixel of slides that do not say; 0: those are held back
    int threads = job::usableCores();
    bool replace = false; ///< a folder that is there gives way
};

struct CutSlide {
    std::string path;   ///< relative to the folder of slides
    double microns = 0; ///< per pixel, as it says or as was assumed
    double tissue = 0;  ///< share of the whole slide
    std::size_t tiles = 0;
};

struct CutReport {
    std::vector<CutSlide> slides; ///< in the order of their paths
    std::size_t tiles = 0;
    Warnings warnings; ///< slides_without_scale, slides_unreadable, slides_too_coarse,
                       ///< slides_without_tissue
};

/// Cuts every whole slide of a folder, at any depth, into tiles of one scale that hold tissue: a
/// folder of PNG files in `out`, each slide a folder under its own path, so that folders of classes
/// stay what they are. Beside them `tiles.csv` says of each tile its slide (as `patient`, so that
/// tiles of one slide stay on one side of a split), its class where there are folders, and where in
/// the slide it lies. `out` appears whole or not at all. Kinds NotFound (no slide; no OpenSlide),
/// Usage, Space, Io, Cancelled.
[[nodiscard]] Result<CutReport> cutSlides(const std::filesystem::path& folder,
                                          const std::filesystem::path& out,
                                          const CutSettings& settings, const job::Watch& watch);

} // namespace rekindle::slides
