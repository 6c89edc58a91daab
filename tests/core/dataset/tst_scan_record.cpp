#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/scan_record.h"
#include "core/image/image_format.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <atomic>
#include <cstring>
#include <thread>

using namespace rekindle;
using namespace rekindle::dataset;
namespace fs = std::filesystem;

namespace {

std::atomic<int> g_opened{0};
constexpr std::string_view kMagic = "COUNTED!";

/// One small picture, whose levels are those of the file's ninth byte on.
class CountedReader : public image::ImageReader
{
public:
    explicit CountedReader(image::ImageBytes& bytes) : m_bytes(bytes) {}
    [[nodiscard]] int count() const override { return 1; }
    Result<image::ImageHeader> header(int /*frame*/) override
    {
        return image::ImageHeader{8, 8, 1, 16};
    }
    Result<image::ImagePart> read(int /*frame*/, const image::ImageBox& /*box*/,
                                  int /*leastSide*/) override
    {
        RK_TRY(const auto bytes, m_bytes.read(0, m_bytes.size()));
        std::vector<std::uint16_t> levels(64);
        for (std::size_t i = 0; i < levels.size(); ++i)
            levels[i] = static_cast<std::uint16_t>(
                16 * std::to_integer<unsigned>(bytes[kMagic.size() + i % 4]));
        return image::wholePart({8, 8, 1, 16, std::move(levels)});
    }

private:
    image::ImageBytes& m_bytes;
};

bool isCounted(std::span<const std::byte> start)
{
    return start.size() >= kMagic.size() &&
           std::memcmp(start.data(), kMagic.data(), kMagic.size()) == 0;
}

Result<std::unique_ptr<image::ImageReader>> openCounted(image::ImageBytes& bytes,
                                                        const image::Request& /*request*/)
{
    ++g_opened;
    return std::make_unique<CountedReader>(bytes);
}

std::string counted(const std::string& levels)
{
    return std::string(kMagic) + levels;
}

/// What is written just now is never taken as known.
void waitUntilSettled()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(2200));
}

} // namespace

/// A second scan reads what has changed, and says what the first would say.
class TestScanRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        image::imageFormats().push_front({"COUNTED", "frame", {".cnt"}, isCounted, openCounted});
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const fs::path root = m_folder->path().toStdString();
        m_images = root / "images";
        m_options.records = root / "records";
        m_options.threads = 2;
        for (int i = 0; i < 5; ++i)
            pictures::write(m_images / ("c" + std::to_string(i % 2)) / (std::to_string(i) + ".cnt"),
                            counted({static_cast<char>('a' + i), 'b', 'c', 'd'}));
        pictures::write(m_images / "c0" / "broken.png", "\x89PNG\r\n\x1a\nno more");
    }

    void onlyWhatChangedIsRead()
    {
        waitUntilSettled();
        g_opened = 0;
        const auto first = scan();
        QCOMPARE(g_opened.load(), 5);
        QVERIFY(first.find("\"used_bits\":11") != std::string::npos);
        QCOMPARE(scan(), first);
        QCOMPARE(g_opened.load(), 5);
        // The largest value of all goes with its file.
        pictures::write(m_images / "c1" / "1.cnt", counted("\x01\x02\x03\x04"));
        fs::remove(m_images / "c0" / "4.cnt");
        pictures::write(m_images / "c0" / "new.cnt", counted("\x01\x02\x03\x05"));
        const auto second = scan();
        QCOMPARE(g_opened.load(), 7);
        m_options.records.clear();
        QCOMPARE(second, scan());
    }

    void whatWasWrittenJustNowIsReadAgain()
    {
        g_opened = 0;
        const auto first = scan();
        QCOMPARE(scan(), first);
        QCOMPARE(g_opened.load(), 10);
    }

    void aDamagedRecordIsNoRecord()
    {
        waitUntilSettled();
        const auto first = scan();
        for (const auto& entry : fs::directory_iterator(m_options.records))
            pictures::write(entry.path(), pictures::read(entry.path()).substr(0, 100));
        g_opened = 0;
        QCOMPARE(scan(), first);
        QCOMPARE(g_opened.load(), 5);
        // It has been written anew; another reading has one of its own.
        QCOMPARE(scan(), first);
        QCOMPARE(g_opened.load(), 5);
        m_options.reading.mapping = image::Mapping::Full;
        static_cast<void>(scan());
        QCOMPARE(g_opened.load(), 10);
        m_options.reading = {};
    }

    /// Values of a scanner are shown by what the whole set holds: one file more changes all.
    void aSetThatWasTalliedCountsAsAWhole()
    {
        m_options.reading.mapping = image::Mapping::Percentiles;
        waitUntilSettled();
        const auto first = scan();
        QVERIFY(first.find("\"set_range\":[") != std::string::npos);
        g_opened = 0;
        QCOMPARE(scan(), first);
        QCOMPARE(g_opened.load(), 0);
        pictures::write(m_images / "c0" / "bright.cnt", counted("\xff\xff\xff\xff"));
        const auto second = scan();
        QCOMPARE(g_opened.load(), 6);
        m_options.records.clear();
        QCOMPARE(second, scan());
        m_options.reading = {};
    }

private:
    std::string scan()
    {
        const auto manifest = scanFolder(m_images, m_options, {});
        return manifest ? dumpJsonLine(toJson(*manifest)) : describe(manifest.error());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_images;
    ScanOptions m_options;
};

QTEST_APPLESS_MAIN(TestScanRecord)
#include "tst_scan_record.moc"
