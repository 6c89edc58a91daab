#include "widgets/bridge/slide_tiles.h"

#include "core/slides/cut_slides.h"
#include "core/slides/slide_folder.h"

#include <algorithm>

namespace rekindle::bridge {

std::size_t slidesIn(const std::filesystem::path& folder, const job::Watch& watch)
{
    return slides::slidesIn(folder, watch.stop);
}

Result<TilesCut> cutTiles(const TileWish& wish, const job::Watch& watch)
{
    slides::CutSettings settings;
    settings.microns = wish.microns;
    settings.side = wish.side;
    RK_TRY(auto report, slides::cutSlides(wish.slides, wish.out, settings, watch));
    const auto used = std::count_if(report.slides.begin(), report.slides.end(),
                                    [](const slides::CutSlide& slide) { return slide.tiles > 0; });
    return TilesCut{static_cast<std::size_t>(used), report.tiles, std::move(report.warnings)};
}

std::filesystem::path tileTableIn(const std::filesystem::path& folder)
{
    return slides::tileTableIn(folder);
}

} // namespace rekindle::bridge
