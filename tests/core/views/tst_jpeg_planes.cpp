// Views out of a JPEG's planes against those of the pixels that libjpeg makes of the same file: to
// the last bit, whatever is stored.
#include "core/base/rng.h"
#include "core/image/read_image.h"
#include "core/views/resample.h"

#include <QtTest/QtTest>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <jpeglib.h>
#include <vector>

using namespace rekindle;
using namespace rekindle::image;
using namespace rekindle::views;

namespace {

struct Making {
    int across = 2, down = 2;         ///< of brightness
    int acrossBlue = 1, downBlue = 1; ///< of one difference of colour
    J_COLOR_SPACE space = JCS_YCbCr;  ///< as stored
    bool progressive = false;
    unsigned restart = 0; ///< blocks between marks
    int orientation = 1;
};

std::vector<std::byte> exif(int orientation)
{
    const char text[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0";
    std::vector<std::byte> block;
    for (const char c : std::string(text, sizeof text - 1))
        block.push_back(static_cast<std::byte>(c));
    block.push_back(static_cast<std::byte>(orientation));
    block.resize(block.size() + 7);
    return block;
}

/// Noise of all levels, so that colours beyond what can be shown come up.
std::vector<std::byte> jpeg(int width, int height, const Making& making)
{
    Random random(7, Purpose::View, static_cast<std::uint32_t>(width),
                  static_cast<std::uint32_t>(height));
    jpeg_compress_struct encoder{};
    jpeg_error_mgr errors{};
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&encoder, &bytes, &size);
    encoder.image_width = static_cast<JDIMENSION>(width);
    encoder.image_height = static_cast<JDIMENSION>(height);
    encoder.input_components = 3;
    encoder.in_color_space = JCS_RGB;
    jpeg_set_defaults(&encoder);
    jpeg_set_colorspace(&encoder, making.space);
    jpeg_set_quality(&encoder, 95, TRUE);
    if (making.progressive)
        jpeg_simple_progression(&encoder);
    encoder.restart_interval = making.restart;
    encoder.comp_info[0].h_samp_factor = making.across;
    encoder.comp_info[0].v_samp_factor = making.down;
    if (making.space != JCS_GRAYSCALE) {
        encoder.comp_info[1].h_samp_factor = making.acrossBlue;
        encoder.comp_info[1].v_samp_factor = making.downBlue;
    }
    jpeg_start_compress(&encoder, TRUE);
    if (making.orientation != 1) {
        const auto block = exif(making.orientation);
        jpeg_write_marker(&encoder, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(block.data()),
                          static_cast<unsigned>(block.size()));
    }
    std::vector<JSAMPLE> values(3 * static_cast<std::size_t>(width));
    while (encoder.next_scanline < encoder.image_height) {
        for (JSAMPLE& value : values)
            value = static_cast<JSAMPLE>(random.below(256));
        JSAMPROW row = values.data();
        jpeg_write_scanlines(&encoder, &row, 1);
    }
    jpeg_finish_compress(&encoder);
    std::vector<std::byte> file(size);
    std::memcpy(file.data(), bytes, size);
    jpeg_destroy_compress(&encoder);
    std::free(bytes);
    return file;
}

Result<ImagePart> readPart(std::span<const std::byte> file, Reading reading = {})
{
    Request request;
    request.takesPlanes = true;
    request.reading = std::move(reading);
    RK_TRY(auto opened, OpenedImages::open(file, "a.jpg", {}, request));
    RK_TRY(const auto header, opened.header(0));
    return opened.read(0, {0, 0, header.width, header.height}, 0);
}

std::vector<float> resampled(const ImagePart& part, const ImageBox& box, Resampling resampling,
                             int size)
{
    std::vector<float> planes(3 * static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
    resample(part, box, resampling, Mirror::LeftRight, size, planes.data());
    return planes;
}

} // namespace

class TestJpegPlanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsAreThoseOfThePixels_data()
    {
        QTest::addColumn<int>("across");
        QTest::addColumn<int>("down");
        QTest::addColumn<bool>("progressive");
        QTest::newRow("4:2:0") << 2 << 2 << false;
        QTest::newRow("4:2:0 progressive") << 2 << 2 << true;
        QTest::newRow("4:2:2") << 2 << 1 << false;
        QTest::newRow("4:4:4") << 1 << 1 << false;
    }

    void viewsAreThoseOfThePixels()
    {
        QFETCH(int, across);
        QFETCH(int, down);
        QFETCH(bool, progressive);
        Making making;
        making.across = across;
        making.down = down;
        making.progressive = progressive;
        making.restart = 3;
        for (const auto& [width, height] :
             {std::pair{5, 1}, {6, 2}, {7, 3}, {16, 16}, {17, 33}, {95, 40}, {96, 65}}) {
            const auto file = jpeg(width, height, making);
            const auto pixels = decodeImage(file, "a.jpg");
            QVERIFY(pixels.has_value());
            const ImagePart whole = wholePart(*pixels);
            const auto part = readPart(file);
            QVERIFY2(part.has_value() && part->planes.has_value(), "no planes");
            QVERIFY(!whole.planes);
            for (const ImageBox& box :
                 {ImageBox{0, 0, width, height}, ImageBox{1, 0, width - 1, 1},
                  ImageBox{width / 2, height / 2, width - width / 2, height - height / 2},
                  ImageBox{width / 3, height / 3, width / 3, height / 3 + 1}}) {
                for (const auto resampling : {Resampling::Tf1Bicubic, Resampling::Triangle}) {
                    for (const int size : {5, 64})
                        QVERIFY2(resampled(*part, box, resampling, size) ==
                                     resampled(whole, box, resampling, size),
                                 qPrintable(QString("%1 × %2").arg(width).arg(height)));
                }
            }
        }
    }

    void whatIsStoredInOtherWaysComesAsPixels()
    {
        Making lying, wide, uneven, red, grey, turned;
        lying.across = 1;
        wide.across = 4;
        wide.down = 1;
        uneven.acrossBlue = 2;
        red.space = JCS_RGB;
        grey.space = JCS_GRAYSCALE;
        turned.orientation = 6;
        int nth = 0;
        for (const Making& making : {lying, wide, uneven, red, grey, turned}) {
            const auto file = jpeg(40, 24, making);
            const auto part = readPart(file);
            const auto pixels = decodeImage(file, "a.jpg");
            QVERIFY2(part.has_value() && pixels.has_value(), qPrintable(QString::number(nth)));
            QVERIFY2(!part->planes, qPrintable(QString::number(nth)));
            QVERIFY(part->pixels.pixels == pixels->pixels);
            QCOMPARE(part->pixels.width, making.orientation == 6 ? 24 : 40);
            ++nth;
        }
        // Too narrow for libjpeg's usual way of making them larger.
        QVERIFY(!readPart(jpeg(4, 24, {}))->planes);
    }

    /// Other levels are made of pixels.
    void aWindowIsOfPixels()
    {
        Reading reading;
        reading.mapping = Mapping::Window;
        reading.window = {50, 100};
        const auto part = readPart(jpeg(40, 24, {}), reading);
        QVERIFY(part.has_value());
        QVERIFY(!part->planes);
        QCOMPARE(part->pixels.bits, 16);
        QVERIFY(readPart(jpeg(40, 24, {}))->planes.has_value());
    }

    void halfAFileIsNoPicture()
    {
        auto file = jpeg(96, 65, {});
        auto cut = file;
        cut.resize(cut.size() / 2);
        QCOMPARE(readPart(cut).error().kind, ErrorKind::Damaged);
        file.resize(file.size() - 2);
        const auto part = readPart(file);
        QVERIFY(part.has_value());
        QVERIFY(part->planes.has_value());
        QCOMPARE(part->pixels.remark, decodeImage(file, "a.jpg")->remark);
        QVERIFY(!part->pixels.remark.empty());
    }
};

QTEST_APPLESS_MAIN(TestJpegPlanes)
#include "tst_jpeg_planes.moc"
