#include "core/slides/cut_slides.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/image/shrink.h"
#include "core/image/write_png.h"
#include "core/job/on_threads.h"
#include "core/slides/slide.h"
#include "core/slides/tile_plan.h"
#include "core/storage/atomic_write.h"
#include "core/storage/staged_folder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <system_error>

namespace rekindle::slides {
namespace {

namespace fs = std::filesystem;

/// Side of the picture in which tissue is looked for, at most.
constexpr int kOverview = 2048;

/// Names that whole slides have. A TIFF may be one; whether it is, is seen on opening.
bool mayBeSlide(const fs::path& file)
{
    static constexpr std::array<std::string_view, 12> kEndings{
        ".svs", ".tif", ".tiff", ".ndpi",    ".mrxs", ".scn",
        ".vms", ".vmu", ".bif",  ".svslide", ".dcm",  ".zvi"};
    const std::string ending = text::lower(file.extension().string());
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

Result<std::vector<std::string>> findSlides(const fs::path& folder)
{
    std::error_code error;
    std::vector<std::string> paths;
    fs::recursive_directory_iterator entry(folder, error);
    if (error)
        return fail(storage::ioError(error.value(), "read", folder));
    for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (error)
            return fail(storage::ioError(error.value(), "read", folder));
        std::error_code ignored;
        const bool hidden = entry->path().filename().string().starts_with('.');
        if (hidden && entry->is_directory(ignored))
            entry.disable_recursion_pending();
        if (!hidden && entry->is_regular_file(ignored) && mayBeSlide(entry->path()))
            paths.push_back(entry->path().lexically_relative(folder).string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// The smallest level that still is as large as the overview, or level 0.
Result<image::Image> overviewOf(Slide& slide)
{
    const SlideFacts& facts = slide.facts();
    const auto longer = [&](int level) {
        return std::max(facts.width[level], facts.height[level]);
    };
    int level = 0;
    for (int i = 0; i < facts.levels; ++i) {
        if (longer(i) < longer(level) && longer(i) >= kOverview / 4)
            level = i;
    }
    if (longer(level) > std::int64_t{4} * kOverview)
        return fail(ErrorKind::Limit,
                    "The slide has no smaller copy of itself, in which tissue could be looked for");
    RK_TRY(auto picture, slide.region(level, 0, 0, static_cast<int>(facts.width[level]),
                                      static_cast<int>(facts.height[level])));
    const int side = std::max(picture.width, picture.height);
    if (side <= kOverview)
        return picture;
    return image::shrink(picture, std::max(1, picture.width * kOverview / side),
                         std::max(1, picture.height * kOverview / side));
}

/// What became of one file.
struct Outcome {
    CutSlide slide;
    std::vector<TilePlace> places;
    std::optional<Error> error; ///< Unknown: it is no slide, and nobody said that it is
    bool noScale = false, tooCoarse = false;
};

std::string tileName(const TilePlace& place)
{
    return fmt::format("{}_{}.png", place.x, place.y);
}

Result<void> writeTile(Slide& slide, const TilePlace& place, const TileScale& scale, int side,
                       const fs::path& file)
{
    RK_TRY(auto picture, slide.region(scale.level, place.x, place.y, scale.pixels, scale.pixels));
    if (scale.pixels != side)
        picture = image::shrink(picture, side, side);
    RK_TRY(const auto bytes, image::pngBytes(picture));
    RK_TRY(auto target, storage::AtomicFile::create(file));
    RK_CHECK(target.write(bytes));
    return target.commit();
}

Result<void> cutOne(const fs::path& folder, const fs::path& work, const CutSettings& settings,
                    const job::Watch& watch, Outcome& outcome)
{
    RK_TRY(auto slide, Slide::open(folder / outcome.slide.path));
    const SlideFacts& facts = slide.facts();
    outcome.slide.microns =
        facts.micronsPerPixel > 0 ? facts.micronsPerPixel : settings.assumedMicrons;
    outcome.noScale = outcome.slide.microns <= 0;
    if (outcome.noScale)
        return {};
    const TileScale scale = scaleOf(facts, outcome.slide.microns, settings.microns, settings.side);
    outcome.tooCoarse = scale.pixels < settings.side;
    if (outcome.tooCoarse)
        return {};
    RK_TRY(const auto overview, overviewOf(slide));
    const TissueMask tissue(overview);
    outcome.slide.tissue = tissue.share();
    outcome.places = planTiles(facts, tissue, scale, settings.leastTissue, settings.most);
    const fs::path place = work / outcome.slide.path;
    if (!outcome.places.empty())
        RK_CHECK(storage::makeFolder(place));
    for (const TilePlace& tile : outcome.places) {
        if (watch.stopping())
            return fail(ErrorKind::Cancelled, "Stopped on request");
        RK_CHECK(writeTile(slide, tile, scale, settings.side, place / tileName(tile)));
        ++outcome.slide.tiles;
    }
    return {};
}

/// A field of a table, quoted where it must be.
std::string field(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char letter : text)
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

std::string tableOf(const std::vector<Outcome>& outcomes, const CutSettings& settings)
{
    const bool classes = std::all_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) {
        return outcome.places.empty() || outcome.slide.path.find('/') != std::string::npos;
    });
    std::string table =
        classes ? "file,label,patient,x,y,um_per_pixel\n" : "file,patient,x,y,um_per_pixel\n";
    for (const Outcome& outcome : outcomes) {
        const std::string& path = outcome.slide.path;
        for (const TilePlace& place : outcome.places) {
            table += field(path + '/' + tileName(place)) + ',';
            if (classes)
                table += field(path.substr(0, path.find('/'))) + ',';
            table += fmt::format("{},{},{},{}\n", field(path), place.x, place.y,
                                 text::number(settings.microns));
        }
    }
    return table;
}

void note(const Outcome& outcome, Warnings& warnings)
{
    const std::string& path = outcome.slide.path;
    if (outcome.noScale)
        warnings.add("slides_without_scale",
                     "A slide does not say how many µm a pixel is and is left out: its cells would "
                     "appear at another size. --assume-mpp says it for such slides",
                     path);
    else if (outcome.tooCoarse)
        warnings.add(
            "slides_too_coarse",
            "A slide was scanned coarser than the tiles that are asked for, and is left out", path);
    else if (outcome.error && outcome.error->kind != ErrorKind::Unknown)
        warnings.add("slides_unreadable", "A slide is left out: " + outcome.error->message, path);
    else if (!outcome.error && outcome.places.empty())
        warnings.add("slides_without_tissue", "No tile of a slide holds enough tissue", path);
}

Result<CutReport> cut(const fs::path& folder, const fs::path& out, const CutSettings& settings,
                      const job::Watch& watch)
{
    RK_TRY(const auto paths, findSlides(folder));
    RK_TRY(auto staged,
           storage::StagedFolder::create(out, settings.replace ? storage::Existing::Replace
                                                               : storage::Existing::Refuse));
    std::vector<Outcome> outcomes(paths.size());
    const bool all =
        job::onThreads(paths.size(), settings.threads, watch, "cutting slides", [&](std::size_t i) {
            Outcome& outcome = outcomes[i];
            outcome.slide.path = paths[i];
            auto done = guard(
                paths[i], [&] { return cutOne(folder, staged.path(), settings, watch, outcome); });
            if (!done)
                outcome.error = std::move(done).error();
        });
    if (!all || watch.stopping())
        return fail(ErrorKind::Cancelled, "Stopped on request", folder.string());
    CutReport report;
    for (const Outcome& outcome : outcomes) {
        // A full drive and a missing program are no faults of one slide.
        if (outcome.error && outcome.error->kind != ErrorKind::Unknown &&
            outcome.error->kind != ErrorKind::Damaged && outcome.error->kind != ErrorKind::Limit)
            return fail(*outcome.error);
        note(outcome, report.warnings);
        if (outcome.error && outcome.error->kind == ErrorKind::Unknown)
            continue;
        report.slides.push_back(outcome.slide);
        report.tiles += outcome.slide.tiles;
    }
    if (report.slides.empty())
        return fail(ErrorKind::NotFound, "No whole slides were found", folder.string(),
                    "Slides of Aperio, Hamamatsu, Leica, MIRAX, Philips, Trestle, Ventana and "
                    "tiled TIFF are read.");
    RK_CHECK(storage::atomicWrite(staged.path() / "tiles.csv", tableOf(outcomes, settings)));
    RK_CHECK(staged.moveIn());
    return report;
}

} // namespace

Result<CutReport> cutSlides(const fs::path& folder, const fs::path& out,
                            const CutSettings& settings, const job::Watch& watch)
{
    if (!(settings.microns > 0) || settings.side < 1 || settings.most < 1 ||
        !(settings.leastTissue >= 0) || settings.leastTissue > 1 || !(settings.assumedMicrons >= 0))
        return fail(ErrorKind::Usage,
                    "Tiles need a side, a scale above 0 and a share of tissue from 0 to 1");
    return guard(folder.string(), [&] { return cut(folder, out, settings, watch); });
}

} // namespace rekindle::slides
