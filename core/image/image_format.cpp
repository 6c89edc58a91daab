#include "core/image/image_format.h"

#include "core/base/text.h"
#include "core/image/builtin_formats.h"
#include "core/image/foreign_pictures.h"

#include <algorithm>

namespace rekindle::image {

std::deque<ImageFormat>& imageFormats()
{
    // A DICOM file may begin as a TIFF does, for viewers that know that alone.
    static std::deque<ImageFormat> formats{pngFormat(),  jpegFormat(), dicomFormat(), tiffFormat(),
                                           webpFormat(), bmpFormat(),  niftiFormat()};
    return formats;
}

const ImageFormat* formatOf(std::span<const std::byte> start)
{
    for (const ImageFormat& format : imageFormats())
        if (format.probe(start))
            return &format;
    return nullptr;
}

bool claimsPicture(const std::filesystem::path& file)
{
    // ".nii.gz" is one ending.
    const std::string name = text::lower(file.filename().string());
    const auto& formats = imageFormats();
    return std::any_of(formats.begin(), formats.end(),
                       [&](const ImageFormat& format) {
                           return std::any_of(
                               format.endings.begin(), format.endings.end(),
                               [&](std::string_view ending) { return name.ends_with(ending); });
                       }) ||
           isForeignEnding(text::lower(file.extension().string()));
}

std::string formatNames(std::string_view word)
{
    const auto& formats = imageFormats();
    std::string names(formats.front().name);
    for (std::size_t i = 1; i < formats.size(); ++i) {
        names += i + 1 == formats.size() ? " " + std::string(word) + " " : ", ";
        names += formats[i].name;
    }
    return names;
}

bool startsLikePicture(std::span<const std::byte> start)
{
    return formatOf(start) != nullptr || isForeignPicture(start);
}

} // namespace rekindle::image
