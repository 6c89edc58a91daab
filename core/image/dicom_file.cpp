#include "core/image/dicom_file.h"

#include "core/base/text.h"
#include "core/image/inflate.h"
#include "core/storage/digest.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fmt/format.h>

namespace rekindle::image {
namespace {

constexpr std::size_t kMark = 128; ///< where "DICM" stands
constexpr std::string_view kImplicit = "1.2.840.10008.1.2";
constexpr std::string_view kExplicit = "1.2.840.10008.1.2.1";
constexpr std::string_view kDeflated = "1.2.840.10008.1.2.1.99";
constexpr std::string_view kBigEndian = "1.2.840.10008.1.2.2";
constexpr int kMostFrames = 65536;

constexpr DicomTag kShared = 0x52009229, kPerFrame = 0x52009230;
constexpr DicomTag kModalityLut = 0x00283000, kVoiLut = 0x00283010;

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the file again.");
}

tl::unexpected<Error> unsupported(std::string message)
{
    return fail(ErrorKind::Unknown, std::move(message), {},
                "Export the picture as PNG, TIFF or uncompressed DICOM.");
}

std::string textOf(std::span<const std::byte> bytes)
{
    std::string text;
    for (const std::byte letter : bytes)
        text += static_cast<char>(letter);
    const auto isPadding = [](char c) { return c == ' ' || c == '\0'; };
    while (!text.empty() && isPadding(text.back()))
        text.pop_back();
    text.erase(0, text.find_first_not_of(' '));
    return text;
}

/// The first number of a value that is written in letters.
std::optional<double> decimalOf(std::span<const std::byte> bytes)
{
    std::string text = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 256)));
    text = text.substr(0, text.find('\\'));
    if (text.starts_with('+'))
        text.erase(0, 1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// A table as it stands in the file, understood once all is known.
struct RawLut {
    std::span<const std::byte> descriptor, data;
};

class Reader : public DicomVisitor
{
public:
    explicit Reader(DicomFile& file) : m_file(file) {}

    void value(DicomTag tag, std::span<const std::byte> bytes, bool words) override
    {
        if (!m_path.empty()) {
            nested(tag, bytes);
            return;
        }
        switch (tag) {
        case 0x00020010:
            m_file.syntax = textOf(bytes);
            break;
        case 0x00080060:
            m_file.modality = textOf(bytes);
            break;
        case 0x00100020:
            m_patient = textOf(bytes);
            break;
        case 0x00100021:
            m_issuer = textOf(bytes);
            break;
        case 0x00280002:
            m_file.samples = unsignedShort(bytes);
            break;
        case 0x00280004:
            m_file.photometric = textOf(bytes);
            break;
        case 0x00280006:
            m_file.planes = unsignedShort(bytes) == 1;
            break;
        case 0x00280008:
            m_file.frames = static_cast<int>(
                std::clamp(decimalOf(bytes).value_or(1), 1.0, double{kMostFrames} + 1));
            break;
        case 0x00280010:
            m_file.height = unsignedShort(bytes);
            break;
        case 0x00280011:
            m_file.width = unsignedShort(bytes);
            break;
        case 0x00280100:
            m_file.allocated = unsignedShort(bytes);
            break;
        case 0x00280101:
            m_file.stored = unsignedShort(bytes);
            break;
        case 0x00280102:
            m_file.high = unsignedShort(bytes);
            break;
        case 0x00280103:
            m_file.isSigned = unsignedShort(bytes) == 1;
            break;
        case 0x00280120:
            m_padding = bytes;
            break;
        case 0x00280121:
            m_paddingEnd = bytes;
            break;
        case 0x00281101:
        case 0x00281102:
        case 0x00281103:
            m_palette[tag - 0x00281101].descriptor = bytes;
            break;
        case 0x00281201:
        case 0x00281202:
        case 0x00281203:
            m_palette[tag - 0x00281201].data = bytes;
            break;
        case 0x7fe00008:
        case 0x7fe00009:
            floats = true;
            break;
        case kPixelData:
            m_file.pixels = bytes;
            m_words = words;
            break;
        default:
            meaning(tag, bytes, m_file.all, m_window);
        }
    }
    void fragment(std::span<const std::byte> bytes) override { m_file.fragments.push_back(bytes); }
    void enter(DicomTag sequence, int item) override { m_path.push_back({sequence, item}); }
    void leave() override
    {
        m_path.pop_back();
        if (m_path.empty())
            m_nestedWindow = {};
    }

    /// What needs all of the file.
    Result<void> finish()
    {
        if (m_file.pixels && m_words && m_file.allocated == 8 && m_file.order == ByteOrder::Big)
            swapPairs();
        if (!m_patient.empty())
            m_file.patient = storage::sha256("rekindle.patient/1\n" + m_issuer + '\n' + m_patient);
        m_patient.clear();
        if (m_padding) {
            const int first = number(*m_padding),
                      last = m_paddingEnd ? number(*m_paddingEnd) : first;
            m_file.padding = std::minmax(first, last);
        }
        RK_TRY(m_file.modalityLut, lutOf(m_modality, true));
        RK_TRY(m_file.voiLut, lutOf(m_voi, true));
        for (const RawLut& raw : m_palette) {
            RK_TRY(auto lut, lutOf(raw, false));
            if (lut)
                m_file.palette.push_back(std::move(*lut));
        }
        return {};
    }

    bool floats = false;

private:
    struct Window {
        std::optional<double> centre, width;
        bool exact = false; ///< the function that takes the edges as they are
    };

    [[nodiscard]] int unsignedShort(std::span<const std::byte> bytes) const
    {
        return bytes.size() < 2 ? 0 : static_cast<int>(numberAt(bytes, 0, 2, m_file.order));
    }
    /// Of two bytes that are signed where pixels are.
    [[nodiscard]] int number(std::span<const std::byte> bytes) const
    {
        const int value = unsignedShort(bytes);
        return m_file.isSigned && value > 32767 ? value - 65536 : value;
    }

    /// Bytes that were written as words of the other order.
    void swapPairs()
    {
        std::vector<std::byte> bytes(m_file.pixels->begin(), m_file.pixels->end());
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
            std::swap(bytes[i], bytes[i + 1]);
        m_file.swapped = std::move(bytes);
        m_file.pixels = m_file.swapped;
    }

    void meaning(DicomTag tag, std::span<const std::byte> bytes, DicomMeaning& into, Window& window)
    {
        switch (tag) {
        case 0x00281050:
            window.centre = decimalOf(bytes);
            break;
        case 0x00281051:
            window.width = decimalOf(bytes);
            break;
        case 0x00281056:
            window.exact = textOf(bytes) != "LINEAR";
            break;
        case 0x00281052:
            into.intercept = decimalOf(bytes);
            break;
        case 0x00281053:
            into.slope = decimalOf(bytes);
            break;
        default:
            return;
        }
        if (!window.centre || !window.width || *window.width <= 0)
            return;
        // PS3.3, C.11.2.1.2: the ordinary function is half a value narrower than it says.
        const double centre = window.exact ? *window.centre : *window.centre - 0.5;
        const double width = window.exact ? *window.width : std::max(*window.width - 1, 1e-3);
        into.window = ValueRange{centre - width / 2, centre + width / 2};
    }

    void nested(DicomTag tag, std::span<const std::byte> bytes)
    {
        const auto& [sequence, item] = m_path.front();
        if (m_path.size() == 1 && item == 0 && (sequence == kModalityLut || sequence == kVoiLut)) {
            RawLut& lut = sequence == kModalityLut ? m_modality : m_voi;
            if (tag == 0x00283002)
                lut.descriptor = bytes;
            if (tag == 0x00283006)
                lut.data = bytes;
        }
        if (sequence == kShared && item == 0)
            meaning(tag, bytes, m_file.all, m_nestedWindow);
        if (sequence == kPerFrame && item < kMostFrames) {
            const auto frame = static_cast<std::size_t>(item);
            if (m_file.each.size() <= frame) {
                m_file.each.resize(frame + 1);
                m_nestedWindow = {};
            }
            meaning(tag, bytes, m_file.each[frame], m_nestedWindow);
        }
    }

    Result<std::optional<DicomLut>> lutOf(const RawLut& raw, bool maySign) const
    {
        if (raw.descriptor.size() < 6 || raw.data.empty())
            return std::nullopt;
        const auto at = [&](std::size_t i) {
            return static_cast<int>(numberAt(raw.descriptor, i, 2, m_file.order));
        };
        DicomLut lut;
        const std::size_t count = at(0) == 0 ? 65536 : static_cast<std::size_t>(at(0));
        lut.first = maySign && m_file.isSigned && at(2) > 32767 ? at(2) - 65536 : at(2);
        lut.bits = at(4);
        if (lut.bits < 1 || lut.bits > 16)
            return damaged("A table of the DICOM file holds values that no table has");
        // Tables of 8 bits are written in bytes by some programs, in words by others.
        const std::size_t size = raw.data.size() >= 2 * count ? 2 : 1;
        if (raw.data.size() < count * size)
            return damaged("A table of the DICOM file ends early");
        lut.values.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            lut.values.push_back(
                static_cast<std::uint16_t>(numberAt(raw.data, i * size, size, m_file.order)));
        return lut;
    }

    DicomFile& m_file;
    std::vector<std::pair<DicomTag, int>> m_path; ///< of sequences, and which of their items
    std::string m_patient, m_issuer;
    std::optional<std::span<const std::byte>> m_padding, m_paddingEnd;
    RawLut m_modality, m_voi;
    RawLut m_palette[3];
    Window m_window, m_nestedWindow;
    bool m_words = false; ///< pixels are numbers of two bytes
};

Result<void> check(const DicomFile& file, bool floats)
{
    if (floats && !file.pixels && file.fragments.empty())
        return unsupported("This DICOM file holds numbers with fractions");
    if (!file.pixels && file.fragments.empty())
        return fail(ErrorKind::Unknown, "This DICOM file holds no picture", {},
                    "Reports and directories of a CD are such files; leave it out.");
    if (file.width < 1 || file.height < 1)
        return damaged("The DICOM file's header says that it has no pixels");
    const bool depth =
        file.allocated == 1 || file.allocated == 8 || file.allocated == 16 || file.allocated == 32;
    if (!depth || file.stored < 1 || file.stored > file.allocated || file.high >= file.allocated ||
        file.high + 1 < file.stored)
        return damaged("The DICOM file's header holds values that no picture has");
    if (file.samples != 1 && file.samples != 3)
        return unsupported(fmt::format("This DICOM picture has {} channels", file.samples));
    if (file.samples == 3 && file.allocated != 8 && file.allocated != 16)
        return unsupported(fmt::format("This DICOM picture has {} bits a colour", file.allocated));
    if (file.frames > kMostFrames)
        return fail(ErrorKind::Limit,
                    fmt::format("The DICOM file has more than {} frames", text::count(kMostFrames)),
                    {}, "Export its frames as files of their own.");
    return {};
}

DicomWriting writingOf(std::string_view syntax)
{
    return {syntax != kImplicit, syntax == kBigEndian ? ByteOrder::Big : ByteOrder::Little};
}

bool hasMark(std::span<const std::byte> start)
{
    return start.size() >= kMark + 4 && std::memcmp(start.data() + kMark, "DICM", 4) == 0;
}

bool isLetter(std::byte letter)
{
    return letter >= std::byte{'A'} && letter <= std::byte{'Z'};
}

/// What an old file without a mark is written like, by its first element.
DicomWriting guessed(std::span<const std::byte> start)
{
    return {start.size() >= 6 && isLetter(start[4]) && isLetter(start[5]), ByteOrder::Little};
}

} // namespace

std::string DicomFile::group() const
{
    if (patient.empty())
        return {};
    constexpr int kTimes = 2000;
    std::string hash = patient;
    for (int i = 0; i < kTimes; ++i)
        hash = storage::sha256(hash);
    return "patient-" + hash.substr(0, 12);
}

float DicomLut::at(float value) const
{
    const double place =
        std::clamp(static_cast<double>(value) - first, 0.0, static_cast<double>(values.size() - 1));
    return values[static_cast<std::size_t>(place)];
}

Result<DicomFile> readDicom(std::span<const std::byte> bytes)
{
    DicomFile file;
    Reader reader(file);
    std::size_t at = 0;
    DicomWriting writing = guessed(bytes);
    auto data = bytes;
    if (hasMark(bytes)) {
        RK_TRY(at, walkDicomMeta(bytes, reader));
        if (file.syntax.empty())
            file.syntax = kExplicit;
        writing = writingOf(file.syntax);
    } else {
        file.syntax = writing.explicitKinds ? kExplicit : kImplicit;
    }
    if (file.syntax == kDeflated) {
        constexpr std::uint64_t kExpansion = 1000;
        RK_TRY(file.unpacked, inflated(bytes.subspan(at), Deflated::Raw,
                                       kExpansion * bytes.size() + (std::uint64_t{32} << 20)));
        data = file.unpacked;
        at = 0;
    }
    // Some programs say that they name kinds, and do not.
    if (writing.explicitKinds && data.size() - at >= 8 &&
        !(isLetter(data[at + 4]) && isLetter(data[at + 5])))
        writing.explicitKinds = false;
    file.order = writing.order;
    RK_CHECK(walkDicom(data, at, writing, reader));
    RK_CHECK(reader.finish());
    RK_CHECK(check(file, reader.floats));
    return file;
}

bool startsLikeDicom(std::span<const std::byte> start)
{
    if (hasMark(start))
        return true;
    // Group 8, an element that files begin with, and a short value.
    if (start.size() < 32 || numberAt(start, 0, 2, ByteOrder::Little) != 8)
        return false;
    const auto element = numberAt(start, 2, 2, ByteOrder::Little);
    if (element > 0x18)
        return false;
    const bool letters = guessed(start).explicitKinds;
    const auto length = numberAt(start, letters ? 6 : 4, letters ? 2 : 4, ByteOrder::Little);
    const std::size_t next = 8 + length;
    return length % 2 == 0 && length <= 64 && next + 4 <= start.size() &&
           numberAt(start, next, 2, ByteOrder::Little) == 8 &&
           numberAt(start, next + 2, 2, ByteOrder::Little) > element;
}

} // namespace rekindle::image
