#include "core/image/read_image.h"

#include "core/base/guard.h"
#include "core/image/foreign_pictures.h"

#include <algorithm>
#include <fmt/format.h>

namespace rekindle::image {
namespace {

template <class T>
Result<T> named(Result<T> result, const std::string& name)
{
    if (!result && result.error().subject.empty())
        result.error().subject = name;
    return result;
}

Error unknownFormat(std::span<const std::byte> start)
{
    const auto guess = foreignContent(start);
    return {ErrorKind::Unknown,
            guess.empty() ? std::string("This is not a picture that can be read here")
                          : fmt::format("This is {}, not a {} picture", guess, formatNames("or")),
            {},
            "Save the picture as PNG or JPEG."};
}

bool liesWithin(const ImageBox& box, const ImageHeader& header)
{
    return box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 &&
           box.width <= header.width && box.height <= header.height &&
           box.x <= header.width - box.width && box.y <= header.height - box.height;
}

/// Whether a format kept its promise, so that no view is drawn from pixels that are not there.
bool isSound(const ImagePart& part, const ImageHeader& header)
{
    const Image& pixels = part.pixels;
    if (pixels.width < 1 || pixels.height < 1 || (pixels.channels != 1 && pixels.channels != 3) ||
        pixels.bits < 1 || pixels.bits > 16 || pixels.width > part.covers.width ||
        pixels.height > part.covers.height)
        return false;
    const auto values = part.planes ? part.planes->samples(pixels.width, pixels.height)
                                    : static_cast<std::size_t>(pixels.width) *
                                          static_cast<std::size_t>(pixels.height) *
                                          static_cast<std::size_t>(pixels.channels);
    const bool all =
        std::visit([&](const auto& samples) { return samples.size() == values; }, pixels.pixels);
    const bool wide = std::holds_alternative<std::vector<std::uint16_t>>(pixels.pixels);
    return all && wide == (pixels.bits > 8) && liesWithin(part.covers, header);
}

} // namespace

Result<OpenedImages> OpenedImages::recognise(std::unique_ptr<ImageBytes> bytes,
                                             const std::string& name, const ImageLimits& limits,
                                             const Request& request)
{
    auto opened = guard(name, [&]() -> Result<OpenedImages> {
        if (bytes->size() == 0)
            return fail(ErrorKind::Damaged, "The file is empty", {}, "Copy it again.");
        RK_TRY(const auto start,
               bytes->read(0, std::min<std::uint64_t>(bytes->size(), kProbeBytes)));
        OpenedImages images;
        images.m_name = name;
        images.m_limits = limits;
        images.m_request = request;
        images.m_format = formatOf(start);
        if (images.m_format == nullptr)
            return fail(unknownFormat(start));
        images.m_bytes = std::move(bytes);
        RK_TRY(images.m_reader, images.m_format->open(*images.m_bytes, request));
        images.m_count = images.m_reader->count();
        if (images.m_count < 1)
            return fail(ErrorKind::Damaged, "The file holds no image");
        return images;
    });
    return named(std::move(opened), name);
}

Result<OpenedImages> OpenedImages::open(const std::filesystem::path& file,
                                        const ImageLimits& limits, const Request& request)
{
    RK_TRY(auto bytes, ImageBytes::open(file, limits.fileBytes));
    return recognise(std::make_unique<ImageBytes>(std::move(bytes)), file.string(), limits,
                     request);
}

Result<OpenedImages> OpenedImages::open(std::span<const std::byte> memory, const std::string& name,
                                        const ImageLimits& limits, const Request& request)
{
    return recognise(std::make_unique<ImageBytes>(memory, limits.fileBytes), name, limits, request);
}

template <class T, class Body>
Result<T> OpenedImages::about(int frame, Body&& body)
{
    const std::string name =
        m_count == 1 ? m_name : fmt::format("{}, {} {}", m_name, m_format->framesAre, frame + 1);
    return named(guard(name,
                       [&]() -> Result<T> {
                           if (frame < 0 || frame >= m_count)
                               return fail(ErrorKind::Mismatch,
                                           fmt::format("The file holds {} images, not {}", m_count,
                                                       frame + 1),
                                           m_name, "Read the folder of images again.");
                           return std::forward<Body>(body)();
                       }),
                 name);
}

Result<ImageHeader> OpenedImages::header(int frame)
{
    // Whoever reads pixels asks for the header before, too: one walk serves both.
    if (m_checked && m_checked->first == frame)
        return m_checked->second;
    return about<ImageHeader>(frame, [&]() -> Result<ImageHeader> {
        RK_TRY(const auto header, m_reader->header(frame));
        RK_CHECK(checkHeader(header, m_bytes->size(), m_limits));
        m_checked = {frame, header};
        return header;
    });
}

Result<ImagePart> OpenedImages::read(int frame, const ImageBox& box, int leastSide)
{
    RK_TRY(const auto says, header(frame));
    return about<ImagePart>(frame, [&]() -> Result<ImagePart> {
        if (!liesWithin(box, says))
            return fail(ErrorKind::Mismatch,
                        fmt::format("The picture has {} × {} pixels, fewer than when the folder "
                                    "was read",
                                    says.width, says.height),
                        {}, "Read the folder of images again.");
        RK_TRY(auto part, m_reader->read(frame, box, leastSide));
        if (!isSound(part, says) || !serves(part, box, leastSide))
            return fail(ErrorKind::Internal, "The picture's pixels are not those of its header");
        if (!part.mapped)
            takeLevels(part.pixels, m_request);
        return part;
    });
}

Result<Image> OpenedImages::readWhole(int frame)
{
    RK_TRY(const auto says, header(frame));
    RK_TRY(auto part, read(frame, {0, 0, says.width, says.height}, 0));
    return std::move(part.pixels);
}

void takeBits(Image& image, int bits)
{
    auto* samples = std::get_if<std::vector<std::uint16_t>>(&image.pixels);
    if (bits <= 0 || bits >= image.bits || samples == nullptr)
        return;
    const auto largest = static_cast<std::uint16_t>((1 << bits) - 1);
    for (std::uint16_t& sample : *samples)
        sample = std::min(sample, largest);
    image.bits = bits;
}

Request requestOf(const ImageRef& ref)
{
    return {ref.reading, ref.bits, nullptr};
}

Result<Image> readImage(const ImageRef& ref, const ImageLimits& limits)
{
    RK_TRY(auto images, OpenedImages::open(ref.file, limits, requestOf(ref)));
    return images.readWhole(ref.frame);
}

Result<Image> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                          const ImageLimits& limits, ImageHeader* header)
{
    RK_TRY(auto images, OpenedImages::open(bytes, name, limits));
    if (header != nullptr) {
        RK_TRY(*header, images.header(0));
    }
    return images.readWhole(0);
}

} // namespace rekindle::image
