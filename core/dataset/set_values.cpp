#include "core/dataset/set_values.h"

#include "core/image/read_image.h"

#include <algorithm>
#include <bit>

namespace rekindle::dataset {
namespace {

/// Reads a picture for what its readers count on the way.
Result<void> count(const image::ImageRef& ref, const image::Reading& reading,
                   image::ValueTally& tally)
{
    image::Request request;
    request.reading = reading;
    request.reading.set = {};
    request.tally = &tally;
    RK_TRY(auto opened, image::OpenedImages::open(ref.file, {}, request));
    RK_TRY(const auto pixels, opened.readWhole(ref.frame));
    static_cast<void>(pixels);
    return {};
}

/// The same of up to `most` pictures; those that cannot be read are passed over.
Result<void> countMost(const Manifest& manifest, const image::Reading& reading, std::size_t most,
                       image::ValueTally& tally, const job::Watch& watch)
{
    const std::size_t pictures = std::min(most, manifest.images.size());
    for (std::size_t i = 0; i < pictures; ++i) {
        if (watch.stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Stopped on request", manifest.folder.string());
        const auto& image = manifest.images[i * manifest.images.size() / pictures];
        static_cast<void>(count(manifest.refOf(image), reading, tally));
    }
    return {};
}

/// By which every reader counts the values of every picture.
image::Reading countingAll(image::Reading reading)
{
    reading.mapping = image::Mapping::Percentiles;
    return reading;
}

bool holdsFormat(const Manifest& manifest, std::string_view format)
{
    return std::any_of(manifest.files.begin(), manifest.files.end(),
                       [&](const ImageFile& file) { return file.format == format; });
}

} // namespace

bool hasMeasuredValues(const Manifest& manifest)
{
    constexpr int kPlainBits = 8;
    return std::any_of(manifest.images.begin(), manifest.images.end(),
                       [](const ImageEntry& image) { return image.bits > kPlainBits; }) ||
           holdsFormat(manifest, "DICOM") || holdsFormat(manifest, "NIfTI");
}

bool hasVolumes(const Manifest& manifest)
{
    return holdsFormat(manifest, "NIfTI");
}

Result<void> tallyValues(const image::ImageRef& ref, image::ValueTally& tally)
{
    return count(ref, countingAll(ref.reading), tally);
}

Result<void> tallyValues(const Manifest& manifest, std::size_t most, image::ValueTally& tally,
                         const job::Watch& watch)
{
    return countMost(manifest, countingAll(manifest.reading), most, tally, watch);
}

Result<SetLevels> levelsBy(const Manifest& manifest, const image::Reading& reading,
                           std::size_t most, const job::Watch& watch)
{
    constexpr int kStored = 16;
    image::ValueTally tally;
    RK_CHECK(countMost(manifest, reading, most, tally, watch));
    SetLevels levels{reading, 0};
    levels.reading.set = {};
    levels.reading = image::settled(levels.reading, tally);
    const int used = std::bit_width(tally.largestStored());
    if (reading.mapping == image::Mapping::Usual && used < kStored)
        levels.usedBits = used;
    return levels;
}

} // namespace rekindle::dataset
