#include "core/dataset/folder_scan.h"
#include "core/packed/packed_images.h"
#include "core/study/study_pack.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::study;

namespace {

constexpr int kPictures = 6;
constexpr int kSide = 300;

run::PretrainSettings longRun()
{
    run::PretrainSettings settings;
    settings.imageSize = 32;
    settings.epochs = 1'000'000;
    return settings;
}

} // namespace

/// Packed copies that a study keeps: offered where they pay, made once, and named by every run that
/// reads them.
class TestStudyPack : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    Study m_study;
    std::uint64_t m_bytes = 0; ///< of the files

    void takeImages(const image::Reading& reading)
    {
        dataset::ScanOptions options;
        options.reading = reading;
        RK_UNWRAP(const auto manifest, dataset::scanFolder(m_home / "images", options, {}));
        RK_VERIFY_OK(setImages(m_study, manifest));
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 0; i < kPictures; ++i) {
            const std::string bytes = pictures::colourPng(i, kSide);
            m_bytes += bytes.size();
            pictures::write(m_home / "images" / ("p" + std::to_string(i) + ".png"), bytes);
        }
        RK_UNWRAP(m_study, createStudy(m_home / "study", "S"));
        takeImages({});
    }

    void itIsOfferedWhereItPays()
    {
        RK_UNWRAP(const auto offer, packOffer(m_study, longRun(), 2));
        QVERIFY(offer.has_value());
        // 8/7 of 32 pixels, three channels of a byte.
        QCOMPARE(offer->shortSide, 37);
        QCOMPARE(offer->bytes, std::uint64_t{kPictures * 37 * 37 * 3});
        QCOMPARE(offer->read, m_bytes);
        QVERIFY(offer->seconds > 0);
        QCOMPARE(offer->file, packFile(m_study, 32));

        auto settings = longRun();
        settings.epochs = 1;
        RK_UNWRAP(const auto shortRun, packOffer(m_study, settings, 2));
        QVERIFY(!shortRun.has_value());
        settings = longRun();
        settings.imageSize = 200; // 229 of 300 pixels: too much alike
        RK_UNWRAP(const auto large, packOffer(m_study, settings, 2));
        QVERIFY(!large.has_value());
        settings = longRun();
        settings.packed = "other.h5";
        RK_UNWRAP(const auto own, packOffer(m_study, settings, 2));
        QVERIFY(!own.has_value());
    }

    void runsReadItOnceItIsThere()
    {
        auto settings = longRun();
        RK_UNWRAP(const bool before, usePack(m_study, settings));
        QVERIFY(!before);
        QVERIFY(settings.packed.empty());
        std::stop_source stop;
        stop.request_stop();
        job::Watch stopped;
        stopped.stop = stop.get_token();
        RK_VERIFY_FAILS(ErrorKind::Cancelled, packStudy(m_study, 32, stopped));
        RK_VERIFY_OK(packStudy(m_study, 32, {}));
        RK_UNWRAP(const bool used, usePack(m_study, settings));
        QVERIFY(used);
        QCOMPARE(settings.packed, packFile(m_study, 32));
        RK_UNWRAP(const auto pack, packed::PackedImages::open(settings.packed));
        QCOMPARE(settings.packedSha256, pack->sha256());
        RK_UNWRAP(const auto again, packOffer(m_study, longRun(), 2));
        QVERIFY(!again.has_value());
        // Copies for smaller views do not serve larger ones.
        auto larger = longRun();
        larger.imageSize = 64;
        RK_UNWRAP(const bool others, usePack(m_study, larger));
        QVERIFY(!others);
    }

    /// The same pictures read in another way are other pictures.
    void anotherReadingHasAnotherFile()
    {
        const auto before = packFile(m_study, 32);
        image::Reading reading;
        reading.mapping = image::Mapping::Window;
        reading.window = {10, 100};
        takeImages(reading);
        QVERIFY(packFile(m_study, 32) != before);
        auto settings = longRun();
        RK_UNWRAP(const bool used, usePack(m_study, settings));
        QVERIFY(!used);
    }
};

QTEST_APPLESS_MAIN(TestStudyPack)
#include "tst_study_pack.moc"
