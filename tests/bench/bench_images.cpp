// How many images become views in a second of one core: from JPEG, from 16-bit PNG and from packed
// images, against decoding alone and against torchvision with PIL, lightly and albumentations, on
// the same files in the same run. Seconds are the processor's, so that other programs beside it
// matter little. tests/bench/image_peers.py runs the others.
//
//     bench_images [--ours] [NAME...]
//
// --ours leaves out the others, and what threads and memory do; names choose kinds of files and
// views ("jpeg-500x400", "simclr-224").
#include "tests/bench/sample_files.h"

#include "core/dataset/folder_scan.h"
#include "core/image/read_image.h"
#include "core/job/cores.h"
#include "core/loader/batch_loader.h"
#include "core/packed/pack.h"
#include "core/packed/packed_images.h"
#include "core/views/view_recipe.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

using Recipes = std::vector<views::ViewRecipe>;

constexpr double kSeconds = 2.5; ///< of the processor, of one measurement
constexpr int kBatch = 8;

double cpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double residentMiB()
{
    std::ifstream statm("/proc/self/statm");
    double all = 0, resident = 0;
    statm >> all >> resident;
    return resident * 4096 / (1 << 20);
}

struct Kind {
    const char* name;
    int count;
    void (*write)(const fs::path& folder, int number);
};

const std::vector<Kind>& kinds()
{
    static const std::vector<Kind> kAll{
        {"jpeg-500x400", 48,
         [](const fs::path& folder, int i) {
             bench::writeJpeg(folder / (std::to_string(i) + ".jpg"), 500, 400,
                              static_cast<unsigned>(i));
         }},
        {"jpeg-1024", 16,
         [](const fs::path& folder, int i) {
             bench::writeJpeg(folder / (std::to_string(i) + ".jpg"), 1024, 1024,
                              static_cast<unsigned>(i));
         }},
        {"png16-1024", 10,
         [](const fs::path& folder, int i) {
             bench::writePng16(folder / (std::to_string(i) + ".png"), 1024,
                               static_cast<unsigned>(i));
         }},
    };
    return kAll;
}

const std::vector<std::pair<std::string, Recipes>>& recipes()
{
    static const auto kAll = [] {
        Recipes swav(2, views::swavView(224, 0.14, 1.0));
        swav.insert(swav.end(), 6, views::swavView(96, 0.05, 0.14));
        return std::vector<std::pair<std::string, Recipes>>{
            {"simclr-224", Recipes(2, views::simclrView(224))},
            {"swav-2x224+6x96", swav},
            {"simclr-96", Recipes(2, views::simclrView(96))}};
    }();
    return kAll;
}

/// What the command line asks for.
struct Choice {
    bool ours = false;
    std::vector<std::string> names;

    /// `sort` leaves out what is not named where one of its own is.
    [[nodiscard]] bool takes(const std::string& name, const std::vector<std::string>& sort) const
    {
        const auto isNamed = [&](const std::string& one) {
            return std::find(names.begin(), names.end(), one) != names.end();
        };
        return isNamed(name) || std::none_of(sort.begin(), sort.end(), isNamed);
    }
};

std::vector<Kind> kindsOf(const Choice& choice)
{
    std::vector<std::string> sort;
    for (const Kind& kind : kinds())
        sort.emplace_back(kind.name);
    std::vector<Kind> taken;
    std::copy_if(kinds().begin(), kinds().end(), std::back_inserter(taken),
                 [&](const Kind& kind) { return choice.takes(kind.name, sort); });
    return taken;
}

std::vector<std::pair<std::string, Recipes>> recipesOf(const Choice& choice)
{
    std::vector<std::string> sort;
    for (const auto& recipe : recipes())
        sort.push_back(recipe.first);
    std::vector<std::pair<std::string, Recipes>> taken;
    std::copy_if(recipes().begin(), recipes().end(), std::back_inserter(taken),
                 [&](const auto& recipe) { return choice.takes(recipe.first, sort); });
    return taken;
}

struct Rate {
    double perCpuSecond = 0;
    double perSecond = 0;
};

/// Images a second through the loader, as training has them. What was decoded is not kept.
Rate loaderRate(const dataset::Manifest& manifest, const Recipes& views, int threads)
{
    std::vector<std::size_t> all(manifest.images.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    loader::LoaderSettings settings;
    settings.recipes = views;
    settings.batch = kBatch;
    settings.threads = threads;
    settings.cacheBytes = 0;
    auto loader = loader::BatchLoader::create(manifest, all, settings);
    if (!loader || !(*loader)->next({}))
        return {};
    const double cpu = cpuSeconds(), wall = wallSeconds();
    int images = 0;
    while (cpuSeconds() - cpu < kSeconds * threads) {
        if (!(*loader)->next({}))
            return {};
        images += kBatch;
    }
    return {images / (cpuSeconds() - cpu), images / (wallSeconds() - wall)};
}

double decodeRate(const dataset::Manifest& manifest)
{
    const double cpu = cpuSeconds();
    int images = 0;
    while (cpuSeconds() - cpu < kSeconds) {
        for (const auto& entry : manifest.images)
            images += image::readImage(manifest.refOf(entry)) ? 1 : 0;
    }
    return images / (cpuSeconds() - cpu);
}

/// "kind recipe peer rate" a line; what else it says is passed on.
std::map<std::string, std::map<std::string, double>> peerRates(const fs::path& folder)
{
    std::map<std::string, std::map<std::string, double>> rates;
    const std::string command =
        "python3 '" REKINDLE_SOURCE_DIR "/tests/bench/image_peers.py' '" + folder.string() + "'";
    std::FILE* peers = ::popen(command.c_str(), "r");
    char text[512];
    while (peers != nullptr && std::fgets(text, sizeof text, peers) != nullptr) {
        std::istringstream line(text);
        std::string kind, recipe, peer;
        double rate = 0;
        if (line >> kind >> recipe >> peer >> rate)
            rates[kind + ' ' + recipe][peer] = rate;
        else
            std::printf("%s", text);
    }
    if (peers != nullptr)
        ::pclose(peers);
    return rates;
}

std::string ratio(double ours, const std::map<std::string, double>& others, const char* peer)
{
    const auto found = others.find(peer);
    if (found == others.end() || found->second <= 0)
        return "-";
    char text[64];
    std::snprintf(text, sizeof text, "%.0f (%.1fx)", found->second, ours / found->second);
    return text;
}

/// Growth over a pass of many batches, behind the first few.
void showMemory(const dataset::Manifest& manifest, const Recipes& views)
{
    std::vector<std::size_t> all(manifest.images.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    loader::LoaderSettings settings;
    settings.recipes = views;
    settings.batch = kBatch;
    settings.threads = job::usableCores();
    settings.cacheBytes = 0;
    const auto loader = loader::BatchLoader::create(manifest, all, settings);
    constexpr int kBatches = 150, kFirst = 20;
    double first = 0;
    for (int i = 0; loader && i < kBatches; ++i) {
        static_cast<void>((*loader)->next({}));
        if (i == kFirst)
            first = residentMiB();
    }
    std::printf("\nmemory over %d batches: %.0f MiB after %d, %.0f MiB at the end\n", kBatches,
                first, kFirst, residentMiB());
}

/// What all cores give together, and what memory they take.
void showThreads(const dataset::Manifest& set, const Recipes& views)
{
    const int cores = job::usableCores();
    const Rate one = loaderRate(set, views, 1);
    const Rate all = loaderRate(set, views, cores);
    std::printf("\n%d threads: %.0f %% of %d times one thread's images a second; each image costs "
                "%.0f %% of the processor time that it does with one\n",
                cores, 100 * all.perSecond / (cores * one.perSecond), cores,
                100 * one.perCpuSecond / all.perCpuSecond);
    showMemory(set, views);
}

} // namespace

int main(int argc, char** argv)
{
    Choice choice;
    for (const std::string& word : std::vector<std::string>(argv + 1, argv + argc)) {
        if (word == "--ours")
            choice.ours = true;
        else
            choice.names.push_back(word);
    }
    const auto wanted = kindsOf(choice);
    const auto views = recipesOf(choice);
    const fs::path folder =
        fs::temp_directory_path() / ("rekindle-bench-" + std::to_string(::getpid()));
    for (const Kind& kind : wanted) {
        fs::create_directories(folder / kind.name);
        for (int i = 0; i < kind.count; ++i)
            kind.write(folder / kind.name, i);
    }
    const auto peers =
        choice.ours ? std::map<std::string, std::map<std::string, double>>{} : peerRates(folder);
    std::printf("images a second of one core, all views of each; in brackets how many times ours "
                "is\n\n");
    std::printf("%-13s %-16s %8s %8s %8s  %-14s %-14s %-14s %s\n", "files", "views", "decode",
                "ours", "packed", "lightly", "torchvision", "albumentations", "packed/lightly");
    std::vector<std::pair<std::string, dataset::Manifest>> sets;
    for (const Kind& kind : wanted) {
        auto manifest = dataset::scanFolder(folder / kind.name, {}, {});
        if (!manifest)
            return 1;
        const double decode = decodeRate(*manifest);
        for (const auto& [name, of] : views) {
            packed::PackSettings settings;
            settings.shortSide = packed::shortSideFor(of.front().size);
            const fs::path file = folder / (kind.name + name + ".h5");
            dataset::Manifest packedSet = *manifest;
            if (!packed::packImages(*manifest, file, settings, {}) ||
                !packed::usePacked(packedSet, file, {}))
                return 1;
            const double ours = loaderRate(*manifest, of, 1).perCpuSecond;
            const double packed = loaderRate(packedSet, of, 1).perCpuSecond;
            const auto at = peers.find(std::string(kind.name) + ' ' + name);
            const auto others = at == peers.end() ? std::map<std::string, double>{} : at->second;
            std::printf("%-13s %-16s %8.0f %8.0f %8.0f  %-14s %-14s %-14s %s\n", kind.name,
                        name.c_str(), decode, ours, packed, ratio(ours, others, "lightly").c_str(),
                        ratio(ours, others, "torchvision").c_str(),
                        ratio(ours, others, "albumentations").c_str(),
                        ratio(packed, others, "lightly").c_str());
            std::fflush(stdout);
        }
        sets.emplace_back(kind.name, *std::move(manifest));
    }
    if (!choice.ours)
        showThreads(sets.front().second, views.front().second);
    fs::remove_all(folder);
    return 0;
}
