#include "core/image/tiff_pages.h"

#include "core/base/text.h"
#include "core/image/file_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <set>
#include <tiff.h>

namespace rekindle::image {
namespace {

constexpr std::size_t kMostPages = 65536;
constexpr std::uint64_t kMostEntries = 4096;
constexpr std::uint64_t kMostValues = 65536;

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the picture again.");
}

tl::unexpected<Error> unsupported(std::string message)
{
    return fail(ErrorKind::Unknown, std::move(message), {},
                "Save the picture as an ordinary TIFF or PNG.");
}

/// The numbers of the two kinds of file (TIFF 6.0, section 2; BigTIFF).
struct Layout {
    ByteOrder order = ByteOrder::Little;
    std::size_t offset = 4;  ///< bytes of an offset
    std::size_t count = 2;   ///< bytes of the number of entries
    std::size_t entry = 12;  ///< bytes of an entry
    std::uint64_t first = 0; ///< directory
};

struct Entry {
    int tag = 0;
    int type = 0;
    std::uint64_t count = 0;
    std::vector<std::byte> value; ///< its bytes, or those of the offset to them
};

std::size_t bytesOfType(int type)
{
    switch (type) {
    case TIFF_BYTE:
    case TIFF_ASCII:
    case TIFF_SBYTE:
    case TIFF_UNDEFINED:
        return 1;
    case TIFF_SHORT:
    case TIFF_SSHORT:
        return 2;
    case TIFF_LONG:
    case TIFF_SLONG:
        return 4;
    case TIFF_LONG8:
    case TIFF_SLONG8:
        return 8;
    default:
        return 0;
    }
}

Result<Layout> layoutOf(const ImageBytes& bytes)
{
    if (bytes.size() < 16)
        return damaged("The TIFF ends early");
    RK_TRY(const auto start, bytes.read(0, 16));
    Layout layout;
    layout.order = start[0] == std::byte{'M'} ? ByteOrder::Big : ByteOrder::Little;
    const bool large = numberAt(start, 2, 2, layout.order) == 43;
    if (!large) {
        layout.first = numberAt(start, 4, 4, layout.order);
        return layout;
    }
    if (numberAt(start, 4, 2, layout.order) != 8)
        return damaged("The TIFF's header holds values that no TIFF has");
    layout.offset = 8;
    layout.count = 8;
    layout.entry = 20;
    layout.first = numberAt(start, 8, 8, layout.order);
    return layout;
}

class Directory
{
public:
    Directory(const ImageBytes& bytes, const Layout& layout) : m_bytes(bytes), m_layout(layout) {}

    /// Reads the entries and returns where the next directory lies; 0 where there is none.
    Result<std::uint64_t> read(std::uint64_t at)
    {
        RK_TRY(const auto head, m_bytes.read(at, m_layout.count));
        const std::uint64_t entries = numberAt(head, 0, m_layout.count, m_layout.order);
        if (entries == 0 || entries > kMostEntries)
            return damaged("A directory of the TIFF holds no entries, or too many");
        RK_TRY(const auto body,
               m_bytes.read(at + m_layout.count, entries * m_layout.entry + m_layout.offset));
        for (std::size_t i = 0; i < entries; ++i) {
            const std::size_t from = i * m_layout.entry;
            const std::size_t value = from + 4 + m_layout.offset;
            Entry entry;
            entry.tag = static_cast<int>(numberAt(body, from, 2, m_layout.order));
            entry.type = static_cast<int>(numberAt(body, from + 2, 2, m_layout.order));
            entry.count = numberAt(body, from + 4, m_layout.offset, m_layout.order);
            entry.value.assign(body.begin() + static_cast<std::ptrdiff_t>(value),
                               body.begin() + static_cast<std::ptrdiff_t>(value + m_layout.offset));
            m_entries.push_back(std::move(entry));
        }
        return numberAt(body, entries * m_layout.entry, m_layout.offset, m_layout.order);
    }

    /// All values of a tag as numbers; none where it is missing or no kind of whole number.
    Result<std::vector<std::uint64_t>> numbers(int tag) const
    {
        std::vector<std::uint64_t> values;
        const Entry* entry = find(tag);
        const std::size_t size = entry == nullptr ? 0 : bytesOfType(entry->type);
        if (size == 0)
            return values;
        RK_TRY(const auto bytes, bytesOf(*entry, size));
        for (std::size_t i = 0; i < entry->count; ++i)
            values.push_back(numberAt(bytes, i * size, size, m_layout.order));
        return values;
    }

    Result<std::uint64_t> number(int tag, std::uint64_t otherwise) const
    {
        RK_TRY(const auto values, numbers(tag));
        return values.empty() ? otherwise : values.front();
    }

    Result<std::string> text(int tag) const
    {
        const Entry* entry = find(tag);
        if (entry == nullptr || entry->type != TIFF_ASCII)
            return std::string();
        RK_TRY(const auto bytes, bytesOf(*entry, 1));
        std::string text;
        for (const std::byte letter : bytes)
            text += static_cast<char>(letter);
        return text.substr(0, text.find('\0'));
    }

private:
    [[nodiscard]] const Entry* find(int tag) const
    {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&](const Entry& entry) { return entry.tag == tag; });
        return found == m_entries.end() ? nullptr : &*found;
    }

    [[nodiscard]] Result<std::vector<std::byte>> bytesOf(const Entry& entry, std::size_t size) const
    {
        if (entry.count > kMostValues)
            return damaged("An entry of the TIFF holds too many values");
        const std::uint64_t count = entry.count * size;
        if (count <= entry.value.size())
            return entry.value;
        return m_bytes.read(numberAt(entry.value, 0, m_layout.offset, m_layout.order), count);
    }

    const ImageBytes& m_bytes;
    const Layout& m_layout;
    std::vector<Entry> m_entries;
};

/// One value for all samples; several that differ are none.
Result<int> oneOf(const std::vector<std::uint64_t>& values, int otherwise)
{
    if (values.empty())
        return otherwise;
    if (std::any_of(values.begin(), values.end(),
                    [&](std::uint64_t value) { return value != values.front(); }))
        return unsupported("The channels of this TIFF differ in depth");
    return static_cast<int>(std::min<std::uint64_t>(values.front(), 65535));
}

Result<void> readPieces(const Directory& directory, TiffPage& page)
{
    RK_TRY(const auto tileWidth, directory.number(TIFFTAG_TILEWIDTH, 0));
    RK_TRY(const auto tileHeight, directory.number(TIFFTAG_TILELENGTH, 0));
    RK_TRY(const auto rows, directory.number(TIFFTAG_ROWSPERSTRIP, page.height));
    page.tiled = tileWidth > 0 && tileHeight > 0;
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    page.pieceWidth =
        page.tiled ? static_cast<std::uint32_t>(std::min(tileWidth, kMost)) : page.width;
    page.pieceHeight = page.tiled ? static_cast<std::uint32_t>(std::min(tileHeight, kMost))
                                  : static_cast<std::uint32_t>(std::clamp<std::uint64_t>(
                                        rows, 1, std::max(page.height, 1u)));
    return {};
}

Result<void> readNoData(const Directory& directory, TiffPage& page)
{
    constexpr int kGdalNoData = 42113;
    RK_TRY(const auto text, directory.text(kGdalNoData));
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!text.empty() && error == std::errc())
        page.noData = value;
    return {};
}

Result<TiffPage> pageOf(const Directory& directory, std::uint64_t at)
{
    TiffPage page;
    page.directory = at;
    RK_TRY(const auto width, directory.number(TIFFTAG_IMAGEWIDTH, 0));
    RK_TRY(const auto height, directory.number(TIFFTAG_IMAGELENGTH, 0));
    constexpr std::uint64_t kMost = std::numeric_limits<std::int32_t>::max();
    if (width == 0 || height == 0 || width > kMost || height > kMost)
        return damaged("The TIFF's header says that it has no pixels");
    page.width = static_cast<std::uint32_t>(width);
    page.height = static_cast<std::uint32_t>(height);
    RK_TRY(const auto samples, directory.number(TIFFTAG_SAMPLESPERPIXEL, 1));
    page.samples = static_cast<int>(std::min<std::uint64_t>(samples, 65535));
    RK_TRY(const auto bits, directory.numbers(TIFFTAG_BITSPERSAMPLE));
    RK_TRY(page.bits, oneOf(bits, 1));
    RK_TRY(const auto formats, directory.numbers(TIFFTAG_SAMPLEFORMAT));
    RK_TRY(const int format, oneOf(formats, SAMPLEFORMAT_UINT));
    page.numbers = format == SAMPLEFORMAT_INT      ? TiffNumbers::Signed
                   : format == SAMPLEFORMAT_IEEEFP ? TiffNumbers::Float
                                                   : TiffNumbers::Unsigned;
    if (format == SAMPLEFORMAT_COMPLEXINT || format == SAMPLEFORMAT_COMPLEXIEEEFP)
        return unsupported("This TIFF holds complex numbers");
    const auto small = [](std::uint64_t value) {
        return static_cast<int>(std::min<std::uint64_t>(value, 1'000'000));
    };
    RK_TRY(const auto photometric, directory.number(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK));
    RK_TRY(const auto compression, directory.number(TIFFTAG_COMPRESSION, COMPRESSION_NONE));
    RK_TRY(const auto planar, directory.number(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG));
    RK_TRY(const auto turned, directory.number(TIFFTAG_ORIENTATION, 1));
    RK_TRY(const auto kind, directory.number(TIFFTAG_SUBFILETYPE, 0));
    page.photometric = small(photometric);
    page.compression = small(compression);
    page.planes = planar == PLANARCONFIG_SEPARATE && page.samples > 1;
    page.orientation = turned >= 1 && turned <= 8 ? small(turned) : 1;
    page.smaller = (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) != 0;
    RK_TRY(const auto extras, directory.numbers(TIFFTAG_EXTRASAMPLES));
    for (const std::uint64_t extra : extras)
        page.extras.push_back(small(extra));
    RK_CHECK(readPieces(directory, page));
    RK_CHECK(readNoData(directory, page));
    return page;
}

/// Whether a page is a level of a pyramid whose first is `first`: programs that scan slides write
/// them as pages of their own, each tiled and a whole fraction of the first.
bool isLevelOf(const TiffPage& page, const TiffPage& first)
{
    if (!first.tiled || !page.tiled || page.samples != first.samples || page.bits != first.bits ||
        page.width >= first.width || page.height >= first.height)
        return false;
    const double across = static_cast<double>(first.width) / page.width;
    const double down = static_cast<double>(first.height) / page.height;
    // A level's sides are rounded to whole pixels.
    const double slack = across / std::min(page.width, page.height) * 2;
    return across > 1.4 && std::abs(across - down) <= slack;
}

double bytesOf(std::uint64_t width, std::uint64_t height, const TiffPage& page, int samples)
{
    return static_cast<double>(width) * static_cast<double>(height) * samples * page.bits / 8.0;
}

/// No more is unpacked of a file than its size allows, whatever its directories say: of one piece,
/// and of all pages together.
Result<void> checkRoom(const std::vector<TiffPage>& pages, std::uint64_t fileBytes)
{
    constexpr double kExpansion = 1000;
    const double room = kExpansion * static_cast<double>(fileBytes) + double{96 << 20};
    double all = 0;
    for (const TiffPage& page : pages) {
        const double piece =
            bytesOf(page.pieceWidth, page.pieceHeight, page, page.planes ? 1 : page.samples);
        const double pieces = (static_cast<double>(page.width) / page.pieceWidth) *
                              (static_cast<double>(page.height) / page.pieceHeight);
        if (pieces > static_cast<double>(fileBytes))
            return damaged("The TIFF says that it has more pieces than it could hold");
        const double pixels = bytesOf(page.width, page.height, page, page.samples);
        if (page.compression == COMPRESSION_NONE && pixels > static_cast<double>(fileBytes))
            return damaged("The TIFF ends early");
        all += pixels;
        const double asked = std::max(piece, all);
        if (asked > room)
            return fail(ErrorKind::Limit,
                        fmt::format("The picture would grow from {} to {}", text::bytes(fileBytes),
                                    text::bytes(static_cast<std::uint64_t>(std::min(asked, 1e18)))),
                        {}, "Such files are made to exhaust memory; leave it out.");
    }
    return {};
}

} // namespace

Result<std::vector<TiffPage>> tiffPages(const ImageBytes& bytes)
{
    RK_TRY(const auto layout, layoutOf(bytes));
    std::vector<TiffPage> pages;
    std::set<std::uint64_t> met;
    for (std::uint64_t at = layout.first; at != 0;) {
        if (!met.insert(at).second)
            return damaged("The TIFF's directories lead in a circle");
        if (met.size() > kMostPages)
            return fail(ErrorKind::Limit,
                        fmt::format("The TIFF has more than {} pages", text::count(kMostPages)), {},
                        "Save its pages as files of their own.");
        Directory directory(bytes, layout);
        RK_TRY(const auto next, directory.read(at));
        RK_TRY(auto page, pageOf(directory, at));
        const bool level = !pages.empty() && isLevelOf(page, pages.front());
        // A preview alone is a picture all the same.
        const bool alone = pages.empty() && next == 0;
        if ((!page.smaller && !level) || alone)
            pages.push_back(std::move(page));
        at = next;
    }
    if (pages.empty())
        return damaged("The TIFF holds no picture");
    RK_CHECK(checkRoom(pages, bytes.size()));
    return pages;
}

} // namespace rekindle::image
