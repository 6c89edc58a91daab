#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/job/stop.h"

#include <cstddef>
#include <filesystem>

namespace rekindle::bridge {

/// Which tiles are cut from whole slides, and where they go.
struct TileWish {
    std::filesystem::path slides, out;
    double microns = 0.5; ///< per pixel of a tile
    int side = 224;       ///< pixels
};

struct TilesCut {
    std::size_t slides = 0, tiles = 0;
    Warnings warnings; ///< slides that are left out, and why
};

/// How many files of a folder seem to be whole slides.
[[nodiscard]] std::size_t slidesIn(const std::filesystem::path& folder, const job::Watch& watch);
/// Cuts them; `out` appears whole or not at all. Kinds as slides::cutSlides.
[[nodiscard]] Result<TilesCut> cutTiles(const TileWish& wish, const job::Watch& watch);
/// The table beside tiles that were cut, to be read as their labels; empty where there is none.
[[nodiscard]] std::filesystem::path tileTableIn(const std::filesystem::path& folder);

} // namespace rekindle::bridge
