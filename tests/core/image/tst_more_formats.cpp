#include "tests/core/image/file_frames.h"
#include "tests/support/tiff.h"

#include <QElapsedTimer>
#include <sys/resource.h>

using namespace rekindle;
using namespace rekindle::image;

namespace {

std::string le(std::uint64_t value, int bytes)
{
    std::string out;
    for (int i = 0; i < bytes; ++i, value >>= 8)
        out += static_cast<char>(value);
    return out;
}

struct Tag {
    int tag, type;
    std::uint64_t count, value;
};

/// A directory of a little-endian TIFF.
std::string directory(const std::vector<Tag>& tags, std::uint64_t next)
{
    std::string out = le(tags.size(), 2);
    for (const Tag& tag : tags)
        out += le(static_cast<std::uint64_t>(tag.tag), 2) +
               le(static_cast<std::uint64_t>(tag.type), 2) + le(tag.count, 4) + le(tag.value, 4);
    return out + le(next, 4);
}

/// A grey picture of one strip at 8; 8 bits a pixel.
std::vector<Tag> greyPage(std::uint64_t width, std::uint64_t height, std::uint64_t bytes)
{
    return {{256, 4, 1, width}, {257, 4, 1, height}, {258, 3, 1, 8},
            {259, 3, 1, 1},     {262, 3, 1, 1},      {273, 4, 1, 8},
            {277, 3, 1, 1},     {278, 4, 1, height}, {279, 4, 1, bytes}};
}

} // namespace

/// TIFF, WebP and BMP against the pixels that tifffile and Pillow read, and against damage.
class TestMoreFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatOthersRead_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& [name, unused] : m_expected.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void readsWhatOthersRead()
    {
        QFETCH(QString, file);
        const QString differs =
            fileframes::differs(file.toStdString(), m_expected[file.toStdString()]);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }

    /// A box is read by itself, out of strips, tiles and planes alike.
    void boxesAreThoseOfTheWhole()
    {
        for (const char* name : {"rgb8_tiles.tif", "grey16_big.tif", "rgb16_planes.tif",
                                 "float32.tif", "turned6.tif", "lossy.webp", "palette.bmp"}) {
            const Request request = fileframes::requestFor(m_expected[name]);
            auto opened = OpenedImages::open(fileframes::file(name), {}, request);
            QVERIFY2(opened.has_value(), name);
            const auto whole = opened->readWhole(0);
            for (const ImageBox& box : {ImageBox{0, 0, 1, 1}, {5, 9, 8, 7}, {15, 15, 2, 2}}) {
                const auto part = opened->read(0, box, 0);
                QVERIFY2(part.has_value(), name);
                const auto all = fileframes::valuesOf(*whole);
                const auto some = fileframes::valuesOf(part->pixels);
                for (int y = box.y; y < box.y + box.height; ++y)
                    for (int x = box.x; x < box.x + box.width; ++x)
                        for (int c = 0; c < whole->channels; ++c) {
                            const auto at = [&](int width, int left, int top) {
                                return static_cast<std::size_t>(
                                    ((y - top) * width + x - left) * whole->channels + c);
                            };
                            QCOMPARE(some[at(part->pixels.width, part->covers.x, part->covers.y)],
                                     all[at(whole->width, 0, 0)]);
                        }
            }
        }
    }

    void bandsAreChosen()
    {
        auto usual = OpenedImages::open(fileframes::file("bands13.tif"));
        QVERIFY(usual.has_value());
        QCOMPARE(usual->bands(), 13);
        QCOMPARE(usual->header(0)->channels, 3);
        Request request;
        request.reading.bands = {14, 0, 0};
        auto opened = OpenedImages::open(fileframes::file("bands13.tif"), {}, request);
        const auto none = opened->readWhole(0);
        QVERIFY(!none);
        QVERIFY2(none.error().message.find("13 bands") != std::string::npos,
                 none.error().message.c_str());
        request.reading.bands = {4, 0, 0};
        opened = OpenedImages::open(fileframes::file("bands13.tif"), {}, request);
        const auto red = opened->readWhole(0);
        QCOMPARE(red->channels, 1);
        const auto three = m_expected["bands13.tif"]["frames"][0]["pixels"].get<std::vector<int>>();
        QCOMPARE(fileframes::valuesOf(*red)[5], three[15]);
    }

    /// More than a screen shows, and no colours beside a mask: infrared behind red, green and blue.
    void fourBandsAreMoreThanAScreenShows()
    {
        const auto value = [](int x, int y, int sample) { return 10 * sample + x + y; };
        const auto opened = [](const std::string& file, const Request& request = {}) {
            return OpenedImages::open(pictures::bytesOf(file), "bands", {}, request);
        };
        const std::string infrared = tiff::file(3, 2, 4, tiff::Photometric::Rgb, value);
        const std::string colours = tiff::file(3, 2, 3, tiff::Photometric::Rgb, value);
        const std::string grey = tiff::file(3, 2, 2, tiff::Photometric::Grey, value);
        QCOMPARE(opened(infrared)->bands(), 4);
        QCOMPARE(opened(colours)->bands(), 0);
        QCOMPARE(opened(grey)->bands(), 0);
        for (const char* masked : {"rgba8.tif", "rgba8_multiplied.tif", "inks8.tif"})
            QCOMPARE(OpenedImages::open(fileframes::file(masked))->bands(), 0);
        Request request;
        request.reading.bands = {4, 1, 2};
        auto chosen = opened(infrared, request);
        const auto read = chosen->readWhole(0);
        QVERIFY(read.has_value());
        QCOMPARE(fileframes::valuesOf(*read), (std::vector<int>{30, 0, 10, 31, 1, 11, 32, 2, 12, 31,
                                                                1, 11, 32, 2, 12, 33, 3, 13}));
    }

    void oddOnesAreNamed()
    {
        const auto animated = readImage({fileframes::file("animated.webp")});
        QVERIFY(!animated);
        QCOMPARE(animated.error().kind, ErrorKind::Unknown);
        QVERIFY2(animated.error().message.find("animation of 3 frames") != std::string::npos,
                 animated.error().message.c_str());
    }

    /// What is cut off is damaged, or every pixel is there all the same.
    void everyTruncationIsFound()
    {
        for (const char* name :
             {"grey8.tif", "rgb8_tiles.tif", "jpeg.tif", "zstd.tif", "float32.tif", "lossy.webp",
              "lossless.webp", "rgb.bmp", "palette.bmp", "runs8.bmp", "bits1.bmp"}) {
            const Request request = fileframes::requestFor(m_expected[name]);
            const std::string whole = pictures::read(fileframes::file(name));
            const auto pixels = OpenedImages::open(pictures::bytesOf(whole), name, {}, request)
                                    ->readWhole(0)
                                    ->pixels;
            const std::size_t step = 1 + whole.size() / 150;
            for (std::size_t length = 4; length < whole.size(); length += step) {
                auto opened =
                    OpenedImages::open(pictures::bytesOf(whole).first(length), name, {}, request);
                const auto image = opened ? opened->readWhole(0) : fail(opened.error());
                if (image) {
                    QVERIFY2(image->pixels == pixels, name);
                    continue;
                }
                QVERIFY(!image.error().message.empty());
                QVERIFY2(image.error().kind == ErrorKind::Damaged || length < 32,
                         describe(image.error()).c_str());
            }
        }
    }

    /// Thousands of spoiled files: none ends the program, and all together take two seconds.
    void spoiledFilesNeverCrash()
    {
        std::mt19937 random(21);
        rusage before{}, after{};
        getrusage(RUSAGE_SELF, &before);
        int tried = 0, read = 0;
        QElapsedTimer clock;
        clock.start();
        std::vector<std::string> files;
        for (const auto& [name, unused] : m_expected.items())
            files.push_back(pictures::read(fileframes::file(name)));
        files.push_back(pictures::read(fileframes::file("animated.webp")));
        while (tried < 4000) {
            QElapsedTimer one;
            one.start();
            read += fileframes::readAll(
                fileframes::spoiled(files[static_cast<std::size_t>(tried) % files.size()], random));
            QVERIFY2(one.elapsed() < 1000, qPrintable(QString::number(tried)));
            ++tried;
        }
        getrusage(RUSAGE_SELF, &after);
        qInfo("%d tried, %d frames read, %lld ms", tried, read, clock.elapsed());
        QVERIFY(read > 0 && read < tried * 4);
        QVERIFY(after.ru_maxrss - before.ru_maxrss < 512 << 10); // KiB; a hit may ask for 96 MiB
    }

    /// Files that ask for far more than they hold are refused at once.
    void bombsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("word");
        const auto tiff = [](const std::string& rest) {
            return QByteArray::fromStdString("II*" + std::string(1, '\0') + le(16, 4) +
                                             std::string(8, '\7') + rest);
        };
        QTest::newRow("pixels") << tiff(directory(greyPage(32000, 32000, 8), 0)) << "ends early";
        auto packed = greyPage(32000, 32000, 8);
        packed[3].value = 8;
        QTest::newRow("packed") << tiff(directory(packed, 0)) << "grow";
        QTest::newRow("expansion")
            << tiff(directory(greyPage(9000, 9000, 8), 0) + std::string(16, '\0')) << "";
        auto tile = greyPage(10, 10, 8);
        tile[7] = {322, 4, 1, 60000};
        tile.push_back({323, 4, 1, 60000});
        tile.push_back({324, 4, 1, 8});
        tile.push_back({325, 4, 1, 8});
        tile.erase(tile.begin() + 5);
        std::sort(tile.begin(), tile.end(),
                  [](const Tag& a, const Tag& b) { return a.tag < b.tag; });
        QTest::newRow("tile") << tiff(directory(tile, 0)) << "grow";
        // Four hundred pages of the same nine million pixels.
        std::string pages;
        for (std::uint64_t i = 0; i < 400; ++i) {
            auto page = greyPage(3000, 3000, 8);
            page[3].value = 8;
            pages += directory(page, i == 399 ? 0 : 16 + (i + 1) * 114);
        }
        QTest::newRow("pages") << tiff(pages) << "grow";
        QTest::newRow("circle") << tiff(directory(greyPage(2, 2, 4), 16)) << "circle";
        QTest::newRow("bmp") << QByteArray::fromStdString("BM" + le(54, 4) + le(0, 4) + le(54, 4) +
                                                          le(40, 4) + le(30000, 4) + le(30000, 4) +
                                                          le(1, 2) + le(1, 2) + le(0, 24) +
                                                          std::string(64, '\0'))
                             << "limit";
    }
    void bombsAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, word);
        const std::string bytes = content.toStdString();
        rusage before{}, after{};
        getrusage(RUSAGE_SELF, &before);
        QElapsedTimer clock;
        clock.start();
        const auto image = decodeImage(pictures::bytesOf(bytes), "bomb");
        QVERIFY(clock.elapsed() < 200);
        getrusage(RUSAGE_SELF, &after);
        QVERIFY(!image);
        QVERIFY2(QString::fromStdString(image.error().message).contains(word),
                 image.error().message.c_str());
        QVERIFY(image.error().kind == ErrorKind::Limit || image.error().kind == ErrorKind::Damaged);
        QVERIFY(after.ru_maxrss - before.ru_maxrss < 160 << 10); // KiB
    }

private:
    const Json m_expected = fileframes::expectations("expected_pictures.json");
};

QTEST_APPLESS_MAIN(TestMoreFormats)
#include "tst_more_formats.moc"
