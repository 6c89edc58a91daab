#include "tests/bench/stopwatch.h"

#include "core/dataset/manifest_file.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/resource.h>

using namespace rekindle;

namespace {

dataset::Manifest manyImages(std::size_t count)
{
    dataset::Manifest manifest;
    manifest.classes = {"benign", "malignant"};
    for (std::size_t i = 0; i < count; ++i) {
        dataset::ImageEntry entry;
        entry.label = static_cast<int>(i % 2);
        entry.width = entry.height = 512;
        entry.channels = 3;
        entry.bits = 8;
        entry.patient = "patient-" + std::to_string(i / 5000);
        std::string hash = std::to_string(i);
        hash.insert(0, 64 - hash.size(), '0');
        dataset::ImageFile file;
        file.path = "slide-" + std::to_string(i / 5000) + "/tile-" + std::to_string(i) + ".jpg";
        file.format = "JPEG";
        file.sha256 = hash;
        file.bytes = 60'000 + i;
        manifest.add(std::move(file), std::move(entry));
    }
    return manifest;
}

double gigabytesHeld()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 * 1e-9;
}

} // namespace

/// Lists of images: what reading one takes, per image against a small one, and a very long one.
int main(int argc, char** argv)
{
    const auto folder = std::filesystem::temp_directory_path() / "rekindle-bench-manifest";
    double perImage = 0;
    const bool all = argc > 1 && std::string(argv[1]) == "--all";
    for (const std::size_t count : {std::size_t{10'000}, std::size_t{100'000},
                                    all ? std::size_t{5'000'000} : std::size_t{500'000}}) {
        const auto file = dataset::storeManifest(folder, manyImages(count));
        if (!file)
            return EXIT_FAILURE;
        bool whole = true;
        const double seconds = bench::medianSeconds(count > 1'000'000 ? 1 : 5, [&] {
            const auto back = dataset::readManifest(*file, "/images");
            whole = whole && back && back->images.size() == count;
        });
        if (!whole)
            return EXIT_FAILURE;
        const double each = seconds / static_cast<double>(count);
        perImage = perImage > 0 ? perImage : each;
        std::printf(
            "a list of %zu images is read in %.2f s, %.1f times the time an image of a list "
            "of 10,000; %.0f bytes an image on disk, %.1f GB held at most\n",
            count, seconds, each / perImage,
            static_cast<double>(std::filesystem::file_size(*file)) / static_cast<double>(count),
            gigabytesHeld());
    }
    std::filesystem::remove_all(folder);
    return EXIT_SUCCESS;
}
