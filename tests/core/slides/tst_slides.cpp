#include "core/slides/tile_plan.h"
#include "core/slides/tissue.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"

#include "core/dataset/folder_scan.h"
#include "core/image/read_image.h"
#include "core/slides/cut_slides.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <set>

using namespace rekindle;
using namespace rekindle::slides;
namespace fs = std::filesystem;

namespace {

constexpr int kWidth = 512, kHeight = 384;
constexpr int kLeft = 128, kTop = 64, kRight = 384, kBottom = 320;

/// What tests/data/slides/make_fixtures.py paints.
int levelOf(int x, int y, int channel)
{
    constexpr int kColours[] = {170, 90, 160};
    const bool inside = x >= kLeft && x < kRight && y >= kTop && y < kBottom;
    return inside ? kColours[channel] + (x / 8 + y / 8) % 2 * 20 : 243;
}

std::set<std::string> tilesIn(const fs::path& folder)
{
    std::set<std::string> names;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        names.insert(entry.path().filename().string());
    return names;
}

bool warns(const CutReport& report, const char* kind, const char* slide)
{
    for (const Warning& warning : report.warnings.items()) {
        if (warning.kind == kind && warning.subject == slide)
            return true;
    }
    return false;
}

} // namespace

/// Tiles have one scale, hold tissue, and are the slide's own pixels.
class TestSlides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
#ifndef REKINDLE_HAS_OPENSLIDE
        QSKIP("built without OpenSlide");
#endif
        m_folder = std::make_unique<QTemporaryDir>();
        m_slides = fs::path(m_folder->path().toStdString()) / "slides";
        m_out = fs::path(m_folder->path().toStdString()) / "tiles";
        m_settings = {};
        m_settings.side = 64;
        m_settings.threads = 2;
    }

    void tilesAreTheSlidesOwnPixels()
    {
        put("half.svs", "tumour/half.svs");
        RK_UNWRAP(const auto report, cutSlides(m_slides, m_out, m_settings, {}));
        std::set<std::string> expected;
        for (int y = kTop; y < kBottom; y += 64) {
            for (int x = kLeft; x < kRight; x += 64)
                expected.insert(std::to_string(x) + "_" + std::to_string(y) + ".png");
        }
        QVERIFY(tilesIn(m_out / "tumour" / "half.svs") == expected);
        QCOMPARE(report.tiles, std::size_t{16});
        QVERIFY(std::abs(report.slides[0].tissue - 256.0 * 256 / (kWidth * kHeight)) < 1e-6);
        RK_UNWRAP(const auto tile,
                  image::readImage({m_out / "tumour" / "half.svs" / "192_128.png", 0, 0, {}}));
        const auto& pixels = std::get<std::vector<std::uint8_t>>(tile.pixels);
        for (int i = 0; i < 64 * 64 * 3; ++i)
            QCOMPARE(int{pixels[static_cast<std::size_t>(i)]},
                     levelOf(192 + i / 3 % 64, 128 + i / 3 / 64, i % 3));
    }

    /// A slide of twice the resolution gives half as many pixels the same field.
    void everySlideHasTheScaleThatIsAskedFor()
    {
        put("half.svs", "a/half.svs");
        put("quarter.svs", "b/quarter.svs");
        RK_UNWRAP(const auto report, cutSlides(m_slides, m_out, m_settings, {}));
        QCOMPARE(report.slides[1].microns, 0.25);
        // 128 pixels of the finer slide a side: those from 128 to 256 and on are all tissue across,
        // and from 128 to 256 down; above and below it is half.
        QVERIFY(tilesIn(m_out / "b" / "quarter.svs").contains("128_128.png"));
        RK_UNWRAP(const auto tile,
                  image::readImage({m_out / "b" / "quarter.svs" / "128_128.png", 0, 0, {}}));
        QCOMPARE(tile.width, 64);
        const auto& pixels = std::get<std::vector<std::uint8_t>>(tile.pixels);
        for (int i = 0; i < 64 * 64 * 3; ++i)
            QCOMPARE(int{pixels[static_cast<std::size_t>(i)]},
                     levelOf(128 + 2 * (i / 3 % 64), 128 + 2 * (i / 3 / 64), i % 3));
    }

    void slidesWithoutScaleAreHeldBack()
    {
        put("half.svs", "half.svs");
        put("no_scale.svs", "no_scale.svs");
        RK_UNWRAP(const auto report, cutSlides(m_slides, m_out, m_settings, {}));
        QVERIFY(warns(report, "slides_without_scale", "no_scale.svs"));
        QVERIFY(!fs::exists(m_out / "no_scale.svs"));
        m_settings.assumedMicrons = 0.5;
        m_settings.replace = true;
        RK_UNWRAP(const auto assumed, cutSlides(m_slides, m_out, m_settings, {}));
        QVERIFY(!warns(assumed, "slides_without_scale", "no_scale.svs"));
        QCOMPARE(tilesIn(m_out / "no_scale.svs").size(), std::size_t{16});
        m_settings.microns = 0.25;
        RK_UNWRAP(const auto coarse, cutSlides(m_slides, m_out, m_settings, {}));
        QVERIFY(warns(coarse, "slides_too_coarse", "half.svs"));
        QCOMPARE(coarse.tiles, std::size_t{0});
    }

    void theTableKeepsASlideTogether()
    {
        put("half.svs", "tumour/half.svs");
        put("half.svs", "normal/one, two.svs");
        m_settings.most = 6;
        RK_UNWRAP(const auto report, cutSlides(m_slides, m_out, m_settings, {}));
        QCOMPARE(report.tiles, std::size_t{12});
        dataset::ScanOptions options;
        options.labelsCsv = m_out / "tiles.csv";
        RK_UNWRAP(const auto manifest, dataset::scanFolder(m_out, options, {}));
        QCOMPARE(manifest.images.size(), std::size_t{12});
        QVERIFY(manifest.patients == std::optional<std::uint64_t>(2));
        QVERIFY(manifest.classes == (std::vector<std::string>{"normal", "tumour"}));
    }

    void whatIsNoSlideIsLeftOut()
    {
        put("half.svs", "half.svs");
        const auto whole = pictures::read(m_slides / "half.svs");
        pictures::write(m_slides / "cut.svs", whole.substr(0, whole.size() / 2));
        pictures::write(m_slides / "noise.svs", "no slide at all");
        RK_UNWRAP(const auto report, cutSlides(m_slides, m_out, m_settings, {}));
        QCOMPARE(report.slides.back().path, std::string("half.svs"));
        QCOMPARE(tilesIn(m_out / "half.svs").size(), std::size_t{16});
        QVERIFY(tilesIn(m_out / "noise.svs").empty());
        fs::remove(m_slides / "half.svs");
        fs::remove(m_slides / "cut.svs");
        RK_VERIFY_FAILS(ErrorKind::NotFound,
                        cutSlides(m_slides, m_out.parent_path() / "none", m_settings, {}));
        QVERIFY(!fs::exists(m_out.parent_path() / "none"));
        RK_VERIFY_FAILS(ErrorKind::Usage, cutSlides(m_slides, m_out, m_settings, {}));
    }

    void otsuParts()
    {
        std::vector<std::uint64_t> histogram(256);
        histogram[10] = 500;
        histogram[90] = 300;
        const int threshold = otsuThreshold(histogram);
        QVERIFY(threshold >= 10 && threshold < 90);
        const image::Image glass = pictures::image(20, 10, 3, std::vector<std::uint8_t>(600, 240));
        QCOMPARE(TissueMask(glass).share(), 0.0);
        const image::Image ink = pictures::image(20, 10, 3, std::vector<std::uint8_t>(600, 12));
        QCOMPARE(TissueMask(ink).share(), 0.0);
    }

private:
    void put(const char* fixture, const char* to)
    {
        fs::create_directories((m_slides / to).parent_path());
        fs::copy_file(fs::path(REKINDLE_TEST_DATA) / "slides" / fixture, m_slides / to);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_slides, m_out;
    CutSettings m_settings;
};

QTEST_APPLESS_MAIN(TestSlides)
#include "tst_slides.moc"
