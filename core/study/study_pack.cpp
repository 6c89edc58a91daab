#include "core/study/study_pack.h"

#include "core/packed/pack.h"
#include "core/packed/packed_images.h"
#include "core/storage/atomic_write.h"

#include <algorithm>
#include <fmt/format.h>

namespace rekindle::study {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "packed";

packed::PackSettings settingsFor(int viewSize)
{
    packed::PackSettings settings;
    settings.shortSide = packed::shortSideFor(viewSize);
    return settings;
}

/// Pixels of all pictures, and of their copies.
struct Pixels {
    std::uint64_t stored = 0, packed = 0;
};

Pixels pixelsOf(const dataset::Manifest& manifest, int shortSide)
{
    Pixels pixels;
    for (const dataset::ImageEntry& image : manifest.images) {
        const auto stored =
            static_cast<std::uint64_t>(image.width) * static_cast<std::uint64_t>(image.height);
        const double share = std::min(
            1.0, static_cast<double>(shortSide) /
                     static_cast<double>(std::max(1, std::min(image.width, image.height))));
        pixels.stored += stored;
        pixels.packed += static_cast<std::uint64_t>(static_cast<double>(stored) * share * share);
    }
    return pixels;
}

} // namespace

fs::path packFile(const Study& study, int viewSize)
{
    constexpr std::size_t kLetters = 16;
    return study.folder / kFolder /
           fmt::format("{}-{}.h5", study.imageList.stem().string().substr(0, kLetters),
                       packed::shortSideFor(viewSize));
}

Result<std::optional<PackOffer>> packOffer(const Study& study,
                                           const run::PretrainSettings& settings, int runs)
{
    constexpr std::uint64_t kTimesLarger = 3;
    constexpr double kWorthSeconds = 60;
    std::optional<PackOffer> offer;
    std::error_code ignored;
    const fs::path file = packFile(study, settings.imageSize);
    if (!settings.packed.empty() || fs::exists(file, ignored))
        return offer;
    RK_TRY(const auto manifest, images(study));
    const auto wanted = settingsFor(settings.imageSize);
    const Pixels pixels = pixelsOf(manifest, wanted.shortSide);
    if (pixels.stored < kTimesLarger * pixels.packed)
        return offer;
    RK_TRY(const auto estimate, packed::estimatePack(manifest, wanted));
    const double decoding =
        estimate.seconds * static_cast<double>(settings.epochs) * static_cast<double>(runs);
    if (decoding < kWorthSeconds)
        return offer;
    offer = PackOffer{file, wanted.shortSide, estimate.bytes, estimate.seconds, 0};
    for (const dataset::ImageFile& one : manifest.files)
        offer->read += one.bytes;
    return offer;
}

Result<void> packStudy(const Study& study, int viewSize, const job::Watch& watch)
{
    RK_TRY(const auto manifest, images(study));
    const fs::path file = packFile(study, viewSize);
    RK_CHECK(storage::makeFolder(file.parent_path()));
    RK_TRY(const auto made, packed::packImages(manifest, file, settingsFor(viewSize), watch));
    static_cast<void>(made);
    return {};
}

Result<bool> usePack(const Study& study, run::PretrainSettings& settings)
{
    const fs::path file = packFile(study, settings.imageSize);
    std::error_code ignored;
    if (!settings.packed.empty() || !fs::exists(file, ignored))
        return false;
    RK_TRY(const auto manifest, images(study));
    RK_TRY(const auto pack, packed::PackedImages::open(file));
    RK_CHECK(pack->checkHolds(manifest));
    settings.packed = file;
    settings.packedSha256 = pack->sha256();
    return true;
}

} // namespace rekindle::study
