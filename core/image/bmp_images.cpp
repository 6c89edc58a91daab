#include "core/image/builtin_formats.h"
#include "core/image/file_numbers.h"
#include "core/image/over_white.h"
#include "core/image/whole_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fmt/format.h>

// Read by ourselves: a header and rows. The libraries that read it bring dozens of formats along.

namespace rekindle::image {
namespace {

constexpr std::size_t kFileHeader = 14;

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
};

enum class Packing { None, Runs8, Runs4 };

struct BmpFile {
    std::uint32_t width = 0, height = 0;
    bool topDown = false;
    int bits = 0; ///< of a pixel
    Packing packing = Packing::None;
    std::array<std::uint32_t, 4> masks{}; ///< red, green, blue, alpha of 16 and 32 bits
    std::vector<Colour> palette;
    std::size_t pixels = 0; ///< where they begin
};

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the picture again.");
}

std::uint32_t number(std::span<const std::byte> bytes, std::size_t at, std::size_t size)
{
    return static_cast<std::uint32_t>(numberAt(bytes, at, size, ByteOrder::Little));
}

bool isHeaderSize(std::uint32_t size)
{
    constexpr std::array<std::uint32_t, 7> kSizes{12, 40, 52, 56, 64, 108, 124};
    return std::find(kSizes.begin(), kSizes.end(), size) != kSizes.end();
}

bool probe(std::span<const std::byte> start)
{
    return start.size() >= 26 && start[0] == std::byte{'B'} && start[1] == std::byte{'M'} &&
           isHeaderSize(number(start, kFileHeader, 4));
}

bool isMask(std::uint32_t mask)
{
    return mask != 0 && std::has_single_bit((std::uint64_t{mask} >> std::countr_zero(mask)) + 1);
}

Result<void> readMasks(std::span<const std::byte> file, std::uint32_t headerSize,
                       std::uint32_t compression, BmpFile& bmp)
{
    constexpr std::uint32_t kMasks = 3, kMasksAndAlpha = 6;
    if (compression != kMasks && compression != kMasksAndAlpha) {
        bmp.masks = bmp.bits == 16 ? std::array<std::uint32_t, 4>{0x7c00, 0x3e0, 0x1f, 0}
                                   : std::array<std::uint32_t, 4>{0xff0000, 0xff00, 0xff, 0};
        return {};
    }
    const bool alpha = headerSize >= 56 || compression == kMasksAndAlpha;
    const std::size_t count = alpha ? 4 : 3;
    if (file.size() < kFileHeader + 40 + 4 * count)
        return damaged("The BMP ends early");
    for (std::size_t i = 0; i < count; ++i)
        bmp.masks[i] = number(file, kFileHeader + 40 + 4 * i, 4);
    if (!std::all_of(bmp.masks.begin(), bmp.masks.begin() + 3, isMask) ||
        (bmp.masks[3] != 0 && !isMask(bmp.masks[3])))
        return damaged("The BMP's header holds values that no BMP has");
    return {};
}

Result<void> readPalette(std::span<const std::byte> file, std::size_t at, std::uint32_t used,
                         std::size_t entry, BmpFile& bmp)
{
    if (bmp.bits > 8)
        return {};
    const std::size_t most = std::size_t{1} << bmp.bits;
    const std::size_t count = used == 0 || used > most ? most : used;
    if (file.size() < at || (file.size() - at) / entry < count)
        return damaged("The BMP ends early");
    for (std::size_t i = 0; i < count; ++i, at += entry)
        bmp.palette.push_back({std::to_integer<std::uint8_t>(file[at + 2]),
                               std::to_integer<std::uint8_t>(file[at + 1]),
                               std::to_integer<std::uint8_t>(file[at])});
    return {};
}

Result<BmpFile> readStart(std::span<const std::byte> file)
{
    const std::uint32_t size = file.size() < 26 ? 0 : number(file, kFileHeader, 4);
    if (!isHeaderSize(size) || file.size() < kFileHeader + size)
        return damaged("The BMP ends early");
    BmpFile bmp;
    bmp.pixels = number(file, 10, 4);
    std::uint32_t compression = 0, used = 0;
    if (size == 12) {
        bmp.width = number(file, 18, 2);
        bmp.height = number(file, 20, 2);
        bmp.bits = static_cast<int>(number(file, 24, 2));
    } else {
        bmp.width = number(file, 18, 4);
        const auto height = std::bit_cast<std::int32_t>(number(file, 22, 4));
        bmp.topDown = height < 0;
        bmp.height = bmp.topDown ? 0u - static_cast<std::uint32_t>(height)
                                 : static_cast<std::uint32_t>(height);
        bmp.bits = static_cast<int>(number(file, 28, 2));
        compression = number(file, 30, 4);
        used = number(file, 46, 4);
    }
    constexpr std::uint32_t kLargest = 0x7fffffff;
    constexpr std::array kDepths{1, 4, 8, 16, 24, 32};
    if (bmp.width == 0 || bmp.height == 0 || bmp.width > kLargest || bmp.height > kLargest ||
        std::find(kDepths.begin(), kDepths.end(), bmp.bits) == kDepths.end())
        return damaged("The BMP's header holds values that no BMP has");
    bmp.packing = compression == 1 && bmp.bits == 8   ? Packing::Runs8
                  : compression == 2 && bmp.bits == 4 ? Packing::Runs4
                                                      : Packing::None;
    const bool masked = bmp.bits == 16 || bmp.bits == 32;
    if (bmp.packing == Packing::None && compression != 0 &&
        !(masked && (compression == 3 || compression == 6)))
        return fail(ErrorKind::Unknown,
                    fmt::format("This BMP is packed in a way that is not read here (number {})",
                                compression),
                    {}, "Save the picture as PNG.");
    if (bmp.packing != Packing::None && bmp.topDown)
        return damaged("The BMP's header holds values that no BMP has");
    if (masked)
        RK_CHECK(readMasks(file, size, compression, bmp));
    RK_CHECK(readPalette(file, kFileHeader + size, used, size == 12 ? 3 : 4, bmp));
    return bmp;
}

bool isGrey(const BmpFile& bmp)
{
    return bmp.bits <= 8 &&
           std::all_of(bmp.palette.begin(), bmp.palette.end(), [](const Colour& colour) {
               return colour.red == colour.green && colour.green == colour.blue;
           });
}

Result<ImageHeader> header(std::span<const std::byte> file)
{
    RK_TRY(const auto bmp, readStart(file));
    const int channels = isGrey(bmp) ? 1 : bmp.masks[3] != 0 ? 4 : 3;
    return ImageHeader{static_cast<int>(bmp.width), static_cast<int>(bmp.height), channels, 8};
}

/// Where the row stands in the picture that stands `row`th in the file.
std::size_t placeOf(const BmpFile& bmp, std::size_t row)
{
    return bmp.topDown ? row : bmp.height - 1 - row;
}

/// The palette's numbers out of runs; what no run reaches has the first colour.
class Runs
{
public:
    Runs(std::span<const std::byte> data, const BmpFile& bmp)
        : m_data(data), m_bmp(bmp), m_four(bmp.packing == Packing::Runs4),
          m_indices(std::size_t{bmp.width} * bmp.height)
    {
    }

    Result<std::vector<std::uint8_t>> unpack()
    {
        while (m_at + 1 < m_data.size()) {
            const auto count = std::to_integer<unsigned>(m_data[m_at]);
            const auto value = std::to_integer<unsigned>(m_data[m_at + 1]);
            m_at += 2;
            if (count > 0) {
                for (unsigned i = 0; i < count; ++i)
                    put(m_four ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
            } else if (value == 0) {
                m_x = 0;
                ++m_row;
            } else if (value == 1) {
                return std::move(m_indices);
            } else if (value == 2) {
                if (m_at + 1 >= m_data.size())
                    break;
                m_x += std::to_integer<unsigned>(m_data[m_at]);
                m_row += std::to_integer<unsigned>(m_data[m_at + 1]);
                m_at += 2;
            } else if (!putLiterally(value)) {
                break;
            }
        }
        // Some programs leave the end mark out.
        if (m_row + 1 < m_bmp.height || (m_row + 1 == m_bmp.height && m_x < m_bmp.width))
            return damaged("The BMP ends early");
        return std::move(m_indices);
    }

private:
    void put(unsigned value)
    {
        if (m_row < m_bmp.height && m_x < m_bmp.width)
            m_indices[placeOf(m_bmp, m_row) * m_bmp.width + m_x] = static_cast<std::uint8_t>(value);
        ++m_x;
    }

    bool putLiterally(unsigned count)
    {
        const std::size_t bytes = m_four ? (count + 1) / 2 : count;
        if (m_data.size() - m_at < bytes)
            return false;
        for (unsigned i = 0; i < count; ++i) {
            const auto value = std::to_integer<unsigned>(m_data[m_at + (m_four ? i / 2 : i)]);
            put(m_four ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
        }
        m_at += bytes + bytes % 2;
        return true;
    }

    std::span<const std::byte> m_data;
    const BmpFile& m_bmp;
    const bool m_four;
    std::vector<std::uint8_t> m_indices;
    std::size_t m_at = 0, m_x = 0, m_row = 0;
};

/// The bytes of each row in the picture's order.
Result<std::vector<std::span<const std::byte>>> rowsOf(std::span<const std::byte> data,
                                                       const BmpFile& bmp)
{
    const std::uint64_t bytes =
        (std::uint64_t{bmp.width} * static_cast<unsigned>(bmp.bits) + 31) / 32 * 4;
    // The padding of the last row may be missing.
    const std::uint64_t used = (std::uint64_t{bmp.width} * static_cast<unsigned>(bmp.bits) + 7) / 8;
    if (bytes * (bmp.height - 1) + used > data.size())
        return damaged("The BMP ends early");
    std::vector<std::span<const std::byte>> rows(bmp.height);
    for (std::size_t row = 0; row < rows.size(); ++row)
        rows[placeOf(bmp, row)] = data.subspan(row * bytes, used);
    return rows;
}

std::vector<std::uint8_t> indicesOf(const std::vector<std::span<const std::byte>>& rows,
                                    const BmpFile& bmp)
{
    std::vector<std::uint8_t> indices;
    indices.reserve(std::size_t{bmp.width} * bmp.height);
    const auto bits = static_cast<unsigned>(bmp.bits);
    const unsigned perByte = 8 / bits;
    for (const auto& row : rows)
        for (std::size_t x = 0; x < bmp.width; ++x)
            indices.push_back(static_cast<std::uint8_t>(
                (std::to_integer<unsigned>(row[x / perByte]) >> (8 - bits * (x % perByte + 1))) &
                ((1u << bits) - 1)));
    return indices;
}

Result<std::vector<std::uint8_t>> painted(const std::vector<std::uint8_t>& indices,
                                          const BmpFile& bmp)
{
    const bool grey = isGrey(bmp);
    std::vector<std::uint8_t> pixels;
    pixels.reserve(indices.size() * (grey ? 1 : 3));
    for (const std::uint8_t index : indices) {
        if (index >= bmp.palette.size())
            return damaged("The BMP's pixels name colours that it does not have");
        const Colour& colour = bmp.palette[index];
        pixels.push_back(colour.red);
        if (!grey) {
            pixels.push_back(colour.green);
            pixels.push_back(colour.blue);
        }
    }
    return pixels;
}

std::uint8_t channelOf(std::uint32_t pixel, std::uint32_t mask)
{
    const int shift = std::countr_zero(mask);
    const std::uint64_t most = mask >> shift, value = (pixel & mask) >> shift;
    return static_cast<std::uint8_t>((value * 255 + most / 2) / most);
}

/// Pixels of 16, 24 and 32 bits.
std::vector<std::uint8_t> coloursOf(const std::vector<std::span<const std::byte>>& rows,
                                    const BmpFile& bmp)
{
    const auto bytes = static_cast<std::size_t>(bmp.bits / 8);
    const std::array<std::uint32_t, 4> masks =
        bmp.bits == 24 ? std::array<std::uint32_t, 4>{0xff0000, 0xff00, 0xff, 0} : bmp.masks;
    const std::size_t channels = masks[3] != 0 ? 4 : 3;
    std::vector<std::uint8_t> pixels;
    pixels.reserve(std::size_t{bmp.width} * bmp.height * channels);
    bool clear = true;
    for (const auto& row : rows)
        for (std::size_t x = 0; x < bmp.width; ++x) {
            const std::uint32_t pixel = number(row, x * bytes, bytes);
            for (std::size_t c = 0; c < channels; ++c)
                pixels.push_back(channelOf(pixel, masks[c]));
            clear = clear && (channels == 3 || pixels.back() == 0);
        }
    if (channels == 3)
        return pixels;
    // A picture that is clear everywhere was written by a program that knows no alpha.
    if (clear)
        for (std::size_t i = 3; i < pixels.size(); i += 4)
            pixels[i] = 255;
    return overWhite(pixels, 3, 255);
}

Result<Image> decode(std::span<const std::byte> file)
{
    RK_TRY(const auto bmp, readStart(file));
    if (bmp.pixels >= file.size())
        return damaged("The BMP ends early");
    const auto data = file.subspan(bmp.pixels);
    Image image{static_cast<int>(bmp.width), static_cast<int>(bmp.height),
                isGrey(bmp) ? 1 : 3,         8,
                std::vector<std::uint8_t>{}, {}};
    if (bmp.packing != Packing::None) {
        RK_TRY(const auto indices, Runs(data, bmp).unpack());
        RK_TRY(image.pixels, painted(indices, bmp));
        return image;
    }
    RK_TRY(const auto rows, rowsOf(data, bmp));
    if (bmp.bits > 8) {
        image.pixels = coloursOf(rows, bmp);
    } else {
        RK_TRY(image.pixels, painted(indicesOf(rows, bmp), bmp));
    }
    return image;
}

} // namespace

ImageFormat bmpFormat()
{
    return {"BMP", "image", {".bmp", ".dib"}, probe, [](ImageBytes& bytes, const Request&) {
                return wholeFileReader(bytes, header, decode);
            }};
}

} // namespace rekindle::image
