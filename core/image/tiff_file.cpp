#include "core/image/tiff_file.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <string>
#include <tiffio.h>

namespace rekindle::image {

struct TiffFile::State {
    ImageBytes* bytes = nullptr;
    std::uint64_t at = 0; ///< where libtiff reads next
    TiffPage page;
    TIFF* tiff = nullptr;
    std::string said; ///< the first thing that spoils pixels
    std::vector<std::byte> piece;

    ~State()
    {
        if (tiff != nullptr)
            TIFFClose(tiff);
    }
};

namespace {

/// Whoever calls libtiff finds it here; State is the file's own, hence the void.
void note(std::string& said, const char* format, va_list words)
{
    char line[200] = {};
    if (said.empty() && std::vsnprintf(line, sizeof line, format, words) > 0)
        said = line;
}

tl::unexpected<Error> damaged(const std::string& said)
{
    return fail(ErrorKind::Damaged,
                said.empty() ? std::string("The TIFF's pixels cannot be unpacked")
                             : fmt::format("The TIFF's pixels cannot be unpacked ({})", said),
                {}, "Copy or export the picture again.");
}

struct FreeOptions {
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};

} // namespace

TiffFile::TiffFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TiffFile::TiffFile(TiffFile&&) noexcept = default;
TiffFile& TiffFile::operator=(TiffFile&&) noexcept = default;
TiffFile::~TiffFile() = default;

Result<TiffFile> TiffFile::open(ImageBytes& bytes, const TiffPage& page)
{
    const std::unique_ptr<TIFFOpenOptions, FreeOptions> options(TIFFOpenOptionsAlloc());
    auto state = std::make_unique<State>();
    state->bytes = &bytes;
    state->page = page;
    constexpr std::uint64_t kRoom = std::uint64_t{64} << 20;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(bytes.size() + kRoom));
    TIFFOpenOptionsSetErrorHandlerExtR(
        options.get(),
        [](TIFF*, void* user, const char*, const char* format, va_list words) {
            note(static_cast<State*>(user)->said, format, words);
            return 1;
        },
        state.get());
    // Of a directory's oddities nothing follows for the pixels; what the JPEG decoder warns of has
    // spoiled some.
    TIFFOpenOptionsSetWarningHandlerExtR(
        options.get(),
        [](TIFF*, void* user, const char* module, const char* format, va_list words) {
            if (module != nullptr && std::strstr(module, "JPEG") != nullptr)
                note(static_cast<State*>(user)->said, format, words);
            return 1;
        },
        state.get());
    const auto read = [](thandle_t handle, void* out, tmsize_t count) -> tmsize_t {
        auto* self = static_cast<State*>(handle);
        const std::uint64_t size = self->bytes->size();
        const std::uint64_t left = self->at < size ? size - self->at : 0;
        const std::uint64_t take =
            std::min(left, static_cast<std::uint64_t>(std::max<tmsize_t>(count, 0)));
        // Nothing, and never the -1 of a failed read: libtiff 4.5 adds that to where it goes on
        // writing.
        if (take == 0)
            return 0;
        const auto piece = self->bytes->read(self->at, take);
        if (!piece)
            return 0;
        std::copy(piece->begin(), piece->end(), static_cast<std::byte*>(out));
        self->at += take;
        return static_cast<tmsize_t>(take);
    };
    const auto write = [](thandle_t, void*, tmsize_t) -> tmsize_t { return -1; };
    const auto seek = [](thandle_t handle, toff_t offset, int from) -> toff_t {
        auto* self = static_cast<State*>(handle);
        self->at = offset + (from == SEEK_CUR   ? self->at
                             : from == SEEK_END ? self->bytes->size()
                                                : 0);
        return self->at;
    };
    const auto close = [](thandle_t) { return 0; };
    const auto size = [](thandle_t handle) -> toff_t {
        return static_cast<State*>(handle)->bytes->size();
    };
    // Header alone, no memory map, strips as they are.
    state->tiff = TIFFClientOpenExt("picture", "rhmc", state.get(), read, write, seek, close, size,
                                    nullptr, nullptr, options.get());
    if (state->tiff == nullptr || TIFFSetSubDirectory(state->tiff, page.directory) == 0)
        return damaged(state->said);
    if (page.compression == COMPRESSION_JPEG && page.photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(state->tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    // What libtiff understood must be what our own walk did, since sizes follow from that.
    std::uint32_t width = 0, height = 0;
    std::uint16_t bits = 0, samples = 0;
    TIFFGetField(state->tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(state->tiff, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(state->tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(state->tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    if (width != page.width || height != page.height || bits != page.bits ||
        samples != page.samples || (TIFFIsTiled(state->tiff) != 0) != page.tiled)
        return damaged("two readings of its header differ");
    // What a directory lacks or has twice is mended by libtiff; its pixels speak for themselves.
    state->said.clear();
    const tmsize_t bytesOfPiece =
        page.tiled ? TIFFTileSize(state->tiff) : TIFFStripSize(state->tiff);
    const auto bytesOfSample = (page.bits + 7) / 8;
    const double most = 2.0 * page.pieceWidth * page.pieceHeight *
                            (page.planes ? 1 : page.samples) * bytesOfSample +
                        4096.0 * page.pieceHeight;
    if (bytesOfPiece <= 0 || static_cast<double>(bytesOfPiece) > most)
        return damaged("its pieces have no size");
    state->piece.resize(static_cast<std::size_t>(bytesOfPiece));
    return TiffFile(std::move(state));
}

Result<std::span<const std::byte>> TiffFile::piece(std::uint32_t x, std::uint32_t y, int plane)
{
    State& self = *m_state;
    const auto sample = static_cast<std::uint16_t>(plane);
    auto* out = self.piece.data();
    auto size = static_cast<tmsize_t>(self.piece.size());
    tmsize_t wanted = size, got = 0;
    if (self.page.tiled) {
        got =
            TIFFReadEncodedTile(self.tiff, TIFFComputeTile(self.tiff, x, y, 0, sample), out, size);
    } else {
        const std::uint32_t strip = TIFFComputeStrip(self.tiff, y, sample);
        const std::uint32_t first = y - y % self.page.pieceHeight;
        const std::uint32_t rows = std::min(self.page.pieceHeight, self.page.height - first);
        wanted = static_cast<tmsize_t>(rows * rowBytes());
        got = TIFFReadEncodedStrip(self.tiff, strip, out, wanted);
    }
    if (got < wanted || !self.said.empty())
        return damaged(self.said);
    return std::span<const std::byte>(self.piece);
}

std::size_t TiffFile::rowBytes() const
{
    const tmsize_t bytes =
        m_state->page.tiled ? TIFFTileRowSize(m_state->tiff) : TIFFScanlineSize(m_state->tiff);
    return static_cast<std::size_t>(std::max<tmsize_t>(bytes, 0));
}

Result<std::vector<std::uint16_t>> TiffFile::palette() const
{
    std::uint16_t *red = nullptr, *green = nullptr, *blue = nullptr;
    if (m_state->page.bits > 8 ||
        TIFFGetField(m_state->tiff, TIFFTAG_COLORMAP, &red, &green, &blue) == 0)
        return damaged("its palette is missing");
    const std::size_t count = std::size_t{1} << m_state->page.bits;
    std::vector<std::uint16_t> colours(3 * count);
    for (std::size_t i = 0; i < count; ++i) {
        colours[3 * i] = red[i];
        colours[3 * i + 1] = green[i];
        colours[3 * i + 2] = blue[i];
    }
    return colours;
}

} // namespace rekindle::image
