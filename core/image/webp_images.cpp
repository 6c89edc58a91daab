#include "core/image/builtin_formats.h"
#include "core/image/file_numbers.h"
#include "core/image/orientation.h"
#include "core/image/over_white.h"
#include "core/image/whole_file.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <webp/decode.h>

namespace rekindle::image {
namespace {

bool isAt(std::span<const std::byte> bytes, std::size_t at, std::string_view word)
{
    return bytes.size() >= at + word.size() &&
           std::memcmp(bytes.data() + at, word.data(), word.size()) == 0;
}

bool probe(std::span<const std::byte> start)
{
    return isAt(start, 0, "RIFF") && isAt(start, 8, "WEBP");
}

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the picture again.");
}

std::size_t number(std::span<const std::byte> bytes, std::size_t at, std::size_t size)
{
    return static_cast<std::size_t>(numberAt(bytes, at, size, ByteOrder::Little));
}

/// What our own walk over the chunks found (RFC 9649, section 2).
struct WebpFile {
    std::span<const std::byte> picture; ///< what libwebp gets to see
    int frames = 0;                     ///< of an animation
    int orientation = 1;
    bool pixels = false; ///< a chunk of them
};

/// Walks the chunks; `whole` asks for all of the file to be there.
Result<WebpFile> walkChunks(std::span<const std::byte> file, bool whole)
{
    if (file.size() < 20)
        return damaged("The WebP ends early");
    const std::size_t says = number(file, 4, 4) + 8;
    if (whole && says > file.size())
        return damaged("The WebP ends early");
    WebpFile webp;
    webp.picture = file.first(std::min(says, file.size()));
    for (std::size_t at = 12; at + 8 <= webp.picture.size();) {
        const std::size_t length = number(file, at + 4, 4);
        const std::size_t left = webp.picture.size() - at - 8;
        if (length > left && whole)
            return damaged("The WebP ends early");
        const auto data = webp.picture.subspan(at + 8, std::min(length, left));
        webp.pixels = webp.pixels || isAt(file, at, "VP8 ") || isAt(file, at, "VP8L");
        webp.frames += isAt(file, at, "ANMF") ? 1 : 0;
        if (isAt(file, at, "EXIF"))
            webp.orientation =
                exifOrientation(data).value_or(tiffOrientation(data).value_or(webp.orientation));
        if (length > left)
            break;
        at += 8 + length + length % 2;
    }
    if (webp.frames > 0)
        return fail(ErrorKind::Unknown,
                    fmt::format("This WebP is an animation of {} frames", webp.frames), {},
                    "Save the frames that you need as pictures of their own.");
    if (!webp.pixels)
        return damaged("The WebP holds no pixels");
    return webp;
}

const std::uint8_t* start(const WebpFile& webp)
{
    return reinterpret_cast<const std::uint8_t*>(webp.picture.data());
}

Result<ImageHeader> storedHeader(const WebpFile& webp)
{
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(start(webp), webp.picture.size(), &features) != VP8_STATUS_OK)
        return damaged("The WebP's header holds values that no WebP has");
    return ImageHeader{features.width, features.height, features.has_alpha != 0 ? 4 : 3, 8};
}

Result<ImageHeader> header(std::span<const std::byte> file)
{
    RK_TRY(const auto webp, walkChunks(file, false));
    RK_TRY(auto header, storedHeader(webp));
    if (swapsSides(webp.orientation))
        std::swap(header.width, header.height);
    return header;
}

Result<Image> decode(std::span<const std::byte> file)
{
    RK_TRY(const auto webp, walkChunks(file, true));
    RK_TRY(const auto header, storedHeader(webp));
    const auto width = static_cast<std::size_t>(header.width);
    const auto channels = static_cast<std::size_t>(header.channels);
    std::vector<std::uint8_t> raw(width * static_cast<std::size_t>(header.height) * channels);
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0)
        return fail(ErrorKind::Internal,
                    "The WebP library is another than the program was made for");
    config.output.colorspace = channels == 4 ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = raw.data();
    config.output.u.RGBA.stride = static_cast<int>(width * channels);
    config.output.u.RGBA.size = raw.size();
    const VP8StatusCode status = WebPDecode(start(webp), webp.picture.size(), &config);
    WebPFreeDecBuffer(&config.output);
    if (status == VP8_STATUS_OUT_OF_MEMORY)
        return fail(ErrorKind::Memory, "There is not enough memory for this picture");
    if (status != VP8_STATUS_OK)
        return damaged(status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED
                           ? "The WebP ends early"
                           : "The WebP's pixels cannot be unpacked");
    constexpr std::uint32_t kWhite = 255;
    Image image{header.width,
                header.height,
                3,
                8,
                channels == 4 ? overWhite(raw, 3, kWhite) : std::move(raw),
                {}};
    return turnedUpright(std::move(image), webp.orientation);
}

} // namespace

ImageFormat webpFormat()
{
    return {"WebP", "image", {".webp"}, probe, [](ImageBytes& bytes, const Request&) {
                return wholeFileReader(bytes, header, decode);
            }};
}

} // namespace rekindle::image
