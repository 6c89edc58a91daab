#include "core/image/decode_request.h"
#include "core/image/dicom_elements.h"
#include "core/image/dicom_file.h"
#include "core/job/helper_program.h"
#include "tests/core/image/file_frames.h"
#include "tests/support/result_macros.h"
#include "tests/support/sanitized.h"

#include <QElapsedTimer>
#include <cstring>
#include <sys/resource.h>

using namespace rekindle;
using namespace rekindle::image;

/// DICOM files as scanners, archives and CDs have them, against what pydicom makes of them.
class TestDicom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPydicomReads_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& [name, unused] : m_expected.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void readsWhatPydicomReads()
    {
        QFETCH(QString, file);
        const QString differs =
            fileframes::differs(file.toStdString(), m_expected[file.toStdString()]);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }

    /// The files of one patient stay together, and nothing tells who that is.
    void patientsAreKeptTogether()
    {
        const auto group = [](const char* name) {
            auto opened = OpenedImages::open(fileframes::file(name));
            return opened ? opened->group() : std::string();
        };
        const std::string first = group("patient_a1.dcm");
        QVERIFY(!first.empty());
        QCOMPARE(group("patient_a2.dcm"), first);
        QVERIFY(group("patient_b.dcm") != first);
        QVERIFY(first.find("A-1") == std::string::npos);
        QCOMPARE(first.size(), std::string("patient-").size() + 12);
    }

    void filesWithoutAPictureSaySo()
    {
        const auto report = readImage({fileframes::file("report.dcm")});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Unknown);
        QVERIFY2(report.error().message.find("holds no picture") != std::string::npos,
                 report.error().message.c_str());
    }

    /// Without a window of its own a CT is shown as soft tissue, another by the set's values.
    void whatIsUsual()
    {
        std::string ct = pictures::read(fileframes::file("ct.dcm"));
        const auto window = ct.find(std::string("\x28\0\x50\x10", 4));
        QVERIFY(window != std::string::npos);
        ct[window + 2] = '\x5f'; // no longer a window's centre
        const auto image = decodeImage(pictures::bytesOf(ct), "ct");
        const auto& seen = m_expected["ct.dcm"]["frames"][0]["pixels"];
        QVERIFY(image.has_value());
        for (std::size_t i = 0; i < seen.size(); ++i)
            // Half a value beside the file's own window of 40 and 400.
            QVERIFY(std::abs(fileframes::valuesOf(*image)[i] - seen[i].get<int>()) < 250);
        RK_UNWRAP(const auto bare, readImage({fileframes::file("bare.dcm")}));
        const auto values = fileframes::valuesOf(bare);
        QCOMPARE(*std::min_element(values.begin(), values.end()), 0);
        QCOMPARE(*std::max_element(values.begin(), values.end()), 65535);
    }

    void everyTruncationIsFound()
    {
        for (const char* name : {"ct.dcm", "implicit.dcm", "big_endian.dcm", "bare_implicit",
                                 "movie_packed.dcm", "deflated.dcm"}) {
            const std::string whole = pictures::read(fileframes::file(name));
            for (std::size_t length = 140; length + 1 < whole.size(); length += 7) {
                auto opened = OpenedImages::open(pictures::bytesOf(whole).first(length), name);
                if (!opened) {
                    QVERIFY(!opened.error().message.empty());
                    continue;
                }
                const auto last = opened->readWhole(opened->count() - 1);
                QVERIFY2(!last, qPrintable(QString("%1 at %2").arg(name).arg(length)));
            }
        }
    }

    /// Our own walk alone, so that thousands are tried; the decoder's own test follows.
    void spoiledFilesNeverCrash()
    {
        std::mt19937 random(23);
        std::vector<std::string> files;
        for (const auto& [name, unused] : m_expected.items())
            files.push_back(pictures::read(fileframes::file(name)));
        QElapsedTimer clock;
        clock.start();
        int read = 0;
        for (std::size_t i = 0; i < 4000; ++i) {
            const std::string bytes = fileframes::spoiled(files[i % files.size()], random);
            const auto file = readDicom(pictures::bytesOf(bytes));
            // What is compressed goes to another process, see below.
            if (file && file->fragments.empty())
                read += fileframes::readAll(bytes);
        }
        qInfo("%d frames read, %lld ms", read, clock.elapsed());
        QVERIFY(read > 0);
        QVERIFY(clock.elapsed() < 5000);
    }

    /// A decoder that crashes, hangs or grows takes nobody along, and the next frame is read.
    void spoiledFramesEndTheDecoderAlone()
    {
        std::mt19937 random(29);
        int read = 0, refused = 0;
        QElapsedTimer clock;
        clock.start();
        for (const char* name : {"rle.dcm", "lossless.dcm", "jpegls.dcm", "jpeg2000.dcm",
                                 "jpeg.dcm", "jpeg2000_rgb.dcm", "movie_pieces.dcm"}) {
            const std::string whole = pictures::read(fileframes::file(name));
            for (int i = 0; i < 25; ++i) {
                std::string bytes = whole;
                // The last two thirds are pixels.
                for (int n = 0; n < 4; ++n) {
                    const std::size_t at = bytes.size() / 3 + random() % (bytes.size() * 2 / 3);
                    bytes[at] = static_cast<char>(random());
                }
                QElapsedTimer one;
                one.start();
                const auto image = decodeImage(pictures::bytesOf(bytes), name);
                QVERIFY(one.elapsed() < 6000);
                ++(image ? read : refused);
            }
            QVERIFY2(readImage({fileframes::file(name)}).has_value(), name);
        }
        qInfo("%d read, %d refused, %lld ms", read, refused, clock.elapsed());
        QVERIFY(refused > 0);
    }

    /// The decoder ends itself when a frame takes more computing or memory than it may.
    void theDecoderHasLimits()
    {
        const std::string packed = pictures::read(fileframes::file("slow.j2k"));
        DecodeRequest request;
        std::strcpy(request.syntax, "1.2.840.10008.1.2.4.90");
        std::strcpy(request.photometric, "MONOCHROME2");
        request.width = 2560;
        request.height = 2048;
        request.milliseconds = 60000;
        request.megabytes = 1000;
        const auto ask = [&](const DecodeRequest& wanted) {
            auto program = job::HelperProgram::start(REKINDLE_BIN_DIR "/rekindle-decoder");
            std::string question(reinterpret_cast<const char*>(&wanted), sizeof wanted);
            question += packed;
            return program->ask(pictures::bytesOf(question), std::uint64_t{1} << 30,
                                std::chrono::minutes(1));
        };
        RK_UNWRAP(const auto pixels, ask(request));
        QCOMPARE(pixels.size(), sizeof(DecodeAnswer) + 2560 * 2048);
        DecodeRequest hurried = request;
        hurried.milliseconds = 5;
        RK_VERIFY_FAILS(ErrorKind::WorkerDied, ask(hurried));
        if (test::kSanitized)
            return; // it needs more addresses than any limit leaves
        DecodeRequest poor = request;
        poor.megabytes = 20;
        const auto answer = ask(poor);
        QVERIFY(!answer || answer->size() == sizeof(DecodeAnswer));
    }

    /// Files that ask for far more than they hold are refused at once.
    void bombsAreRefused()
    {
        // 30,000 pixels on a side; two thousand million frames; nesting without end.
        std::string huge = pictures::read(fileframes::file("jpeg.dcm"));
        for (const char* tag : {"\x28\0\x10\0US\2\0", "\x28\0\x11\0US\2\0"}) {
            const auto at = huge.find(std::string(tag, 8));
            QVERIFY(at != std::string::npos);
            huge[at + 8] = '\x30';
            huge[at + 9] = '\x75';
        }
        std::string deep = pictures::read(fileframes::file("ct.dcm"));
        const auto pixels = deep.find(std::string("\xe0\x7f\x10\0OW", 6));
        QVERIFY(pixels != std::string::npos);
        const std::string_view sequenceAndItem(
            "\x40\0\x60\xa7SQ\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\xff\xff\xff\xff", 20);
        std::string nest;
        for (int i = 0; i < 5000; ++i)
            nest += sequenceAndItem;
        deep.insert(pixels, nest);
        for (const std::string& bytes : {huge, deep}) {
            rusage before{}, after{};
            getrusage(RUSAGE_SELF, &before);
            QElapsedTimer clock;
            clock.start();
            const auto image = decodeImage(pictures::bytesOf(bytes), "bomb");
            QVERIFY(clock.elapsed() < 200);
            getrusage(RUSAGE_SELF, &after);
            QVERIFY(!image);
            QCOMPARE(image.error().kind, ErrorKind::Limit);
            QVERIFY(after.ru_maxrss - before.ru_maxrss < 64 << 10); // KiB
        }
    }

private:
    const Json m_expected = fileframes::expectations("expected_dicom.json");
};

QTEST_APPLESS_MAIN(TestDicom)
#include "tst_dicom.moc"
