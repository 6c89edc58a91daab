#include "core/dataset/folder_scan.h"
#include "core/dataset/set_values.h"
#include "core/dataset/split.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <cmath>

using namespace rekindle;
using namespace rekindle::dataset;

namespace {

/// A grey picture of 16 bits, 64 by 64, that rises evenly from 0 to `largest`.
std::string ramp(std::uint16_t largest)
{
    constexpr int kSide = 64;
    std::string raw;
    for (int y = 0; y < kSide; ++y) {
        raw += '\0';
        for (int x = 0; x < kSide; ++x) {
            const int value = largest * (y * kSide + x) / (kSide * kSide - 1);
            raw += static_cast<char>(value >> 8);
            raw += static_cast<char>(value & 255);
        }
    }
    return pictures::pngHeader(kSide, kSide, 16, 0) +
           pictures::chunk("IDAT", pictures::deflated(raw)) + pictures::chunk("IEND", "");
}

std::string warned(const Manifest& manifest)
{
    const Warnings warnings = imageWarnings(manifest);
    for (const Warning& warning : warnings.items()) {
        if (warning.kind == "mixed_depths")
            return warning.sentence;
    }
    return {};
}

} // namespace

/// The values of a set: which there are, how often, and whether one white can serve them all.
class TestSetValues : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;

    Manifest scanned(image::Mapping mapping = image::Mapping::Usual)
    {
        ScanOptions options;
        options.reading.mapping = mapping;
        options.reading.window = {0, 1000};
        auto manifest = scanFolder(m_path, options, {});
        if (!manifest)
            qFatal("%s", manifest.error().message.c_str());
        return *manifest;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
    }

    void picturesOfTwelveBitsAmongThoseOfSixteenAreTold()
    {
        for (int i = 0; i < 3; ++i)
            pictures::write(m_path / ("full" + std::to_string(i) + ".png"), ramp(65535));
        pictures::write(m_path / "dark0.png", ramp(4095));
        pictures::write(m_path / "dark1.png", ramp(4000));
        const std::string said = warned(scanned());
        QVERIFY2(said.find("2 of 5 files") != std::string::npos, said.c_str());
        QVERIFY2(said.find("above 4,095") != std::string::npos, said.c_str());
        QVERIFY2(said.find("up to 65,535") != std::string::npos, said.c_str());
        QVERIFY(!warned(scanned(image::Mapping::Full)).empty());
        // A window for all says itself what is black.
        QCOMPARE(warned(scanned(image::Mapping::Window)), std::string());
    }

    void oneDepthAndDarkPicturesAreNot()
    {
        // A set of 12 bits has 4,095 as white; 14 bits among 16 are seen well enough.
        pictures::write(m_path / "a.png", ramp(4095));
        pictures::write(m_path / "b.png", ramp(1500));
        QCOMPARE(warned(scanned()), std::string());
        pictures::write(m_path / "a.png", ramp(65535));
        pictures::write(m_path / "b.png", ramp(16383));
        QCOMPARE(warned(scanned()), std::string());
        // Next to nothing in a picture is no depth.
        pictures::write(m_path / "b.png", ramp(40));
        QCOMPARE(warned(scanned()), std::string());
        // Nor is one in a hundred and more.
        for (int i = 0; i < 120; ++i)
            pictures::write(m_path / ("full" + std::to_string(i) + ".png"), ramp(65535));
        pictures::write(m_path / "b.png", ramp(4095));
        QCOMPARE(warned(scanned()), std::string());
    }

    void onlyMoreThanLevelsHaveAMapping()
    {
        pictures::write(m_path / "a.png", pictures::colourPng(1));
        QVERIFY(!hasMeasuredValues(scanned()));
        pictures::write(m_path / "b.png", ramp(4095));
        QVERIFY(hasMeasuredValues(scanned()));
    }

    /// A ramp has as many values in each step; whatever window the set is read by.
    void valuesAreCountedAsTheyWereMeasured()
    {
        pictures::write(m_path / "a.png", ramp(4095));
        pictures::write(m_path / "b.png", ramp(4095));
        for (const auto mapping : {image::Mapping::Usual, image::Mapping::Window}) {
            const Manifest manifest = scanned(mapping);
            image::ValueTally tally;
            RK_VERIFY_OK(tallyValues(manifest.refOf(manifest.images[0]), tally));
            QCOMPARE(tally.percentile(0), 0.0);
            QCOMPARE(tally.percentile(100), 4095.0);
            const auto counts = tally.histogram({0, 4096}, 8);
            QCOMPARE(counts, std::vector<std::uint64_t>(8, 512));
            // Beyond the range nothing counts.
            const auto part = tally.histogram({1024, 2047}, 2);
            QCOMPARE(part[0] + part[1], std::uint64_t{1024});
            QCOMPARE(tally.histogram({5, 5}, 3), std::vector<std::uint64_t>(3, 0));

            image::ValueTally all;
            RK_VERIFY_OK(tallyValues(manifest, 10, all, {}));
            QCOMPARE(all.histogram({0, 4096}, 1).front(), std::uint64_t{2 * 4096});
        }
        std::stop_source stop;
        stop.request_stop();
        job::Watch watch;
        watch.stop = stop.get_token();
        image::ValueTally none;
        RK_VERIFY_FAILS(ErrorKind::Cancelled, tallyValues(scanned(), 10, none, watch));
    }

    /// What a scan by other bands finds is known before it, as far as the pictures tell.
    void levelsByOtherBandsAreThoseOfAScan()
    {
        for (const char* name : {"bands13.tif", "float32.tif"})
            std::filesystem::copy(std::filesystem::path(REKINDLE_TEST_DATA) / "image" / name,
                                  m_path / name);
        const Manifest manifest = scanned();
        QVERIFY(!hasVolumes(manifest));
        for (const auto mapping : {image::Mapping::Usual, image::Mapping::Percentiles}) {
            ScanOptions options;
            options.reading.mapping = mapping;
            options.reading.bands = {1, 0, 0};
            RK_UNWRAP(const auto chosen, scanFolder(m_path, options, {}));
            RK_UNWRAP(const auto levels, levelsBy(manifest, options.reading, 10, {}));
            QCOMPARE(levels.usedBits, chosen.usedBits);
            QVERIFY(levels.reading == chosen.reading);
            QVERIFY(chosen.reading.set.holds());
        }
        // Of fewer pictures: those alone.
        image::Reading plain;
        plain.bands = {1, 0, 0};
        RK_UNWRAP(const auto first, levelsBy(manifest, plain, 1, {}));
        QCOMPARE(first.usedBits, 14);
        QVERIFY(!first.reading.set.holds());
        std::stop_source stop;
        stop.request_stop();
        job::Watch watch;
        watch.stop = stop.get_token();
        RK_VERIFY_FAILS(ErrorKind::Cancelled, levelsBy(manifest, plain, 1, watch));
    }

    void volumesAreKnownByTheirFormat()
    {
        std::filesystem::copy(std::filesystem::path(REKINDLE_TEST_DATA) / "image" / "packed.nii.gz",
                              m_path / "a.nii.gz");
        QVERIFY(hasVolumes(scanned()));
    }
};

QTEST_APPLESS_MAIN(TestSetValues)
#include "tst_set_values.moc"
