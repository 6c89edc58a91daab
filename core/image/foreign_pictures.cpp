#include "core/image/foreign_pictures.h"

#include <algorithm>
#include <array>

namespace rekindle::image {
namespace {

using namespace std::string_view_literals;

constexpr std::array kEndings{".gif"sv,  ".pgm"sv, ".ppm"sv,  ".pnm"sv,  ".jp2"sv,
                              ".heic"sv, ".svs"sv, ".ndpi"sv, ".mrxs"sv, ".avif"sv};

struct Signature {
    std::size_t at;
    std::string_view bytes;
    std::string_view means;
    bool picture = true;
};

constexpr std::array kSignatures{Signature{0, "GIF8"sv, "a GIF picture"},
                                 Signature{0, "PK\3\4"sv, "a zip archive", false},
                                 Signature{0, "%PDF"sv, "a PDF document", false},
                                 Signature{0, "<!DOCTYPE"sv, "a web page", false},
                                 Signature{0, "<!doctype"sv, "a web page", false},
                                 Signature{0, "<html"sv, "a web page", false}};

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

} // namespace

bool isForeignEnding(std::string_view ending)
{
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool isForeignPicture(std::span<const std::byte> start)
{
    return std::any_of(kSignatures.begin(), kSignatures.end(), [&](const Signature& signature) {
        return signature.picture && signature.bytes.size() > 2 &&
               holds(start, signature.at, signature.bytes);
    });
}

std::string_view foreignContent(std::span<const std::byte> start)
{
    for (const Signature& signature : kSignatures)
        if (holds(start, signature.at, signature.bytes))
            return signature.means;
    return isText(start) ? "text" : "";
}

} // namespace rekindle::image
