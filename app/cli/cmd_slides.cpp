#include "app/cli/commands.h"
#include "app/cli/run_work.h"
#include "core/base/path_json.h"
#include "core/base/text.h"
#include "core/slides/cut_slides.h"

namespace rekindle::cli {
namespace {

struct Options {
    std::string folder, out;
    slides::CutSettings cut;
    int threads = 0;
    bool force = false;
};

Result<Exit> run(const Options& options, Output& output)
{
    slides::CutSettings settings = options.cut;
    settings.replace = options.force;
    if (options.threads > 0)
        settings.threads = options.threads;
    slides::CutReport report;
    RK_CHECK(watched(output, [&](const job::Watch& watch) -> Result<void> {
        RK_TRY(report, slides::cutSlides(options.folder, options.out, settings, watch));
        return {};
    }));
    std::vector<std::vector<std::string>> rows{{"slide", "µm per pixel", "tissue %", "tiles"}};
    Json list = Json::array();
    for (const slides::CutSlide& slide : report.slides) {
        const std::string name = text::shown(slide.path);
        rows.push_back({name, slide.microns > 0 ? text::fixed(slide.microns, 4) : "?",
                        text::fixed(100 * slide.tissue, 1), text::count(slide.tiles)});
        list.push_back({{"slide", name},
                        {"um_per_pixel", slide.microns > 0 ? Json(slide.microns) : Json(nullptr)},
                        {"tissue", slide.tissue},
                        {"tiles", slide.tiles}});
    }
    output.table(rows);
    const std::string table = (std::filesystem::path(options.out) / "tiles.csv").string();
    output.line(text::count(report.tiles, "tile") + " of " + std::to_string(settings.side) +
                " pixels at " + text::number(settings.microns) + " µm each in " + options.out);
    output.line("Next: rekindle-cli dataset " + options.out + " --labels " + table);
    output.warn(report.warnings);
    output.object("rekindle.slides/1", Json{{"folder", pathToJson(options.folder)},
                                            {"out", pathToJson(options.out)},
                                            {"table", pathToJson(table)},
                                            {"um_per_pixel", settings.microns},
                                            {"tile_pixels", settings.side},
                                            {"slides", std::move(list)},
                                            {"tiles", report.tiles}});
    return kDone;
}

} // namespace

void addSlides(Program& program)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(program, "slides", "Whole slides into tiles of one scale with tissue",
                             "rekindle-cli slides my-slides/ --out tiles/ --mpp 0.5");
    verb->add_option("folder", options->folder, "The slides")->required();
    verb->add_option("--out", options->out, "The folder of tiles to make")->required();
    verb->add_option("--mpp", options->cut.microns, "µm per pixel of the tiles (0.5)")
        ->check(CLI::Range(0.01, 1000.0));
    verb->add_option("--tile", options->cut.side, "Side of a tile, pixels (224)")
        ->check(CLI::Range(16, 4096));
    verb->add_option("--tissue", options->cut.leastTissue, "Least share of tissue in a tile (0.5)")
        ->check(CLI::Range(0.0, 1.0));
    verb->add_option("--most", options->cut.most, "Tiles of one slide, at most (500)");
    verb->add_option("--assume-mpp", options->cut.assumedMicrons,
                     "µm per pixel of slides that do not say (they are left out)");
    verb->add_option("--threads", options->threads, "Slides at once (all cores)");
    addForce(*verb, options->force);
    onVerb(program, verb, options, run);
}

} // namespace rekindle::cli
