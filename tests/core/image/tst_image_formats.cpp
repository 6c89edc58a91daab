#include "tests/support/pictures.h"

#include "core/image/orientation.h"
#include "core/image/read_image.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace rekindle;
using namespace rekindle::image;

/// Decoders against pixels that Pillow and known arrays give, and against damage of every kind.
class TestImageFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEveryKind_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& [name, unused] : m_expected.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void decodesEveryKind()
    {
        QFETCH(QString, file);
        const Json expected = m_expected[file.toStdString()];
        ImageHeader header;
        const std::string bytes = pictures::read(pictures::data(file.toStdString()));
        const auto image = decodeImage(pictures::bytesOf(bytes), file.toStdString(), {}, &header);
        if (!image)
            QFAIL(describe(image.error()).c_str());
        QCOMPARE(image->width, expected["width"].get<int>());
        QCOMPARE(image->height, expected["height"].get<int>());
        QCOMPARE(image->channels, expected["channels"].get<int>());
        QCOMPARE(image->bits, expected["bits"].get<int>());
        QCOMPARE(header.width, image->width);
        QCOMPARE(header.height, image->height);
        const auto tolerance = expected["tolerance"].get<int>();
        const auto wanted = expected["pixels"].get<std::vector<int>>();
        std::visit(
            [&](const auto& pixels) {
                QCOMPARE(pixels.size(), wanted.size());
                for (std::size_t i = 0; i < wanted.size(); ++i)
                    QVERIFY2(std::abs(int{pixels[i]} - wanted[i]) <= tolerance,
                             qPrintable(QString("value %1: %2, not %3")
                                            .arg(i)
                                            .arg(int{pixels[i]})
                                            .arg(wanted[i])));
            },
            image->pixels);
    }

    void sixteenBitsStaySixteen()
    {
        const auto image = readImage({pictures::data("grey16.png")});
        QVERIFY(image.has_value());
        QVERIFY(std::holds_alternative<std::vector<std::uint16_t>>(image->pixels));
    }

    void everyTruncationIsDamaged_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"rgb8.png", "grey16.png", "palette4.png", "interlaced_rgb8.png",
                                 "colour.jpg", "progressive.jpg", "grey.jpg", "turned6.jpg"})
            QTest::newRow(file) << QString(file);
    }

    void everyTruncationIsDamaged()
    {
        QFETCH(QString, file);
        const std::string whole = pictures::read(pictures::data(file.toStdString()));
        QVERIFY(decodeImage(pictures::bytesOf(whole), "whole"));
        const auto good = decodeImage(pictures::bytesOf(whole), "whole");
        for (std::size_t length = 3; length < whole.size(); ++length) {
            const auto image = decodeImage(pictures::bytesOf(whole).first(length), "part");
            // The end mark of a JPEG alone holds no pixels.
            if (image && length + 2 >= whole.size() && file.endsWith(".jpg")) {
                QVERIFY(!image->remark.empty() && image->pixels == good->pixels);
                continue;
            }
            QVERIFY2(!image,
                     qPrintable(QString("accepted at %1 of %2").arg(length).arg(whole.size())));
            QVERIFY(image.error().kind == ErrorKind::Damaged ||
                    (length < 8 && image.error().kind == ErrorKind::Unknown));
            QVERIFY(!image.error().message.empty());
        }
    }

    void flippedBitsOfPngAreFound()
    {
        std::mt19937 random(7);
        const std::string whole = pictures::read(pictures::data("rgb8.png"));
        for (int i = 0; i < 600; ++i) {
            std::string copy = whole;
            // Past the signature every byte lies under a length, a type or a CRC.
            const std::size_t at = 8 + random() % (copy.size() - 8);
            copy[at] = static_cast<char>(copy[at] ^ (1 << (random() % 8)));
            QVERIFY(!decodeImage(pictures::bytesOf(copy), "flipped"));
        }
    }

    void flippedBytesNeverCrash()
    {
        std::mt19937 random(11);
        for (const char* file : {"colour.jpg", "progressive.jpg", "grey.jpg", "turned6.jpg",
                                 "inks.jpg", "rgba16.png", "palette_alpha.png"}) {
            const std::string whole = pictures::read(pictures::data(file));
            for (int i = 0; i < 300; ++i) {
                std::string copy = whole;
                for (std::uint32_t n = 1 + random() % 8; n > 0; --n)
                    copy[random() % copy.size()] = static_cast<char>(random());
                const auto image = decodeImage(pictures::bytesOf(copy), "hit");
                QVERIFY(image || !image.error().message.empty());
            }
        }
    }

    void pngPartsUnderValidChecksumsNeverCrash()
    {
        // Damage that a CRC cannot show, because the writer signed it: libpng has to cope.
        std::mt19937 random(13);
        const std::string raw(9 * (13 * 3 + 1), '\0');
        for (int i = 0; i < 300; ++i) {
            std::string packed = pictures::deflated(raw);
            packed[random() % packed.size()] = static_cast<char>(random());
            const std::string file = pictures::pngHeader(13, 9, 8, 2) +
                                     pictures::chunk("IDAT", packed) + pictures::chunk("IEND", "");
            const auto image = decodeImage(pictures::bytesOf(file), "signed");
            QVERIFY(image || image.error().kind == ErrorKind::Damaged);
        }
        const std::string tooFew = pictures::pngHeader(13, 9, 8, 2) +
                                   pictures::chunk("IDAT", pictures::deflated(raw.substr(0, 200))) +
                                   pictures::chunk("IEND", "");
        QVERIFY(!decodeImage(pictures::bytesOf(tooFew), "few rows"));
    }

    void bombsAreRefusedByTheirHeader()
    {
        const std::string tail =
            pictures::chunk("IDAT", pictures::deflated(std::string(4096, '\0'))) +
            pictures::chunk("IEND", "");
        for (const auto& [width, height, depth] : {std::tuple{20000u, 20000u, 1},
                                                   {30000u, 30000u, 16},
                                                   {9900u, 10000u, 16},
                                                   {0x7fffffffu, 0x7fffffffu, 8},
                                                   {40000u, 10u, 8},
                                                   {10000u, 20u, 8}}) {
            const std::string file = pictures::pngHeader(width, height, depth, 0) + tail;
            rusage before{}, after{};
            getrusage(RUSAGE_SELF, &before);
            const auto image = decodeImage(pictures::bytesOf(file), "bomb");
            getrusage(RUSAGE_SELF, &after);
            QVERIFY(!image);
            QCOMPARE(image.error().kind, ErrorKind::Limit);
            QVERIFY(after.ru_maxrss - before.ru_maxrss < 4096); // KiB
        }
    }

    void jpegBombIsRefusedByItsHeader()
    {
        std::string file = pictures::read(pictures::data("colour444.jpg"));
        const auto frame = file.find("\xff\xc0");
        QVERIFY(frame != std::string::npos);
        for (std::size_t i = 5; i < 9; ++i)
            file[frame + i] = '\x7f';
        const auto image = decodeImage(pictures::bytesOf(file), "bomb");
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Limit);
    }

    void otherContentIsNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        const int unknown = static_cast<int>(ErrorKind::Unknown);
        QTest::newRow("text") << QByteArray("patient,age\n1,54\n") << unknown << "text";
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html>") << unknown << "web page";
        const int damaged = static_cast<int>(ErrorKind::Damaged);
        QTest::newRow("tiff") << QByteArray("II*\0\x08\0\0\0", 8) << damaged << "TIFF";
        QTest::newRow("dicom") << QByteArray(128, '\0') + "DICM" << unknown << "DICOM";
        QTest::newRow("gif") << QByteArray("GIF89a") << unknown << "GIF";
        QTest::newRow("zip") << QByteArray("PK\3\4xxxx") << unknown << "zip";
        QTest::newRow("noise") << QByteArray("\1\2\3\4\5\6\7", 7) << unknown << "not a picture";
        QTest::newRow("empty") << QByteArray() << static_cast<int>(ErrorKind::Damaged) << "empty";
    }

    void otherContentIsNamed()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        QFETCH(QString, word);
        const auto image = decodeImage(pictures::bytesOf(content.toStdString()), "photo.jpg");
        QVERIFY(!image);
        QCOMPARE(static_cast<int>(image.error().kind), kind);
        QVERIFY2(QString::fromStdString(image.error().message).contains(word),
                 image.error().message.c_str());
        QCOMPARE(image.error().subject, std::string("photo.jpg"));
    }

    void inksAreRefusedInWords()
    {
        const auto image = readImage({pictures::data("inks.jpg")});
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Unknown);
        QVERIFY(image.error().message.find("CMYK") != std::string::npos);
    }

    void kindIsDecidedByContent()
    {
        QTemporaryDir folder;
        const pictures::fs::path path = folder.path().toStdString();
        pictures::write(path / "a.png", pictures::read(pictures::data("colour.jpg")));
        QVERIFY(readImage({path / "a.png"}));
    }

    void filesThatAreNoFiles()
    {
        QTemporaryDir folder;
        const pictures::fs::path path = folder.path().toStdString();
        QCOMPARE(readImage({path / "gone.png"}).error().kind, ErrorKind::NotFound);
        QCOMPARE(readImage({path}).error().kind, ErrorKind::Unknown);
        QCOMPARE(mkfifo((path / "pipe.png").c_str(), 0600), 0);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(readImage({path / "pipe.png"}).error().kind, ErrorKind::Unknown);
        QVERIFY(clock.elapsed() < 1000);
    }

    /// A PNG says in an eXIf chunk how its camera was held, before or behind its pixels; at 8 and
    /// 16 bits, the number short or long.
    void pngsAreTurnedUpright_data()
    {
        QTest::addColumn<bool>("deep");
        QTest::addColumn<bool>("behind");
        QTest::addColumn<bool>("isLong");
        for (const bool deep : {false, true})
            for (const bool behind : {false, true})
                for (const bool isLong : {false, true})
                    QTest::addRow("%d %d %d", deep, behind, isLong) << deep << behind << isLong;
    }
    void pngsAreTurnedUpright()
    {
        QFETCH(bool, deep);
        QFETCH(bool, behind);
        QFETCH(bool, isLong);
        const std::string value = isLong ? std::string("\0\x04\0\0\0\x01\0\0\0\x06", 10)
                                         : std::string("\0\x03\0\0\0\x01\0\x06\0\0", 10);
        const std::string exif =
            pictures::chunk("eXIf", std::string("MM\0*\0\0\0\x08\0\x01\x01\x12", 12) + value);
        // Three pixels in a row: 10, 20, 30. Orientation 6: the first is on top.
        std::string raw(1, '\0');
        for (const char level : {char{10}, char{20}, char{30}})
            raw += deep ? std::string{level, 7} : std::string{level};
        const std::string pixels = pictures::chunk("IDAT", pictures::deflated(raw));
        const std::string file = pictures::pngHeader(3, 1, deep ? 16 : 8, 0) +
                                 (behind ? pixels + exif : exif + pixels) +
                                 pictures::chunk("IEND", "");
        ImageHeader header;
        const auto image = decodeImage(pictures::bytesOf(file), "turned.png", {}, &header);
        if (!image)
            QFAIL(describe(image.error()).c_str());
        QCOMPARE(header.width, 1);
        QCOMPARE(header.height, 3);
        QCOMPARE(image->width, 1);
        QCOMPARE(image->height, 3);
        std::vector<int> levels;
        std::visit(
            [&](const auto& samples) {
                for (const auto sample : samples)
                    levels.push_back(deep ? sample >> 8 : sample);
            },
            image->pixels);
        QCOMPARE(levels, (std::vector<int>{10, 20, 30}));
    }

    /// Nine thousand pixels of nothing on a side are an ordinary mask.
    void anEmptyMaskIsAPicture()
    {
        std::string raw;
        for (int y = 0; y < 9000; ++y)
            raw += std::string(1 + 9000 / 8, '\0');
        const std::string file = pictures::pngHeader(9000, 9000, 1, 0) +
                                 pictures::chunk("IDAT", pictures::deflated(raw)) +
                                 pictures::chunk("IEND", "");
        const auto image = decodeImage(pictures::bytesOf(file), "mask.png");
        if (!image)
            QFAIL(describe(image.error()).c_str());
        QCOMPARE(image->bits, 1);
    }

    /// A picture of one pixel in front of a compressed gigabyte: libpng would unpack all of it.
    void dataBehindThePixels_data()
    {
        QTest::addColumn<bool>("interlaced");
        QTest::newRow("plain") << false;
        QTest::newRow("interlaced") << true;
    }
    void dataBehindThePixels()
    {
        QFETCH(bool, interlaced);
        const auto picture = [&](std::size_t behind) {
            const std::string head = pictures::be32(1) + pictures::be32(1) +
                                     std::string{8, 0, 0, 0, static_cast<char>(interlaced)};
            return "\x89PNG\r\n\x1a\n" + pictures::chunk("IHDR", head) +
                   pictures::chunk("IDAT", pictures::deflated(std::string(2 + behind, '\0'))) +
                   pictures::chunk("IEND", "");
        };
        const std::string good = picture(0);
        QVERIFY(decodeImage(pictures::bytesOf(good), "good.png"));
        const std::string bad = picture(std::size_t{100} << 20);
        const auto image = decodeImage(pictures::bytesOf(bad), "bad.png");
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Damaged);
        QVERIFY(image.error().message.find("more data") != std::string::npos);
    }

    /// Each of a progressive picture's scans visits all of it, however little the file holds.
    void scansThatHoldNothing()
    {
        std::string file = pictures::read(pictures::data("progressive.jpg"));
        const auto frame = file.find("\xff\xc2");
        QVERIFY(frame != std::string::npos);
        file.replace(frame + 5, 4, std::string("\x26\xac\x26\xac", 4)); // 9,900 pixels each
        const auto image = decodeImage(pictures::bytesOf(file), "scans.jpg", {.expansion = 1e9});
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Limit);
        QVERIFY(image.error().message.find("passes") != std::string::npos);
    }

    /// A file with room for gigabytes around a small picture is not read to find that out.
    void aFileFarLargerThanItsPicture()
    {
        QTemporaryDir folder;
        const pictures::fs::path path = folder.path().toStdString();
        for (const char* name : {"rgb8.png", "colour.jpg"}) {
            pictures::write(path / name, pictures::read(pictures::data(name)));
            pictures::fs::resize_file(path / name, std::uintmax_t{1} << 30);
            const auto image = readImage({path / name});
            QVERIFY(!image);
            QCOMPARE(image.error().kind, ErrorKind::Limit);
        }
    }

    void exifIsReadWithinItsBounds()
    {
        const auto of = [](const std::string& block) {
            return exifOrientation(pictures::bytesOf(block));
        };
        const std::string head("Exif\0\0", 6);
        const std::string little =
            head + std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", 22);
        QCOMPARE(of(little), std::optional<int>(6));
        const std::string big =
            head + std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0", 22);
        QCOMPARE(of(big), std::optional<int>(8));
        for (std::size_t length = 0; length < little.size(); ++length) {
            const auto value = of(little.substr(0, length));
            QVERIFY(!value || length >= little.size() - 2);
        }
        std::string far = little;
        far[6 + 4] = '\xff';
        far[6 + 7] = '\xff';
        QVERIFY(!of(far));
    }

private:
    const Json m_expected = pictures::json("expected_pixels.json");
};

QTEST_APPLESS_MAIN(TestImageFormats)
#include "tst_image_formats.moc"
