#include "core/image/builtin_formats.h"
#include "core/image/orientation.h"
#include "core/image/over_white.h"
#include "core/image/whole_file.h"

#include <array>
#include <csetjmp>
#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <png.h>
#include <zlib.h>

namespace rekindle::image {
namespace {

constexpr std::array<unsigned char, 8> kSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

bool probe(std::span<const std::byte> start)
{
    return start.size() >= kSignature.size() &&
           std::memcmp(start.data(), kSignature.data(), kSignature.size()) == 0;
}

/// What our own walk over the chunks found (PNG specification, 3rd edition, 5.3 and 11.2).
struct PngFile {
    std::uint32_t width = 0, height = 0;
    int depth = 0;
    int colourType = 0;
    bool interlaced = false;
    bool transparency = false;                     ///< a tRNS chunk
    int orientation = 1;                           ///< of an eXIf chunk
    std::vector<std::span<const std::byte>> parts; ///< what libpng gets to see
};

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the picture again.");
}

bool depthFits(int colourType, int depth)
{
    switch (colourType) {
    case PNG_COLOR_TYPE_GRAY:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    case PNG_COLOR_TYPE_PALETTE:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case PNG_COLOR_TYPE_RGB:
    case PNG_COLOR_TYPE_GRAY_ALPHA:
    case PNG_COLOR_TYPE_RGB_ALPHA:
        return depth == 8 || depth == 16;
    default:
        return false;
    }
}

Result<void> readStart(std::span<const std::byte> data, PngFile& png)
{
    if (data.size() != 13)
        return damaged("The PNG's header has a wrong length");
    png.width = big32(data, 0);
    png.height = big32(data, 4);
    png.depth = std::to_integer<int>(data[8]);
    png.colourType = std::to_integer<int>(data[9]);
    const int interlace = std::to_integer<int>(data[12]);
    png.interlaced = interlace == 1;
    constexpr std::uint32_t kLargest = 0x7fffffff;
    if (png.width == 0 || png.height == 0 || png.width > kLargest || png.height > kLargest ||
        !depthFits(png.colourType, png.depth) || data[10] != std::byte{0} ||
        data[11] != std::byte{0} || interlace > 1)
        return damaged("The PNG's header holds values that no PNG has");
    return {};
}

enum class Extent { ToPixels, Whole };

/// The orientation of an eXIf chunk behind the pixels, where some programs put it: chunks are
/// stepped over from `at` on without a look at what they hold.
std::optional<int> lateOrientation(std::span<const std::byte> file, std::size_t at)
{
    while (file.size() - at >= 12) {
        const std::uint32_t length = big32(file, at);
        if (length > file.size() - at - 12)
            return std::nullopt;
        if (std::memcmp(file.data() + at + 4, "eXIf", 4) == 0)
            return tiffOrientation(file.subspan(at + 8, length));
        at += std::size_t{12} + length;
    }
    return std::nullopt;
}

/// Walks the chunks and checks each length and CRC-32. Text, profiles and the like are kept from
/// libpng: they do not change pixels and have been a way in for hostile files.
Result<PngFile> walkChunks(std::span<const std::byte> file, Extent extent)
{
    PngFile png;
    png.parts.push_back(file.first(kSignature.size()));
    bool pixels = false;
    for (std::size_t at = kSignature.size();;) {
        if (file.size() - at < 12)
            return damaged("The PNG ends early");
        const std::uint32_t length = big32(file, at);
        if (length > file.size() - at - 12)
            return damaged("The PNG ends early");
        const auto chunk = file.subspan(at, std::size_t{12} + length);
        char type[5] = {};
        std::memcpy(type, chunk.data() + 4, 4);
        const auto name = std::string_view(type, 4);
        const uLong crc = crc32(0, reinterpret_cast<const Bytef*>(chunk.data() + 4),
                                static_cast<uInt>(length + 4));
        if (crc != big32(chunk, std::size_t{8} + length))
            return damaged("A checksum inside the PNG differs");
        if ((name == "IHDR") != (at == kSignature.size()))
            return damaged("The PNG's header is not where it belongs");
        if (name == "IHDR")
            RK_CHECK(readStart(chunk.subspan(8, length), png));
        if (name == "tRNS" && !pixels)
            png.transparency = true;
        if (name == "eXIf")
            png.orientation = tiffOrientation(chunk.subspan(8, length)).value_or(png.orientation);
        if (name == "IDAT" && extent == Extent::ToPixels) {
            png.orientation = lateOrientation(file, at).value_or(png.orientation);
            return png;
        }
        pixels = pixels || name == "IDAT";
        if (name == "IEND" && !pixels)
            return damaged("The PNG holds no pixels");
        if (name == "IHDR" || name == "PLTE" || name == "tRNS" || name == "IDAT" || name == "IEND")
            png.parts.push_back(chunk);
        else if ((std::to_integer<unsigned>(chunk[4]) & 0x20u) == 0)
            return damaged("The PNG has a part that no reader knows");
        if (name == "IEND")
            return png;
        at += chunk.size();
    }
}

bool hasAlpha(const PngFile& png)
{
    return png.transparency || (png.colourType & PNG_COLOR_MASK_ALPHA) != 0;
}

ImageHeader headerOf(const PngFile& png)
{
    const bool colour = (png.colourType & PNG_COLOR_MASK_COLOR) != 0;
    ImageHeader header;
    header.width = static_cast<int>(png.width);
    header.height = static_cast<int>(png.height);
    header.channels = (colour ? 3 : 1) + (hasAlpha(png) ? 1 : 0);
    header.bits = png.colourType == PNG_COLOR_TYPE_PALETTE ? 8 : png.depth;
    // Transparency of few-bit grey makes libpng expand to bytes.
    if (png.transparency && header.bits < 8)
        header.bits = 8;
    return header;
}

Result<ImageHeader> header(std::span<const std::byte> file)
{
    RK_TRY(const auto png, walkChunks(file, Extent::ToPixels));
    ImageHeader upright = headerOf(png);
    if (swapsSides(png.orientation))
        std::swap(upright.width, upright.height);
    return upright;
}

/// What libpng's callbacks work on. Trivially destructible, since errors jump over it.
struct Reading {
    const std::span<const std::byte>* part;
    std::size_t partsLeft;
    std::size_t offset;
    png_uint_32 rows; ///< of the picture
    bool interlaced;
    std::size_t afterwards; ///< bytes that were asked for when all pixels had been read
    char message[120];
};

void onError(png_structp png, png_const_charp message)
{
    auto* reading = static_cast<Reading*>(png_get_error_ptr(png));
    std::strncpy(reading->message, message, sizeof reading->message - 1);
    png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) {}

/// libpng unpacks what follows the last pixel in order to throw it away. What real files have there
/// are checksums and a few marks.
void checkAfterwards(png_structp png, Reading& reading, std::size_t count)
{
    constexpr std::size_t kMostAfterwards = 16 << 10;
    const bool done = reading.interlaced ? png_get_current_pass_number(png) >= 7
                                         : png_get_current_row_number(png) >= reading.rows;
    if (done)
        reading.afterwards += count;
    if (reading.afterwards > kMostAfterwards)
        png_error(png, "there is more data than the picture has pixels");
}

void onRead(png_structp png, png_bytep out, std::size_t count)
{
    auto* reading = static_cast<Reading*>(png_get_io_ptr(png));
    checkAfterwards(png, *reading, count);
    while (count > 0) {
        if (reading->partsLeft == 0)
            png_error(png, "the data ends early");
        const std::size_t take = std::min(count, reading->part->size() - reading->offset);
        std::memcpy(out, reading->part->data() + reading->offset, take);
        out += take;
        count -= take;
        reading->offset += take;
        if (reading->offset == reading->part->size()) {
            ++reading->part;
            --reading->partsLeft;
            reading->offset = 0;
        }
    }
}

/// Everything between setjmp and longjmp: no object with a destructor lives here.
bool readRows(Reading& reading, const PngFile& file, std::size_t rowBytes, png_bytepp rows)
{
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, onError, onWarning);
    if (png == nullptr)
        return false;
    png_infop info = png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_read_struct(&png, &info, nullptr);
        return false;
    }
    png_set_read_fn(png, &reading, onRead);
    // The walk has checked every CRC already.
    png_set_crc_action(png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
    png_read_info(png, info);
    if (file.colourType == PNG_COLOR_TYPE_PALETTE)
        png_set_palette_to_rgb(png);
    if (file.transparency) {
        if (file.depth < 8)
            png_set_expand_gray_1_2_4_to_8(png);
        png_set_tRNS_to_alpha(png);
    }
    if (file.depth < 8)
        png_set_packing(png);
    if (file.depth == 16)
        png_set_swap(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (png_get_rowbytes(png, info) != rowBytes)
        png_error(png, "rows have an unexpected length");
    png_read_image(png, rows);
    png_read_end(png, nullptr);
    png_destroy_read_struct(&png, &info, nullptr);
    return true;
}

template <class Sample>
Result<Image> decodeSamples(const PngFile& png, const ImageHeader& header)
{
    const auto stored = static_cast<std::size_t>(header.channels);
    const std::size_t perRow = std::size_t{png.width} * stored;
    std::vector<Sample> raw(perRow * png.height);
    std::vector<png_bytep> rows(png.height);
    for (std::size_t y = 0; y < rows.size(); ++y)
        rows[y] = reinterpret_cast<png_bytep>(raw.data() + y * perRow);
    Reading reading{png.parts.data(), png.parts.size(), 0, png.height, png.interlaced, 0, {}};
    if (!readRows(reading, png, perRow * sizeof(Sample), rows.data()))
        return damaged(fmt::format("The PNG's pixels cannot be unpacked ({})", reading.message));
    const bool alpha = hasAlpha(png);
    Image image;
    image.width = header.width;
    image.height = header.height;
    image.channels = alpha ? header.channels - 1 : header.channels;
    image.bits = header.bits;
    if (alpha)
        image.pixels = overWhite(raw, stored - 1, (std::uint32_t{1} << header.bits) - 1);
    else
        image.pixels = std::move(raw);
    return image;
}

Result<Image> decode(std::span<const std::byte> file)
{
    RK_TRY(const auto png, walkChunks(file, Extent::Whole));
    const ImageHeader header = headerOf(png);
    RK_TRY(auto image, header.bits > 8 ? decodeSamples<std::uint16_t>(png, header)
                                       : decodeSamples<std::uint8_t>(png, header));
    return turnedUpright(std::move(image), png.orientation);
}

} // namespace

ImageFormat pngFormat()
{
    return {"PNG", "image", {".png"}, probe, [](ImageBytes& bytes, const Request&) {
                return wholeFileReader(bytes, header, decode);
            }};
}

} // namespace rekindle::image
