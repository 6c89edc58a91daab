#include "core/image/image_format.h"

#include "core/base/text.h"
#include "core/image/builtin_formats.h"
#include "core/image/foreign_pictures.h"

#include <algorithm>

namespace rekindle::image {

std::deque<ImageFormat>& imageFormats()
{
    static std::deque<ImageFormat> formats{pngFormat(), jpegFormat()};
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
    const std::string ending = text::lower(file.extension().string());
    const auto& formats = imageFormats();
    return std::any_of(formats.begin(), formats.end(),
                       [&](const ImageFormat& format) {
                           return std::find(format.endings.begin(), format.endings.end(), ending) !=
                                  format.endings.end();
                       }) ||
           isForeignEnding(ending);
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
