#include "core/image/whole_file.h"

#include "core/base/text.h"

#include <cstdint>
#include <fmt/format.h>
#include <type_traits>

namespace rekindle::image {
namespace {

/// Files up to this size are read without asking what they hold.
constexpr std::uint64_t kReadAnyway = std::uint64_t{32} << 20;
/// A picture's file may be so many times as large as its pixels, beyond that.
constexpr std::uint64_t kTimesPixels = 4;

using Header = Result<ImageHeader> (*)(std::span<const std::byte> file);

/// A file of gigabytes may hold a picture of a few pixels, or none: its start says, before all of
/// it is read.
Result<void> checkWorthReading(const ImageBytes& bytes, Header readHeader)
{
    if (bytes.size() <= kReadAnyway)
        return {};
    RK_TRY(const auto start, bytes.read(0, kReadAnyway));
    RK_TRY(const ImageHeader header, readHeader(start));
    const auto pixels = static_cast<std::uint64_t>(header.width) *
                        static_cast<std::uint64_t>(header.height) *
                        static_cast<std::uint64_t>(header.channels) * (header.bits > 8 ? 2 : 1);
    if (bytes.size() <= kReadAnyway + kTimesPixels * pixels)
        return {};
    return fail(ErrorKind::Limit,
                fmt::format("The file has {}, far more than the {} × {} pixels that it says it "
                            "holds",
                            text::bytes(bytes.size()), header.width, header.height),
                {}, "Save the picture again.");
}

template <class Decoded>
class WholeFile : public ImageReader
{
public:
    using Decode = Result<Decoded> (*)(std::span<const std::byte> file);

    WholeFile(std::span<const std::byte> file, Header readHeader, Decode decode)
        : m_file(file), m_header(readHeader), m_decode(decode)
    {
    }

    [[nodiscard]] int count() const override { return 1; }
    Result<ImageHeader> header(int /*frame*/) override { return m_header(m_file); }
    Result<ImagePart> read(int /*frame*/, const ImageBox& /*box*/, int /*leastSide*/) override
    {
        RK_TRY(auto decoded, m_decode(m_file));
        if constexpr (std::is_same_v<Decoded, Image>)
            return wholePart(std::move(decoded));
        else
            return decoded;
    }

private:
    std::span<const std::byte> m_file;
    Header m_header;
    Decode m_decode;
};

template <class Decoded>
Result<std::unique_ptr<ImageReader>>
readerOf(ImageBytes& bytes, Header header,
         Result<Decoded> (*decode)(std::span<const std::byte> file))
{
    RK_CHECK(checkWorthReading(bytes, header));
    RK_TRY(const auto file, bytes.whole());
    return std::make_unique<WholeFile<Decoded>>(file, header, decode);
}

} // namespace

Result<std::unique_ptr<ImageReader>>
wholeFileReader(ImageBytes& bytes, Header header,
                Result<Image> (*decode)(std::span<const std::byte> file))
{
    return readerOf(bytes, header, decode);
}

Result<std::unique_ptr<ImageReader>>
wholeFileReader(ImageBytes& bytes, Header header,
                Result<ImagePart> (*decode)(std::span<const std::byte> file))
{
    return readerOf(bytes, header, decode);
}

} // namespace rekindle::image
