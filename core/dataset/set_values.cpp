#include "core/dataset/set_values.h"

#include "core/image/read_image.h"

#include <algorithm>

namespace rekindle::dataset {

bool hasMeasuredValues(const Manifest& manifest)
{
    constexpr int kPlainBits = 8;
    const bool deep = std::any_of(manifest.images.begin(), manifest.images.end(),
                                  [](const ImageEntry& image) { return image.bits > kPlainBits; });
    return deep ||
           std::any_of(manifest.files.begin(), manifest.files.end(), [](const ImageFile& file) {
               return file.format == "DICOM" || file.format == "NIfTI";
           });
}

Result<void> tallyValues(const image::ImageRef& ref, image::ValueTally& tally)
{
    image::Request request = image::requestOf(ref);
    // Under which every reader counts the values of every picture.
    request.reading.mapping = image::Mapping::Percentiles;
    request.reading.set = {};
    request.tally = &tally;
    RK_TRY(auto opened, image::OpenedImages::open(ref.file, {}, request));
    RK_TRY(const auto pixels, opened.readWhole(ref.frame));
    static_cast<void>(pixels);
    return {};
}

Result<void> tallyValues(const Manifest& manifest, std::size_t most, image::ValueTally& tally,
                         const job::Watch& watch)
{
    const std::size_t count = std::min(most, manifest.images.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (watch.stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Stopped on request", manifest.folder.string());
        const auto& image = manifest.images[i * manifest.images.size() / count];
        static_cast<void>(tallyValues(manifest.refOf(image), tally));
    }
    return {};
}

} // namespace rekindle::dataset
