// What SimCLR's two views cost beside decoding the picture alone, one thread.
#include "tests/bench/stopwatch.h"

#include "core/base/rng.h"
#include "core/image/read_image.h"
#include "core/views/augment.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace rekindle;

namespace {

std::vector<std::vector<std::byte>> sampleFiles(std::size_t count)
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(REKINDLE_SOURCE_DIR) / "resources/sample/natural"))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    paths.resize(std::min(paths.size(), count));
    std::vector<std::vector<std::byte>> files;
    for (const auto& path : paths) {
        std::ifstream stream(path, std::ios::binary);
        const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
        const auto* data = reinterpret_cast<const std::byte*>(bytes.data());
        files.emplace_back(data, data + bytes.size());
    }
    return files;
}

} // namespace

int main()
{
    const auto files = sampleFiles(200);
    if (files.empty()) {
        std::fprintf(stderr, "bench_views: the sample has no natural images\n");
        return 3;
    }
    const double decode = bench::medianSeconds(5, [&] {
        for (const auto& file : files)
            (void)image::decodeImage(file, "sample").has_value();
    });
    for (const int size : {64, 224}) {
        const views::ViewRecipe recipe = views::simclrView(size);
        std::vector<float> out(static_cast<std::size_t>(3 * size * size));
        const double views = bench::medianSeconds(5, [&] {
            for (std::size_t i = 0; i < files.size(); ++i) {
                auto image = image::decodeImage(files[i], "sample");
                if (!image)
                    continue;
                const image::ImagePart part = image::wholePart(*std::move(image));
                for (std::uint32_t view = 0; view < 2; ++view) {
                    Random random(1, Purpose::View, 0, static_cast<std::uint32_t>(i), view);
                    const auto drawn =
                        views::drawView(recipe, part.covers.width, part.covers.height, random, 1.0);
                    views::renderView(part, recipe, drawn, out);
                }
            }
        });
        std::printf(
            "two SimCLR views at %d pixels: %.0f images/s on one core, %.1f times decoding alone\n",
            size, static_cast<double>(files.size()) / views, views / decode);
    }
    return 0;
}
