#include "core/image/builtin_formats.h"
#include "core/image/orientation.h"
#include "core/image/sample_room.h"
#include "core/image/whole_file.h"

#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <optional>

#include <jpeglib.h>

#include <jerror.h>

namespace rekindle::image {
namespace {

bool probe(std::span<const std::byte> start)
{
    return start.size() >= 3 && start[0] == std::byte{0xff} && start[1] == std::byte{0xd8} &&
           start[2] == std::byte{0xff};
}

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the picture again.");
}

tl::unexpected<Error> unsupported(std::string message)
{
    return fail(ErrorKind::Unknown, std::move(message), {}, "Save the picture as PNG.");
}

/// What our own walk over the markers found; sizes as stored, before turning upright.
struct JpegFacts {
    int width = 0, height = 0, components = 0;
    int orientation = 1;
    std::optional<JpegPlanes> planes; ///< where they are of a usual kind
};

/// Brightness at full resolution, both differences of colour at that or at half of it. Narrower
/// pictures than these are made larger in a way of their own (libjpeg, jdsample.c).
std::optional<JpegPlanes> usualPlanes(std::span<const std::byte> frame, const JpegFacts& facts)
{
    constexpr std::size_t kFirst = 7, kStep = 3;
    constexpr int kLeastWidth = 5;
    if (facts.components != 3 || facts.width < kLeastWidth || frame.size() < kFirst + 2 * kStep + 1)
        return std::nullopt;
    const auto sampling = [&](std::size_t component) {
        return std::to_integer<int>(frame[kFirst + kStep * component]);
    };
    constexpr int kOnce = 0x11;
    const JpegPlanes planes{sampling(0) >> 4, sampling(0) & 15};
    const bool usual = planes.across >= planes.down && planes.down >= 1 && planes.across <= 2;
    if (!usual || sampling(1) != kOnce || sampling(2) != kOnce)
        return std::nullopt;
    return planes;
}

Result<void> readFrame(unsigned marker, std::span<const std::byte> data, JpegFacts& facts)
{
    if (data.size() < 6)
        return damaged("The JPEG's header is too short");
    if (marker != 0xc0 && marker != 0xc1 && marker != 0xc2)
        return unsupported("This kind of JPEG (lossless, hierarchical or arithmetic) cannot be "
                           "read here");
    if (data[0] != std::byte{8})
        return unsupported(fmt::format("This JPEG has {} bits a channel; only 8 can be read here",
                                       std::to_integer<int>(data[0])));
    facts.height = static_cast<int>(big16(data, 1));
    facts.width = static_cast<int>(big16(data, 3));
    facts.components = std::to_integer<int>(data[5]);
    if (facts.width == 0 || facts.height == 0)
        return damaged("The JPEG's header says that it has no pixels");
    if (facts.components == 4)
        return unsupported("This JPEG holds printing inks (CMYK); its colours depend on the press");
    if (facts.components != 1 && facts.components != 3)
        return unsupported(fmt::format("This JPEG has {} channels", facts.components));
    facts.planes = usualPlanes(data, facts);
    return {};
}

/// Walks the markers up to the first scan (ITU-T T.81, annex B).
Result<JpegFacts> walkMarkers(std::span<const std::byte> file)
{
    JpegFacts facts;
    std::size_t at = 2;
    for (;;) {
        while (at + 1 < file.size() && file[at] == std::byte{0xff} &&
               file[at + 1] == std::byte{0xff})
            ++at; // fill bytes
        if (file.size() < 4 || at > file.size() - 4)
            return damaged("The JPEG ends early");
        const auto marker = std::to_integer<unsigned>(file[at + 1]);
        if (file[at] != std::byte{0xff} || marker == 0 || marker == 0xd9)
            return damaged("The JPEG's parts are not where they belong");
        const std::size_t length = big16(file, at + 2);
        if (length < 2 || length > file.size() - at - 2)
            return damaged("The JPEG ends early");
        const auto data = file.subspan(at + 4, length - 2);
        const bool frame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && facts.width != 0)
            return damaged("The JPEG has two headers");
        if (frame)
            RK_CHECK(readFrame(marker, data, facts));
        if (marker == 0xe1)
            facts.orientation = exifOrientation(data).value_or(facts.orientation);
        if (marker == 0xda)
            break;
        at += 2 + length;
    }
    if (facts.width == 0)
        return damaged("The JPEG has pixels but no header");
    return facts;
}

/// How often a decoder goes over the picture: once a scan, however little the scan holds. Scans are
/// counted as they stand in the file; a marker within compressed data is none.
std::uint64_t scansOf(std::span<const std::byte> file)
{
    std::uint64_t scans = 0;
    for (std::size_t at = 0; at + 1 < file.size(); ++at) {
        const auto* next = static_cast<const std::byte*>(
            std::memchr(file.data() + at, 0xff, file.size() - 1 - at));
        if (next == nullptr)
            break;
        at = static_cast<std::size_t>(next - file.data());
        scans += file[at + 1] == std::byte{0xda} ? 1 : 0;
    }
    return scans;
}

/// Each visit of a scan to a block of 8 x 8 costs time even where the scan says nothing of it. Real
/// files spend bytes on their scans; those made to cost do not.
Result<void> checkCost(std::span<const std::byte> file, const JpegFacts& facts)
{
    constexpr std::uint64_t kFreeVisits = 8'000'000; // a quarter of a second
    constexpr std::uint64_t kVisitsPerByte = 30;
    const std::uint64_t blocks = (static_cast<std::uint64_t>(facts.width) + 7) / 8 *
                                 ((static_cast<std::uint64_t>(facts.height) + 7) / 8) *
                                 static_cast<std::uint64_t>(facts.components);
    const std::uint64_t scans = scansOf(file);
    if (scans * blocks <= kFreeVisits + kVisitsPerByte * file.size())
        return {};
    return fail(ErrorKind::Limit,
                fmt::format("The JPEG stores its {} × {} pixels in {} passes that hold next to "
                            "nothing",
                            facts.width, facts.height, scans),
                {}, "Such files are made to exhaust computers; leave it out.");
}

Result<ImageHeader> header(std::span<const std::byte> file)
{
    RK_TRY(const auto facts, walkMarkers(file));
    ImageHeader header{facts.width, facts.height, facts.components, 8};
    if (swapsSides(facts.orientation))
        std::swap(header.width, header.height);
    return header;
}

/// libjpeg's error manager with a way back. Trivially destructible, since errors jump over it.
struct Errors {
    jpeg_error_mgr base; // first, so that a pointer to it is a pointer to this
    jmp_buf back;
    bool noEnd;   ///< the end mark is missing
    bool stray;   ///< bytes that mean nothing before the end mark
    bool spoiled; ///< anything else that libjpeg warned of: pixels are not those that were stored
    char message[JMSG_LENGTH_MAX];
};

/// Cameras leave a few bytes there. More is what a decoder leaves that has lost its way.
constexpr int kMostStray = 4096;

[[noreturn]] void onError(j_common_ptr info)
{
    auto* errors = reinterpret_cast<Errors*>(info->err);
    info->err->format_message(info, errors->message);
    std::longjmp(errors->back, 1);
}

/// The first warning of what spoils pixels is the reason that the user reads.
void onMessage(j_common_ptr info, int level)
{
    constexpr int kEnd = 0xd9;
    if (level >= 0)
        return;
    auto* errors = reinterpret_cast<Errors*>(info->err);
    const jpeg_error_mgr& said = *info->err;
    if (said.msg_code == JWRN_JPEG_EOF) {
        errors->noEnd = true;
    } else if (said.msg_code == JWRN_EXTRANEOUS_DATA && said.msg_parm.i[1] == kEnd &&
               said.msg_parm.i[0] <= kMostStray) {
        errors->stray = true;
    } else if (!errors->spoiled) {
        errors->spoiled = true;
        info->err->format_message(info, errors->message);
    }
}

/// Whether a file without its end mark lost nothing else. Of a progressive one every coefficient
/// must have come to its last bit, of another one each component must have been in a scan.
bool isComplete(const jpeg_decompress_struct& decoder, std::span<const std::byte> file)
{
    if (decoder.coef_bits != nullptr) {
        for (int component = 0; component < decoder.num_components; ++component) {
            for (int k = 0; k < DCTSIZE2; ++k) {
                if (decoder.coef_bits[component][k] != 0)
                    return false;
            }
        }
        return true;
    }
    int scanned = 0;
    for (std::size_t at = 0; at + 4 < file.size(); ++at) {
        if (file[at] == std::byte{0xff} && file[at + 1] == std::byte{0xda})
            scanned += std::to_integer<int>(file[at + 4]);
    }
    return scanned >= decoder.num_components;
}

void onOutput(j_common_ptr) {}

/// A progressive file may repeat scans without end; real encoders write about ten.
void onProgress(j_common_ptr info)
{
    constexpr int kMostScans = 100;
    if (!info->is_decompressor)
        return;
    auto* decoder = reinterpret_cast<j_decompress_ptr>(info);
    if (decoder->input_scan_number > kMostScans) {
        std::strncpy(reinterpret_cast<Errors*>(info->err)->message, "too many scans",
                     JMSG_LENGTH_MAX - 1);
        std::longjmp(reinterpret_cast<Errors*>(info->err)->back, 1);
    }
}

/// What is read, and where to.
struct Target {
    std::uint8_t* samples;
    const JpegPlanes* planes; ///< null: pixels [height, width, components]
};

enum class Outcome { Whole, Failed, OtherColours };

/// Whether the planes are what the walk over the markers took them for.
bool arePlanes(const jpeg_decompress_struct& decoder, const JpegPlanes& planes)
{
    return decoder.num_components == 3 && decoder.max_h_samp_factor == planes.across &&
           decoder.max_v_samp_factor == planes.down &&
           decoder.comp_info[0].h_samp_factor == planes.across &&
           decoder.comp_info[0].v_samp_factor == planes.down &&
           decoder.comp_info[1].h_samp_factor == 1 && decoder.comp_info[1].v_samp_factor == 1 &&
           decoder.comp_info[2].h_samp_factor == 1 && decoder.comp_info[2].v_samp_factor == 1;
}

void readRows(jpeg_decompress_struct& decoder, const JpegFacts& facts, std::uint8_t* pixels)
{
    const auto rowBytes =
        static_cast<std::size_t>(facts.width) * static_cast<std::size_t>(facts.components);
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = pixels + decoder.output_scanline * rowBytes;
        if (jpeg_read_scanlines(&decoder, &row, 1) != 1)
            break;
    }
}

/// A row of blocks at a time.
void readPlanes(jpeg_decompress_struct& decoder, const JpegFacts& facts, const JpegPlanes& planes,
                std::uint8_t* samples)
{
    constexpr int kMostRows = 2 * DCTSIZE;
    JSAMPROW rows[3][kMostRows];
    JSAMPARRAY all[] = {rows[0], rows[1], rows[2]};
    const auto together = static_cast<JDIMENSION>(planes.down * DCTSIZE);
    while (decoder.output_scanline < decoder.output_height) {
        for (int number = 0; number < 3; ++number) {
            const auto plane = planes.plane(facts.width, facts.height, number);
            const int down = number == 0 ? 1 : planes.down;
            const std::size_t first = decoder.output_scanline / static_cast<JDIMENSION>(down);
            for (std::size_t row = 0; row < together / static_cast<JDIMENSION>(down); ++row)
                rows[number][row] = samples + plane.first + (first + row) * plane.stride;
        }
        if (jpeg_read_raw_data(&decoder, all, together) != together)
            break;
    }
}

/// Everything between setjmp and longjmp: no object with a destructor lives here.
Outcome readSamples(Errors& errors, std::span<const std::byte> file, const JpegFacts& facts,
                    const Target& target)
{
    jpeg_decompress_struct decoder;
    std::memset(&decoder, 0, sizeof decoder);
    jpeg_progress_mgr progress{};
    progress.progress_monitor = onProgress;
    decoder.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = onError;
    errors.base.emit_message = onMessage;
    errors.base.output_message = onOutput;
    if (setjmp(errors.back) != 0) {
        jpeg_destroy_decompress(&decoder);
        return Outcome::Failed;
    }
    jpeg_create_decompress(&decoder);
    decoder.progress = &progress;
    jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char*>(file.data()),
                 static_cast<unsigned long>(file.size()));
    jpeg_read_header(&decoder, TRUE);
    decoder.out_color_space = facts.components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    if (target.planes != nullptr) {
        if (decoder.jpeg_color_space != JCS_YCbCr || !arePlanes(decoder, *target.planes)) {
            jpeg_destroy_decompress(&decoder);
            return Outcome::OtherColours;
        }
        decoder.out_color_space = JCS_YCbCr;
        decoder.raw_data_out = TRUE;
    }
    jpeg_start_decompress(&decoder);
    if (decoder.output_width != static_cast<JDIMENSION>(facts.width) ||
        decoder.output_height != static_cast<JDIMENSION>(facts.height) ||
        decoder.output_components != facts.components) {
        std::strncpy(errors.message, "two headers disagree", JMSG_LENGTH_MAX - 1);
        jpeg_destroy_decompress(&decoder);
        return Outcome::Failed;
    }
    if (target.planes != nullptr)
        readPlanes(decoder, facts, *target.planes, target.samples);
    else
        readRows(decoder, facts, target.samples);
    const bool whole = decoder.output_scanline >= decoder.output_height;
    if (whole && errors.noEnd)
        errors.spoiled = errors.spoiled || !isComplete(decoder, file);
    if (whole)
        jpeg_finish_decompress(&decoder); // reads on to the end mark and warns when it is missing
    jpeg_destroy_decompress(&decoder);
    return whole ? Outcome::Whole : Outcome::Failed;
}

/// What libjpeg had to say of it; the remark where every pixel is there all the same.
Result<std::string> remarkOf(const Errors& errors, Outcome outcome)
{
    if (outcome == Outcome::Failed)
        return damaged(fmt::format("The JPEG's pixels cannot be unpacked ({})", errors.message));
    if (errors.spoiled && errors.noEnd)
        return damaged("The JPEG ends early");
    if (errors.spoiled)
        return damaged(fmt::format("The JPEG is damaged inside ({})", errors.message));
    if (errors.noEnd)
        return std::string("Its end mark is missing; all pixels are there");
    if (errors.stray)
        return std::string("It has stray bytes before its end mark; all pixels are there");
    return std::string();
}

Result<Image> decodePixels(std::span<const std::byte> file, const JpegFacts& facts)
{
    auto pixels = roomForSamples<std::uint8_t>(static_cast<std::size_t>(facts.width) *
                                               static_cast<std::size_t>(facts.height) *
                                               static_cast<std::size_t>(facts.components));
    Errors errors{};
    const Outcome outcome = readSamples(errors, file, facts, {pixels.data(), nullptr});
    RK_TRY(auto remark, remarkOf(errors, outcome));
    Image image{facts.width, facts.height,      facts.components,
                8,           std::move(pixels), std::move(remark)};
    return turnedUpright(std::move(image), facts.orientation);
}

Result<Image> decode(std::span<const std::byte> file)
{
    RK_TRY(const auto facts, walkMarkers(file));
    RK_CHECK(checkCost(file, facts));
    return decodePixels(file, facts);
}

/// Planes where they are of a usual kind and need no turning, and pixels otherwise.
Result<ImagePart> decodePlanes(std::span<const std::byte> file)
{
    RK_TRY(const auto facts, walkMarkers(file));
    RK_CHECK(checkCost(file, facts));
    if (facts.planes && facts.orientation == 1) {
        auto samples =
            roomForSamples<std::uint8_t>(facts.planes->samples(facts.width, facts.height));
        Errors errors{};
        const Outcome outcome = readSamples(errors, file, facts, {samples.data(), &*facts.planes});
        if (outcome != Outcome::OtherColours) {
            RK_TRY(auto remark, remarkOf(errors, outcome));
            auto part = wholePart(Image{facts.width, facts.height, facts.components, 8,
                                        std::move(samples), std::move(remark)});
            part.planes = facts.planes;
            return part;
        }
    }
    RK_TRY(auto image, decodePixels(file, facts));
    return wholePart(std::move(image));
}

/// Values that become other levels are those of pixels.
bool keepsValues(const Reading& reading)
{
    return reading.mapping == Mapping::Usual || reading.mapping == Mapping::Full;
}

} // namespace

ImageFormat jpegFormat()
{
    return {"JPEG",
            "image",
            {".jpg", ".jpeg", ".jpe", ".jfif"},
            probe,
            [](ImageBytes& bytes, const Request& request) {
                return request.takesPlanes && keepsValues(request.reading)
                           ? wholeFileReader(bytes, header, decodePlanes)
                           : wholeFileReader(bytes, header, decode);
            }};
}

} // namespace rekindle::image
