#include "core/base/text.h"
#include "core/image/builtin_formats.h"
#include "core/image/file_numbers.h"
#include "core/image/orientation.h"
#include "core/image/over_white.h"
#include "core/image/tiff_samples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <tiff.h>

namespace rekindle::image {
namespace {

bool probe(std::span<const std::byte> start)
{
    if (start.size() < 8)
        return false;
    const bool little = start[0] == std::byte{'I'} && start[1] == std::byte{'I'};
    const bool big = start[0] == std::byte{'M'} && start[1] == std::byte{'M'};
    if (!little && !big)
        return false;
    const auto version = numberAt(start, 2, 2, big ? ByteOrder::Big : ByteOrder::Little);
    return version == 42 || version == 43;
}

tl::unexpected<Error> unsupported(std::string message)
{
    return fail(ErrorKind::Unknown, std::move(message), {},
                "Save the picture as an ordinary TIFF or PNG.");
}

/// What the samples of a page mean.
enum class Colours { Grey, GreyInverted, Rgb, Palette, Inks, Bands };

/// How a page is read: which of its samples, and as what.
struct Plan {
    Colours colours = Colours::Grey;
    std::vector<int> wanted; ///< the samples of the picture, then that of its alpha
    bool alpha = false;
    bool associated = false; ///< the colours have been multiplied by alpha already
    bool measured = false;   ///< its values are no levels
};

/// The most that `bits` hold.
double largest(int bits)
{
    return std::ldexp(1.0, bits) - 1;
}

Result<void> checkKind(const TiffPage& page)
{
    constexpr std::array kPackings{
        COMPRESSION_NONE,    COMPRESSION_LZW,      COMPRESSION_JPEG, COMPRESSION_ADOBE_DEFLATE,
        COMPRESSION_DEFLATE, COMPRESSION_PACKBITS, COMPRESSION_ZSTD};
    if (std::find(kPackings.begin(), kPackings.end(), page.compression) == kPackings.end())
        return unsupported(
            fmt::format("This TIFF is compressed in a way that is not read here (number {})",
                        page.compression));
    const bool whole = page.bits == 8 || page.bits == 16 || page.bits == 32;
    const bool fits =
        page.numbers == TiffNumbers::Float ? page.bits == 16 || page.bits == 32 || page.bits == 64
        : page.numbers == TiffNumbers::Signed ? whole
                                              : whole || (page.bits >= 1 && page.bits < 16);
    if (!fits)
        return unsupported(fmt::format("This TIFF has {} bits a channel", page.bits));
    if (page.compression == COMPRESSION_JPEG && page.bits != 8)
        return unsupported(fmt::format("This TIFF holds JPEG data of {} bits", page.bits));
    return {};
}

/// Bands that were chosen, or the first one or three.
Result<std::vector<int>> bandsOf(const TiffPage& page, const Reading& reading)
{
    std::vector<int> wanted;
    for (const int band : reading.bands)
        if (band > 0)
            wanted.push_back(band - 1);
    if (wanted.empty())
        return page.samples >= 3 ? std::vector<int>{0, 1, 2} : std::vector<int>{0};
    const int last = *std::max_element(wanted.begin(), wanted.end());
    if (last >= page.samples)
        return fail(ErrorKind::Unknown,
                    fmt::format("The picture has {}, and band {} was chosen",
                                text::count(static_cast<std::uint64_t>(page.samples), "band"),
                                last + 1),
                    {}, "Choose bands that all pictures have.");
    return wanted;
}

/// Colours a page has by what its header calls them; alpha and other samples follow them.
int coloursIn(Colours colours)
{
    return colours == Colours::Rgb ? 3 : colours == Colours::Inks ? 4 : 1;
}

Result<Plan> planOf(const TiffPage& page, const Reading& reading)
{
    RK_CHECK(checkKind(page));
    Plan plan;
    plan.measured = page.numbers != TiffNumbers::Unsigned || page.bits > 16;
    const bool chosen = reading.bands[0] > 0;
    switch (page.photometric) {
    case PHOTOMETRIC_MINISBLACK:
        break;
    case PHOTOMETRIC_MINISWHITE:
        plan.colours = Colours::GreyInverted;
        break;
    case PHOTOMETRIC_RGB:
        plan.colours = Colours::Rgb;
        break;
    case PHOTOMETRIC_YCBCR:
        if (page.compression != COMPRESSION_JPEG)
            return unsupported("This TIFF stores its colours as YCbCr without JPEG");
        plan.colours = Colours::Rgb;
        break;
    case PHOTOMETRIC_PALETTE:
        plan.colours = Colours::Palette;
        break;
    case PHOTOMETRIC_SEPARATED:
        plan.colours = Colours::Inks;
        break;
    default:
        return unsupported(fmt::format("This TIFF stores its colours in a way that is not read "
                                       "here (number {})",
                                       page.photometric));
    }
    const int colours = coloursIn(plan.colours);
    if (page.samples < colours)
        return fail(ErrorKind::Damaged,
                    fmt::format("The TIFF has {} channels and needs {}", page.samples, colours), {},
                    "Copy or export the picture again.");
    const auto isAlpha = [](int extra) {
        return extra == EXTRASAMPLE_ASSOCALPHA || extra == EXTRASAMPLE_UNASSALPHA;
    };
    const bool alpha = page.samples == colours + 1 && page.extras.size() == 1 &&
                       isAlpha(page.extras.front()) && !plan.measured &&
                       (page.bits == 8 || page.bits == 16) && colours != 4 &&
                       plan.colours != Colours::Palette;
    const bool bands = chosen || (page.samples > colours && !alpha && colours != 4 &&
                                  plan.colours != Colours::Palette);
    if (bands) {
        // Of RGB with an infrared channel the first three are the colours, whatever follows.
        plan.colours = Colours::Bands;
        RK_TRY(plan.wanted, bandsOf(page, reading));
        return plan;
    }
    for (int sample = 0; sample < colours; ++sample)
        plan.wanted.push_back(sample);
    if (alpha) {
        plan.alpha = true;
        plan.associated = page.extras.front() == EXTRASAMPLE_ASSOCALPHA;
        plan.wanted.push_back(colours);
    }
    if (plan.colours == Colours::GreyInverted && page.bits > 8)
        plan.measured = true;
    if (plan.measured && (plan.colours == Colours::Inks || plan.colours == Colours::Palette))
        return unsupported("This TIFF's colours are no whole numbers");
    if ((plan.colours == Colours::Inks && page.bits != 8 && page.bits != 16) ||
        (plan.colours == Colours::Palette && page.bits > 8))
        return unsupported(fmt::format("This TIFF has {} bits a channel", page.bits));
    return plan;
}

ImageHeader headerOf(const TiffPage& page, const Plan& plan)
{
    ImageHeader header;
    header.width = static_cast<int>(page.width);
    header.height = static_cast<int>(page.height);
    header.channels = plan.colours == Colours::Palette || plan.colours == Colours::Inks
                          ? 3
                          : static_cast<int>(plan.wanted.size());
    header.bits = plan.colours == Colours::Palette ? 8 : page.bits;
    if (swapsSides(page.orientation))
        std::swap(header.width, header.height);
    return header;
}

/// Colours that were multiplied by their alpha, over white.
template <class Sample>
std::vector<Sample> addedToWhite(const std::vector<Sample>& raw, std::size_t channels,
                                 std::uint32_t most)
{
    std::vector<Sample> out;
    out.reserve(raw.size() / (channels + 1) * channels);
    for (std::size_t at = 0; at + channels < raw.size(); at += channels + 1)
        for (std::size_t c = 0; c < channels; ++c)
            out.push_back(static_cast<Sample>(
                std::min<std::uint32_t>(most, raw[at + c] + (most - raw[at + channels]))));
    return out;
}

/// Inks on white paper, as browsers show them: each takes its share of what is left of the light.
template <class Sample>
std::vector<Sample> fromInks(const std::vector<Sample>& raw, std::uint64_t most)
{
    std::vector<Sample> out;
    out.reserve(raw.size() / 4 * 3);
    for (std::size_t at = 0; at + 3 < raw.size(); at += 4)
        for (std::size_t c = 0; c < 3; ++c)
            out.push_back(static_cast<Sample>(
                ((most - raw[at + c]) * (most - raw[at + 3]) + most / 2) / most));
    return out;
}

/// A page's samples as a plain picture at its own depth.
template <class Sample>
std::vector<Sample> coloursFrom(std::vector<Sample> raw, const TiffPage& page, const Plan& plan)
{
    const auto most = static_cast<std::uint32_t>(largest(page.bits));
    if (plan.colours == Colours::GreyInverted)
        for (std::size_t at = 0; at < raw.size(); at += plan.wanted.size())
            raw[at] = static_cast<Sample>(most - raw[at]);
    if (plan.colours == Colours::Inks)
        return fromInks(raw, most);
    if (!plan.alpha)
        return raw;
    return plan.associated ? addedToWhite(raw, plan.wanted.size() - 1, most)
                           : overWhite(raw, plan.wanted.size() - 1, most);
}

class TiffReader : public ImageReader
{
public:
    TiffReader(ImageBytes& bytes, std::vector<TiffPage> pages, const Request& request)
        : m_bytes(bytes), m_pages(std::move(pages)), m_request(request)
    {
    }

    [[nodiscard]] int count() const override { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] int bands() const override
    {
        constexpr int kOnScreen = 3;
        const TiffPage& page = m_pages.front();
        const auto plan = planOf(page, {});
        return plan && plan->colours == Colours::Bands && page.samples > kOnScreen ? page.samples
                                                                                   : 0;
    }

    Result<ImageHeader> header(int frame) override
    {
        const TiffPage& page = m_pages[static_cast<std::size_t>(frame)];
        RK_TRY(const auto plan, planOf(page, m_request.reading));
        return headerOf(page, plan);
    }

    Result<ImagePart> read(int frame, const ImageBox& box, int /*leastSide*/) override
    {
        const TiffPage& page = m_pages[static_cast<std::size_t>(frame)];
        RK_TRY(const auto plan, planOf(page, m_request.reading));
        RK_TRY(auto file, TiffFile::open(m_bytes, page));
        if (page.orientation == 1)
            return readBox(file, page, plan, box);
        // Turned pictures are small: photographs.
        RK_TRY(auto part,
               readBox(file, page, plan,
                       {0, 0, static_cast<int>(page.width), static_cast<int>(page.height)}));
        const bool mapped = part.mapped;
        part = wholePart(turnedUpright(std::move(part.pixels), page.orientation));
        part.mapped = mapped;
        return part;
    }

private:
    Result<ImagePart> readBox(TiffFile& file, const TiffPage& page, const Plan& plan,
                              const ImageBox& box) const
    {
        if (plan.measured)
            return measured(file, page, plan, box);
        Image image;
        image.width = box.width;
        image.height = box.height;
        image.channels = headerOf(page, plan).channels - (plan.alpha ? 1 : 0);
        image.bits = page.bits;
        if (plan.colours == Colours::Palette) {
            RK_TRY(const auto indices, tiffSamples<std::uint8_t>(file, page, box, plan.wanted));
            RK_TRY(image.pixels, painted(file, indices));
            image.bits = 8;
        } else if (page.bits <= 8) {
            RK_TRY(auto raw, tiffSamples<std::uint8_t>(file, page, box, plan.wanted));
            image.pixels = coloursFrom(std::move(raw), page, plan);
        } else {
            RK_TRY(auto raw, tiffSamples<std::uint16_t>(file, page, box, plan.wanted));
            image.pixels = coloursFrom(std::move(raw), page, plan);
        }
        return ImagePart{std::move(image), box};
    }

    static Result<std::vector<std::uint8_t>> painted(const TiffFile& file,
                                                     const std::vector<std::uint8_t>& indices)
    {
        RK_TRY(const auto palette, file.palette());
        // Colours have 16 bits; some programs write 8.
        const bool bytes = std::all_of(palette.begin(), palette.end(),
                                       [](std::uint16_t value) { return value < 256; });
        std::vector<std::uint8_t> colours;
        colours.reserve(indices.size() * 3);
        for (const std::uint8_t index : indices)
            for (std::size_t c = 0; c < 3; ++c)
                colours.push_back(static_cast<std::uint8_t>(palette[std::size_t{3} * index + c] >>
                                                            (bytes ? 0 : 8)));
        return colours;
    }

    Result<ImagePart> measured(TiffFile& file, const TiffPage& page, const Plan& plan,
                               const ImageBox& box) const
    {
        Measured values;
        values.width = box.width;
        values.height = box.height;
        values.channels = static_cast<int>(plan.wanted.size());
        values.inverted = plan.colours == Colours::GreyInverted;
        RK_TRY(values.values, tiffSamples<float>(file, page, box, plan.wanted));
        if (page.noData)
            std::replace(values.values.begin(), values.values.end(),
                         static_cast<float>(*page.noData), NAN);
        if (page.numbers == TiffNumbers::Unsigned && page.bits <= 16)
            values.possible = ValueRange{0, largest(page.bits)};
        if (page.numbers == TiffNumbers::Signed && page.bits <= 16)
            values.possible =
                ValueRange{-std::ldexp(1.0, page.bits - 1), std::ldexp(1.0, page.bits - 1) - 1};
        ImagePart part{levelsOf(values, m_request), box};
        part.mapped = true;
        return part;
    }

    ImageBytes& m_bytes;
    std::vector<TiffPage> m_pages;
    Request m_request;
};

} // namespace

ImageFormat tiffFormat()
{
    return {"TIFF",
            "page",
            {".tif", ".tiff"},
            probe,
            [](ImageBytes& bytes, const Request& request) -> Result<std::unique_ptr<ImageReader>> {
                RK_TRY(auto pages, tiffPages(bytes));
                return std::make_unique<TiffReader>(bytes, std::move(pages), request);
            }};
}

} // namespace rekindle::image
