#include "core/image/builtin_formats.h"
#include "core/image/dicom_file.h"
#include "core/image/dicom_rle.h"
#include "core/image/frame_decoder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fmt/format.h>

namespace rekindle::image {
namespace {

constexpr std::string_view kRunLengths = "1.2.840.10008.1.2.5";

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the file again.");
}

tl::unexpected<Error> unsupported(std::string message)
{
    return fail(ErrorKind::Unknown, std::move(message), {},
                "Export the picture as PNG, TIFF or uncompressed DICOM.");
}

bool isMonochrome(const DicomFile& file)
{
    return file.photometric == "MONOCHROME1" || file.photometric == "MONOCHROME2";
}

bool isPalette(const DicomFile& file)
{
    return file.photometric == "PALETTE COLOR";
}

/// Two pixels share their colour: Y Y Cb Cr.
bool isHalfWidth(const DicomFile& file)
{
    return file.pixels && file.photometric == "YBR_FULL_422";
}

Result<void> checkColours(const DicomFile& file)
{
    constexpr std::array kColours{"RGB", "YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT"};
    const bool colour =
        std::find(kColours.begin(), kColours.end(), file.photometric) != kColours.end();
    if (!isMonochrome(file) && !isPalette(file) && !colour)
        return unsupported(fmt::format("This DICOM picture stores its colours in a way that is not "
                                       "read here ({})",
                                       file.photometric.empty() ? "it does not say which"
                                                                : file.photometric.substr(0, 32)));
    if (colour != (file.samples == 3))
        return damaged("The DICOM file's header contradicts itself about colours");
    if (isPalette(file) && (file.palette.size() != 3 || file.allocated > 16))
        return damaged("The DICOM picture's palette is missing");
    if (isHalfWidth(file) && (file.allocated != 8 || file.width % 2 != 0))
        return damaged("The DICOM file's header contradicts itself about colours");
    return {};
}

/// Whether a frame is a grey picture of bytes that asks for nothing, as ultrasound is.
bool isPlainGrey(const DicomFile& file, const DicomMeaning& meaning)
{
    return isMonochrome(file) && file.allocated == 8 && file.stored == 8 && !file.isSigned &&
           meaning.slope.value_or(1) == 1 && meaning.intercept.value_or(0) == 0 &&
           !meaning.window && !file.modalityLut && !file.voiLut && !file.padding;
}

/// What the numbers of one frame are: stored bits alone, with their sign.
class Numbers
{
public:
    Numbers(const DicomFile& file, std::span<const std::byte> bytes, std::size_t bytesOfSample,
            ByteOrder order)
        : m_file(file), m_bytes(bytes), m_size(bytesOfSample), m_order(order)
    {
    }
    [[nodiscard]] std::int64_t at(std::size_t index) const
    {
        if (m_file.allocated == 1)
            return (std::to_integer<int>(m_bytes[index / 8]) >> (index % 8)) & 1;
        // Unused bits may hold something else, as drawings once did.
        const std::uint64_t raw = numberAt(m_bytes, index * m_size, m_size, m_order);
        const std::uint64_t most = (std::uint64_t{1} << m_file.stored) - 1;
        const std::uint64_t value = (raw >> (m_file.high + 1 - m_file.stored)) & most;
        const bool negative = m_file.isSigned && (value >> (m_file.stored - 1)) != 0;
        return static_cast<std::int64_t>(value) -
               (negative ? static_cast<std::int64_t>(most) + 1 : 0);
    }

private:
    const DicomFile& m_file;
    std::span<const std::byte> m_bytes;
    std::size_t m_size;
    ByteOrder m_order;
};

/// Red, green and blue of luma and chroma in full range (PS3.3, C.7.6.3.1.2).
void toRgb(std::vector<std::uint8_t>& pixels)
{
    const auto byte = [](double value) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
    };
    for (std::size_t at = 0; at + 2 < pixels.size(); at += 3) {
        const double y = pixels[at], cb = pixels[at + 1] - 128.0, cr = pixels[at + 2] - 128.0;
        pixels[at] = byte(y + 1.402 * cr);
        pixels[at + 1] = byte(y - 0.344136 * cb - 0.714136 * cr);
        pixels[at + 2] = byte(y + 1.772 * cb);
    }
}

class DicomReader : public ImageReader
{
public:
    DicomReader(DicomFile file, const Request& request)
        : m_file(std::move(file)), m_request(request)
    {
    }

    [[nodiscard]] int count() const override { return m_file.frames; }
    [[nodiscard]] std::string group() const override { return m_file.group(); }

    Result<ImageHeader> header(int /*frame*/) override
    {
        RK_CHECK(checkColours(m_file));
        const bool colour = m_file.samples == 3 || isPalette(m_file);
        return ImageHeader{m_file.width, m_file.height, colour ? 3 : 1,
                           isPalette(m_file) ? 8 : m_file.stored};
    }

    Result<ImagePart> read(int frame, const ImageBox& /*box*/, int /*leastSide*/) override
    {
        RK_CHECK(checkColours(m_file));
        if (m_file.pixels) {
            RK_TRY(const auto bytes, nativeFrame(frame));
            if (isHalfWidth(m_file)) {
                const auto full = fullWidth(bytes);
                return part(frame, Numbers(m_file, full, 1, m_file.order), true, false);
            }
            return part(frame, Numbers(m_file, bytes, bytesOfSample(), m_file.order),
                        m_file.photometric == "YBR_FULL", m_file.planes);
        }
        RK_TRY(const auto compressed, compressedFrame(frame));
        if (m_file.syntax == kRunLengths) {
            RK_TRY(const auto bytes,
                   unpackRle(compressed, pixels(), static_cast<std::size_t>(m_file.samples),
                             bytesOfSample()));
            return part(frame, Numbers(m_file, bytes, bytesOfSample(), ByteOrder::Little),
                        m_file.photometric.starts_with("YBR_FULL"), false);
        }
        RK_TRY(const auto decoded, unpackFrame(m_file, compressed));
        return part(frame, Numbers(m_file, decoded.bytes, decoded.bytesOfSample, ByteOrder::Little),
                    decoded.isLumaChroma, false);
    }

private:
    [[nodiscard]] std::size_t pixels() const
    {
        return static_cast<std::size_t>(m_file.width) * static_cast<std::size_t>(m_file.height);
    }
    [[nodiscard]] std::size_t bytesOfSample() const
    {
        return static_cast<std::size_t>(std::max(m_file.allocated / 8, 1));
    }

    Result<std::span<const std::byte>> nativeFrame(int frame) const
    {
        const std::size_t samples = pixels() * static_cast<std::size_t>(m_file.samples);
        const auto place = static_cast<std::size_t>(frame);
        std::size_t count = samples * bytesOfSample();
        if (isHalfWidth(m_file))
            count = count / 3 * 2;
        std::size_t first = place * count;
        if (m_file.allocated == 1) {
            if (m_file.frames > 1 && samples % 8 != 0)
                return unsupported("This DICOM file's masks do not begin at whole bytes");
            first = place * samples / 8;
            count = (samples + 7) / 8;
        }
        if (first > m_file.pixels->size() || count > m_file.pixels->size() - first)
            return damaged("The DICOM file ends early");
        return m_file.pixels->subspan(first, count);
    }

    static std::vector<std::byte> fullWidth(std::span<const std::byte> half)
    {
        std::vector<std::byte> full;
        full.reserve(half.size() / 2 * 3);
        for (std::size_t at = 0; at + 3 < half.size(); at += 4)
            for (const std::size_t luma : {at, at + 1})
                full.insert(full.end(), {half[luma], half[at + 2], half[at + 3]});
        return full;
    }

    /// A frame's fragments: all of them, one for each, or as the table of offsets says.
    Result<std::vector<std::byte>> compressedFrame(int frame) const
    {
        if (!isUnpackable(m_file.syntax) && m_file.syntax != kRunLengths)
            return unsupported(
                fmt::format("This DICOM file is compressed in a way that is not read "
                            "here ({})",
                            m_file.syntax.substr(0, 64)));
        const auto all = std::span(m_file.fragments).subspan(1);
        const auto frames = static_cast<std::size_t>(m_file.frames);
        if (all.size() < frames)
            return damaged("The DICOM file ends early");
        if (frames == 1)
            return joined(all);
        if (all.size() == frames)
            return joined(all.subspan(static_cast<std::size_t>(frame), 1));
        const auto table = m_file.fragments.front();
        if (table.size() != 4 * frames)
            return unsupported(
                "This DICOM file does not say which part of its data is which frame");
        const auto start = [&](std::size_t i) {
            return i < frames ? numberAt(table, 4 * i, 4, ByteOrder::Little) : UINT64_MAX;
        };
        const std::uint64_t from = start(static_cast<std::size_t>(frame));
        const std::uint64_t to = start(static_cast<std::size_t>(frame) + 1);
        std::uint64_t at = 0;
        std::size_t first = all.size(), last = 0;
        for (std::size_t i = 0; i < all.size(); at += 8 + all[i].size(), ++i) {
            if (at >= from && at < to) {
                first = std::min(first, i);
                last = i + 1;
            }
        }
        if (first >= last)
            return damaged("The DICOM file's table of frames leads nowhere");
        return joined(all.subspan(first, last - first));
    }

    static std::vector<std::byte> joined(std::span<const std::span<const std::byte>> pieces)
    {
        std::vector<std::byte> bytes;
        for (const auto& piece : pieces)
            bytes.insert(bytes.end(), piece.begin(), piece.end());
        return bytes;
    }

    [[nodiscard]] DicomMeaning meaningOf(int frame) const
    {
        DicomMeaning meaning = m_file.all;
        if (static_cast<std::size_t>(frame) < m_file.each.size()) {
            const DicomMeaning& own = m_file.each[static_cast<std::size_t>(frame)];
            meaning.slope = own.slope ? own.slope : meaning.slope;
            meaning.intercept = own.intercept ? own.intercept : meaning.intercept;
            meaning.window = own.window ? own.window : meaning.window;
        }
        return meaning;
    }

    [[nodiscard]] ImagePart part(int frame, const Numbers& numbers, bool lumaChroma,
                                 bool planes) const
    {
        const DicomMeaning meaning = meaningOf(frame);
        if (isPalette(m_file))
            return wholePart(painted(numbers));
        if (m_file.samples == 3)
            return wholePart(coloured(numbers, lumaChroma, planes));
        if (isPlainGrey(m_file, meaning))
            return wholePart(plain(numbers));
        ImagePart measuredPart = wholePart(levelsOf(measured(numbers, meaning), m_request));
        measuredPart.mapped = true;
        return measuredPart;
    }

    [[nodiscard]] Image plain(const Numbers& numbers) const
    {
        const bool inverted = m_file.photometric == "MONOCHROME1";
        std::vector<std::uint8_t> levels(pixels());
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const auto value = static_cast<std::uint8_t>(numbers.at(i));
            levels[i] = inverted ? static_cast<std::uint8_t>(255 - value) : value;
        }
        return {m_file.width, m_file.height, 1, 8, std::move(levels), {}};
    }

    [[nodiscard]] Image painted(const Numbers& numbers) const
    {
        std::vector<std::uint8_t> levels;
        levels.reserve(3 * pixels());
        for (std::size_t i = 0; i < pixels(); ++i)
            for (const DicomLut& lut : m_file.palette) {
                const int colour = static_cast<int>(lut.at(static_cast<float>(numbers.at(i))));
                levels.push_back(
                    static_cast<std::uint8_t>(lut.bits > 8 ? colour >> (lut.bits - 8) : colour));
            }
        return {m_file.width, m_file.height, 3, 8, std::move(levels), {}};
    }

    [[nodiscard]] Image coloured(const Numbers& numbers, bool lumaChroma, bool planes) const
    {
        const auto place = [&](std::size_t i) { return planes ? i % 3 * pixels() + i / 3 : i; };
        Image image{m_file.width, m_file.height, 3, m_file.stored, std::vector<std::uint8_t>{}, {}};
        if (m_file.stored > 8) {
            std::vector<std::uint16_t> levels(3 * pixels());
            for (std::size_t i = 0; i < levels.size(); ++i)
                levels[i] = static_cast<std::uint16_t>(numbers.at(place(i)));
            image.pixels = std::move(levels);
            return image;
        }
        std::vector<std::uint8_t> levels(3 * pixels());
        for (std::size_t i = 0; i < levels.size(); ++i)
            levels[i] = static_cast<std::uint8_t>(numbers.at(place(i)));
        if (lumaChroma)
            toRgb(levels);
        image.pixels = std::move(levels);
        return image;
    }

    /// Stored numbers rescaled to what they measure.
    [[nodiscard]] Measured measured(const Numbers& numbers, const DicomMeaning& meaning) const
    {
        const double slope = meaning.slope.value_or(1), intercept = meaning.intercept.value_or(0);
        const auto rescaled = [&](double stored) {
            return m_file.modalityLut ? m_file.modalityLut->at(static_cast<float>(stored))
                                      : static_cast<float>(slope * stored + intercept);
        };
        const bool ownLut = m_file.voiLut && m_request.reading.mapping == Mapping::Usual;
        Measured values;
        values.width = m_file.width;
        values.height = m_file.height;
        values.inverted = m_file.photometric == "MONOCHROME1";
        values.values.resize(pixels());
        for (std::size_t i = 0; i < values.values.size(); ++i) {
            const std::int64_t stored = numbers.at(i);
            const bool none = m_file.padding && stored >= m_file.padding->first &&
                              stored <= m_file.padding->second;
            const float value = rescaled(static_cast<double>(stored));
            values.values[i] = none ? NAN : ownLut ? m_file.voiLut->at(value) : value;
        }
        values.window =
            ownLut ? ValueRange{0, std::ldexp(1.0, m_file.voiLut->bits) - 1} : usualWindow(meaning);
        values.possible = possibleRange(rescaled);
        return values;
    }

    /// The file's own window; of a CT without one, soft tissue.
    [[nodiscard]] std::optional<ValueRange> usualWindow(const DicomMeaning& meaning) const
    {
        if (meaning.window || m_file.modality != "CT")
            return meaning.window;
        return ValueRange{-160, 240};
    }

    template <class Rescale>
    [[nodiscard]] std::optional<ValueRange> possibleRange(const Rescale& rescaled) const
    {
        if (m_file.stored > 16)
            return std::nullopt;
        const double count = std::ldexp(1.0, m_file.stored);
        const double least = m_file.isSigned ? -count / 2 : 0;
        ValueRange range{rescaled(least), rescaled(least + count - 1)};
        if (m_file.modalityLut)
            range = {0, std::ldexp(1.0, m_file.modalityLut->bits) - 1};
        if (range.black > range.white)
            std::swap(range.black, range.white);
        return range.holds() ? std::optional(range) : std::nullopt;
    }

    DicomFile m_file;
    Request m_request;
};

} // namespace

ImageFormat dicomFormat()
{
    return {"DICOM",
            "frame",
            {".dcm", ".dicom", ".ima"},
            startsLikeDicom,
            [](ImageBytes& bytes, const Request& request) -> Result<std::unique_ptr<ImageReader>> {
                RK_TRY(const auto file, bytes.whole());
                RK_TRY(auto dicom, readDicom(file));
                return std::make_unique<DicomReader>(std::move(dicom), request);
            }};
}

} // namespace rekindle::image
