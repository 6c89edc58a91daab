#include "core/image/image_format.h"

#include "core/base/guard.h"
#include "core/base/text.h"
#include "core/image/builtin_formats.h"
#include "core/storage/input_file.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace rekindle::image {
namespace {

bool holds(std::span<const std::byte> bytes, std::size_t at, std::string_view magic)
{
    if (bytes.size() < at + magic.size())
        return false;
    return std::equal(magic.begin(), magic.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char c, std::byte b) {
                          return static_cast<unsigned char>(c) == std::to_integer<unsigned>(b);
                      });
}

bool isText(std::span<const std::byte> bytes)
{
    const auto start = bytes.first(std::min<std::size_t>(bytes.size(), 512));
    return !start.empty() && std::none_of(start.begin(), start.end(), [](std::byte b) {
        const auto value = std::to_integer<unsigned>(b);
        return value < 9 || (value > 13 && value < 32 && value != 27);
    });
}

/// What a file that is none of ours seems to be, for the message.
std::string_view guessedContent(std::span<const std::byte> bytes)
{
    using namespace std::string_view_literals;
    if (holds(bytes, 0, "II*\0"sv) || holds(bytes, 0, "MM\0*"sv))
        return "a TIFF picture";
    if (holds(bytes, 128, "DICM"))
        return "a DICOM file";
    if (holds(bytes, 0, "GIF8"))
        return "a GIF picture";
    if (holds(bytes, 0, "RIFF") && holds(bytes, 8, "WEBP"))
        return "a WebP picture";
    if (holds(bytes, 0, "PK\3\4"))
        return "a zip archive";
    if (holds(bytes, 0, "%PDF"))
        return "a PDF document";
    if (holds(bytes, 0, "BM"))
        return "a BMP picture";
    if (holds(bytes, 0, "<!DOCTYPE") || holds(bytes, 0, "<html") || holds(bytes, 0, "<!doctype"))
        return "a web page";
    if (isText(bytes))
        return "text";
    return "";
}

Result<void> checkLimits(const ImageHeader& header, std::size_t fileBytes,
                         const ImageLimits& limits)
{
    if (header.width < 1 || header.height < 1 || header.channels < 1 || header.channels > 4)
        return fail(ErrorKind::Damaged, "The picture's header says that it has no pixels");
    const auto width = static_cast<std::uint64_t>(header.width);
    const auto height = static_cast<std::uint64_t>(header.height);
    const std::uint64_t pixels = width * height;
    if (header.width > limits.side || header.height > limits.side || pixels > limits.pixels)
        return fail(ErrorKind::Limit,
                    fmt::format("The picture is {} × {} pixels ({} million); the limit is {} "
                                "million and {} on a side",
                                text::count(width), text::count(height),
                                text::count(pixels / 1'000'000),
                                text::count(limits.pixels / 1'000'000),
                                text::count(static_cast<std::uint64_t>(limits.side))),
                    {}, "Cut it into tiles or make it smaller.");
    if (static_cast<double>(std::max(width, height)) >
        limits.aspect * static_cast<double>(std::min(width, height)))
        return fail(ErrorKind::Limit,
                    fmt::format("The picture is {} × {} pixels; one side may be at most {} times "
                                "as long as the other",
                                text::count(width), text::count(height), limits.aspect),
                    {}, "Cut it into pieces.");
    const std::uint64_t decoded =
        pixels * static_cast<std::uint64_t>(header.channels) * (header.bits > 8 ? 2 : 1);
    const double room = limits.expansion * static_cast<double>(fileBytes) + double{16 << 20};
    if (static_cast<double>(decoded) > room)
        return fail(ErrorKind::Limit,
                    fmt::format("The picture would grow from {} to {}", text::bytes(fileBytes),
                                text::bytes(decoded)),
                    {}, "Such files are made to exhaust memory; leave it out.");
    return {};
}

Result<Image> decodeChecked(std::span<const std::byte> bytes, const ImageLimits& limits,
                            ImageHeader* headerOut)
{
    if (bytes.empty())
        return fail(ErrorKind::Damaged, "The file is empty", {}, "Copy it again.");
    const ImageFormat* format = formatOf(bytes);
    if (format == nullptr) {
        const auto guess = guessedContent(bytes);
        return fail(ErrorKind::Unknown,
                    guess.empty() ? std::string("This is not a picture that can be read here")
                                  : fmt::format("This is {}, not a PNG or JPEG picture", guess),
                    {}, "Save the picture as PNG or JPEG.");
    }
    RK_TRY(const auto header, format->header(bytes));
    RK_CHECK(checkLimits(header, bytes.size(), limits));
    if (headerOut != nullptr)
        *headerOut = header;
    return format->decode(bytes);
}

} // namespace

const std::vector<ImageFormat>& imageFormats()
{
    static const std::vector<ImageFormat> formats{pngFormat(), jpegFormat()};
    return formats;
}

const ImageFormat* formatOf(std::span<const std::byte> start)
{
    for (const ImageFormat& format : imageFormats())
        if (format.probe(start))
            return &format;
    return nullptr;
}

Result<Image> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                          const ImageLimits& limits, ImageHeader* header)
{
    auto image = guard(name, [&] { return decodeChecked(bytes, limits, header); });
    if (!image && image.error().subject.empty())
        image.error().subject = name;
    return image;
}

Result<Image> readImage(const std::filesystem::path& file, const ImageLimits& limits)
{
    RK_TRY(const auto input, storage::InputFile::open(file));
    if (input.size() > limits.fileBytes)
        return fail(ErrorKind::Limit,
                    fmt::format("The file has {}; picture files over {} are not opened",
                                text::bytes(input.size()), text::bytes(limits.fileBytes)),
                    file.string(), "Cut it into tiles or make it smaller.");
    RK_TRY(const auto bytes, input.read(0, input.size()));
    return decodeImage(bytes, file.string(), limits);
}

} // namespace rekindle::image
