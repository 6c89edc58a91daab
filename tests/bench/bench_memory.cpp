// What runs take against what the model of the memory says: each run is two steps on the processor
// in a process of its own, under a limit that nothing reaches. The ratio is estimate / measured;
// beyond 15 % the program fails.
#include "core/base/log.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/image/write_png.h"
#include "core/memory/memory_record.h"
#include "core/pretrain/pretrain.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

constexpr double kAllowed = 0.15;
constexpr int kImages = 128;

struct Case {
    std::string architecture, method;
    int size;
    std::int64_t batch;
    run::NamedTexts more;
};

/// SwAV without its queue, which is looked at from the fifteenth pass on.
const std::vector<Case>& cases()
{
    static const run::NamedTexts kAgain{{"recompute", "yes"}};
    static const std::vector<Case> kCases{
        {"resnet18", "simclr", 96, 16, {}},
        {"resnet18", "simclr", 96, 64, {}},
        {"resnet18", "simclr", 128, 64, kAgain},
        {"resnet18", "simclr", 128, 64, {{"recompute", "yes"}, {"pieces", "4"}}},
        {"resnet18", "swav", 160, 8, {{"queue", "0"}}},
        {"resnet50", "simclr", 96, 16, {}},
        {"resnet50", "simclr", 96, 32, {}},
        {"resnet50", "simclr", 96, 48, kAgain},
        {"resnet50", "simclr", 96, 48, {{"pieces", "6"}}},
        {"resnet50", "simclr", 96, 48, {{"recompute", "yes"}, {"pieces", "6"}}},
        {"resnet50", "simclr", 96, 24, {{"precision", "bf16"}}},
        {"resnet50", "byol", 96, 12, {}},
        {"resnet50", "moco", 96, 16, {}},
        {"resnet50", "simclr", 224, 6, {}},
    };
    return kCases;
}

void makeImages(const fs::path& folder)
{
    constexpr int kSide = 160;
    fs::create_directories(folder);
    std::uint32_t state = 1;
    for (int number = 0; number < kImages; ++number) {
        image::Image picture{kSide, kSide, 3, 8, std::vector<std::uint8_t>{}, {}};
        std::vector<std::uint8_t> values(std::size_t{3} * kSide * kSide);
        for (std::uint8_t& value : values) {
            state = state * 1664525U + 1013904223U;
            value = static_cast<std::uint8_t>(state >> 24U);
        }
        picture.pixels = std::move(values);
        if (const auto bytes = image::pngBytes(picture))
            std::ofstream(folder / (std::to_string(number) + ".png"), std::ios::binary)
                .write(reinterpret_cast<const char*>(bytes->data()),
                       static_cast<std::streamsize>(bytes->size()));
    }
}

fs::path runPath(const fs::path& folder, std::size_t number)
{
    return folder / ("run-" + std::to_string(number));
}

Result<void> work(const fs::path& folder, std::size_t number)
{
    const Case& one = cases()[number];
    run::PretrainSettings settings;
    RK_CHECK(run::setByName(settings, "method", one.method));
    RK_CHECK(run::setByName(settings, one.more));
    RK_CHECK(run::setByName(settings, "memory_limit", "100G"));
    settings.images = folder / "images";
    settings.architecture = one.architecture;
    settings.imageSize = one.size;
    settings.batch = settings.imagesPerEpoch = one.batch;
    settings.epochs = 2;
    settings.warmupEpochs = 0;
    settings.device = "cpu";
    RK_TRY(const auto manifest, dataset::scanFolder(settings.images, {}, {}));
    settings.imagesHash = manifest.contentHash();
    RK_TRY(const auto made, run::RunFolder::create(runPath(folder, number), settings));
    RK_TRY(const auto list, dataset::storeManifest(made.path() / "images", manifest));
    RK_CHECK(made.setImageList(list));
    run::RunControl control;
    RK_CHECK(pretrain::runPretraining(made, control));
    return {};
}

std::string words(const run::NamedTexts& settings)
{
    std::string all;
    for (const auto& [name, value] : settings)
        all += name + "=" + value + " ";
    return all;
}

/// Whether a case is within what is allowed.
bool measure(const std::string& self, const fs::path& folder, std::size_t number)
{
    constexpr double kMiB = 1 << 20;
    const Case& one = cases()[number];
    const std::string command = self + " " + folder.string() + " " + std::to_string(number);
    static_cast<void>(!std::system(command.c_str()));
    double estimate = 0, peak = 0;
    if (const auto run = run::RunFolder::open(runPath(folder, number))) {
        const Json told = memory::readMemory(*run);
        if (told.is_object() && told["peak"].is_number()) {
            estimate = told["estimate"]["total"].get<double>();
            peak = told["peak"].get<double>();
        }
    }
    fs::remove_all(runPath(folder, number));
    const double ratio = peak > 0 ? estimate / peak : 0;
    std::printf("%-9s %-7s %3d pixels, batch %3d %-25s estimate / measured %5.2f  (%.0f MiB)\n",
                one.architecture.c_str(), one.method.c_str(), one.size, static_cast<int>(one.batch),
                words(one.more).c_str(), ratio, peak / kMiB);
    std::fflush(stdout);
    return std::abs(ratio - 1) <= kAllowed;
}

} // namespace

int main(int count, char** given)
{
    log::setQuiet(true);
    if (count == 3) {
        const auto worked = work(given[1], std::stoul(given[2]));
        if (!worked)
            std::fprintf(stderr, "%s\n", describe(worked.error()).c_str());
        return worked ? 0 : 1;
    }
    const fs::path folder =
        fs::temp_directory_path() / ("rekindle-bench-memory-" + std::to_string(::getpid()));
    makeImages(folder / "images");
    int beyond = 0;
    for (std::size_t number = 0; number < cases().size(); ++number)
        beyond += measure(given[0], folder, number) ? 0 : 1;
    fs::remove_all(folder);
    std::printf("%d of %zu are off by more than 15 %%\n", beyond, cases().size());
    return beyond == 0 ? 0 : 1;
}
