#include "tests/widgets/window_driver.h"

#include "app/gui/screenshot.h"
#include "core/base/json.h"
#include "core/dataset/folder_scan.h"
#include "core/recipes/drawn_views.h"
#include "core/run/run_folder.h"
#include "core/study/study_pack.h"
#include "tests/support/result_macros.h"
#include "tests/support/tiny_checkpoint.h"
#include "widgets/models/image_model.h"
#include "widgets/panels/level_histogram.h"
#include "widgets/panels/pretrain_form.h"
#include "widgets/panels/view_strip.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

using namespace rekindle;
using panels::Step;
using panels::ViewStrip;
namespace fs = std::filesystem;

namespace {

void choose(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

/// Grey pictures of 12 bits in files of 16, each a slope of values.
void makeDeepImages(const fs::path& folder)
{
    for (int i = 0; i < 6; ++i) {
        const fs::path into = folder / (i % 2 == 0 ? "a" : "b");
        fs::create_directories(into);
        QImage image(64, 64, QImage::Format_Grayscale16);
        for (int y = 0; y < 64; ++y) {
            auto* line = reinterpret_cast<quint16*>(image.scanLine(y));
            for (int x = 0; x < 64; ++x)
                line[x] = static_cast<quint16>(4095 * (64 * y + x) / 4095 - (x == i ? 1 : 0) * y);
        }
        image.save(bridge::qtPath(into / (std::to_string(i) + ".png")));
    }
}

const fs::path kImages = fs::path(REKINDLE_TEST_DATA) / "image";

/// Bands 4, 3 and 2 of bands13.tif as numpy has them, its largest value in 14 bits.
QImage bandsAsRead()
{
    QFile file(bridge::qtPath(kImages / "expected_pictures.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no expectations");
    const Json frame = Json::parse(file.readAll().toStdString())["bands13.tif"]["frames"][0];
    const auto values = frame["pixels"].get<std::vector<int>>();
    QImage image(frame["width"].get<int>(), frame["height"].get<int>(), QImage::Format_RGB888);
    constexpr int kBeyondEight = 6;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const std::size_t at = 3 * static_cast<std::size_t>(y * image.width() + x);
            image.setPixelColor(x, y,
                                QColor(values[at] >> kBeyondEight, values[at + 1] >> kBeyondEight,
                                       values[at + 2] >> kBeyondEight));
        }
    }
    return image;
}

/// Whether the picture that is shown is `wanted`, made as large, to so many levels.
bool alike(const QImage& shown, const QImage& wanted, int levels)
{
    if (shown.isNull())
        return false;
    const QImage large =
        wanted.scaled(shown.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int y = 0; y < shown.height(); y += 3) {
        for (int x = 0; x < shown.width(); x += 3) {
            const QColor one = shown.pixelColor(x, y), other = large.pixelColor(x, y);
            if (std::abs(one.red() - other.red()) > levels ||
                std::abs(one.green() - other.green()) > levels ||
                std::abs(one.blue() - other.blue()) > levels)
                return false;
        }
    }
    return true;
}

} // namespace

/// What the network will see: views as the form's settings draw them, grey levels as they are
/// chosen, and packed copies.
class TestWindowViews : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;

    fs::path makeStudy(const std::string& name, const fs::path& images)
    {
        const fs::path folder = m_home / name;
        auto study = study::createStudy(folder, name);
        const auto manifest = dataset::scanFolder(images, {}, {});
        const fs::path weights = m_home / (name + ".safetensors");
        test::writeTinyCheckpoint(weights);
        if (!study || !manifest || !study::setImages(*study, *manifest) ||
            !study::addWeights(*study, weights, "tiny"))
            qFatal("no study");
        return folder;
    }

    static bool shows(const ViewStrip& strip, std::size_t views, int size)
    {
        return test::patiently([&] {
            return strip.columns().size() == 4 && strip.columns()[0].views.size() == views &&
                   strip.columns()[0].views[0].width() == size;
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("REKINDLE_TRANSLATIONS", REKINDLE_GUI_BUILD_DIR); // one and many
        test::useOwnHome(m_home);
        qputenv("REKINDLE_CLI", "/bin/true");
        test::makeImages(m_home / "images", 8);
    }

    void theFormShowsTheViewsOfTheRun()
    {
        const fs::path folder = makeStudy("views", m_home / "images");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Pretrain);
        auto* strip = driver.find<ViewStrip>("views-strip");
        driver.find<QSpinBox>("pretrain-batch")->setValue(8);
        driver.find<QSpinBox>("pretrain-image_size")->setValue(32);
        QVERIFY(shows(*strip, 2, 32));
        QVERIFY(strip->isVisible());
        // The very numbers of the run's first step.
        const auto* form = driver.page()->findChild<panels::PretrainForm*>();
        RK_UNWRAP(const auto settings, form->pretrain());
        const auto manifest = driver.window().context().session.manifest();
        RK_UNWRAP(const auto drawn, recipes::drawViews(*manifest, settings, 0, {}));
        for (std::size_t i = 0; i < 4; ++i) {
            const auto& column = strip->columns()[i];
            QCOMPARE(column.name, bridge::qt(manifest->nameOf(manifest->images[drawn[i].image])));
            for (std::size_t v = 0; v < 2; ++v) {
                const auto& pixels = drawn[i].views[v].pixels;
                const QColor seen = column.views[v].pixelColor(5, 9);
                const std::size_t at = 9 * 32 + 5;
                QCOMPARE(seen.red(), static_cast<int>(std::lround(pixels[at] * 255)));
                QCOMPARE(seen.green(), static_cast<int>(std::lround(pixels[1024 + at] * 255)));
                QCOMPARE(seen.blue(), static_cast<int>(std::lround(pixels[2048 + at] * 255)));
            }
        }
        QVERIFY(strip->accessibleDescription().contains(strip->columns()[3].name));
        QVERIFY2(driver.find<QLabel>("views-text")->text().contains(u"2 views of 32 pixels"),
                 qPrintable(driver.find<QLabel>("views-text")->text()));
    }

    void theyMoveWithTheSettings()
    {
        const fs::path folder = makeStudy("moving", m_home / "images");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Pretrain);
        auto* strip = driver.find<ViewStrip>("views-strip");
        driver.find<QSpinBox>("pretrain-batch")->setValue(8);
        driver.find<QSpinBox>("pretrain-image_size")->setValue(40);
        QVERIFY(shows(*strip, 2, 40));
        // Numbers that follow each other fast: the last one counts.
        for (int size = 41; size <= 56; ++size)
            driver.find<QSpinBox>("pretrain-image_size")->setValue(size);
        QVERIFY(shows(*strip, 2, 56));
        const QString before = strip->columns()[0].name;
        const QImage view = strip->columns()[0].views[0];
        QVERIFY(driver.click("views-other"));
        QVERIFY(test::patiently([&] { return strip->columns()[0].views[0] != view; }));
        QVERIFY(strip->columns()[0].name != before);
        // SwAV: two large crops and six small ones.
        choose(driver.find<QComboBox>("pretrain-method"), QStringLiteral("swav"));
        driver.find<QSpinBox>("pretrain-image_size")->setValue(112);
        QVERIFY(shows(*strip, 8, 112));
        QCOMPARE(strip->columns()[0].views[7].width(), 96);
        const QString said = driver.find<QLabel>("views-text")->text();
        QVERIFY2(said.contains(u"2 views of 112 pixels, 6 views of 96 pixels"), qPrintable(said));
        // Everything of a column is within the strip, whatever room there is.
        for (const QSize size : {QSize(1024, 700), QSize(1280, 800)}) {
            driver.window().resize(size);
            QTest::qWait(100);
            QVERIFY(strip->height() >= strip->minimumSizeHint().height());
            QVERIFY(strip->width() >= strip->minimumSizeHint().width());
        }
    }

    void brightnessIsChosenOnAPictureAndKeptWithTheList()
    {
        makeDeepImages(m_home / "deep");
        const fs::path folder = makeStudy("deep-study", m_home / "deep");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Images);
        auto* button = driver.find<QPushButton>("images-brightness");
        QVERIFY(test::patiently([&] { return button->isVisible(); }));
        const auto old = driver.window().context().session.manifest();
        QVERIFY(driver.click("images-brightness"));
        auto* dialog = driver.find<QDialog>("brightness");
        QVERIFY(dialog != nullptr);
        auto* histogram = dialog->findChild<panels::LevelHistogram*>();
        const auto counted = [&] {
            std::uint64_t all = 0;
            for (const std::uint64_t count : histogram->counts())
                all += count;
            return all;
        };
        QVERIFY(test::patiently([&] { return counted() == 64 * 64; }));
        QCOMPARE(histogram->span().black, 0.0);
        QVERIFY(histogram->span().white > 4000);
        auto* picture = dialog->findChild<QLabel*>(QStringLiteral("brightness-picture"));
        QVERIFY(test::patiently([&] { return !picture->pixmap().isNull(); }));
        const QImage before = picture->pixmap().toImage();
        auto* apply = dialog->findChild<QPushButton*>(QStringLiteral("brightness-apply"));
        QVERIFY(!apply->isEnabled()); // nothing is chosen yet

        // By keyboard: the black edge in large steps. By mouse: the white one.
        histogram->setFocus();
        QTest::keyClick(histogram, Qt::Key_Right, Qt::ControlModifier);
        auto* mapping = dialog->findChild<QComboBox*>(QStringLiteral("brightness-mapping"));
        QCOMPARE(mapping->currentData().toInt(), static_cast<int>(image::Mapping::Window));
        auto* black = dialog->findChild<QDoubleSpinBox*>(QStringLiteral("brightness-black"));
        auto* white = dialog->findChild<QDoubleSpinBox*>(QStringLiteral("brightness-white"));
        QCOMPARE(black->value(), std::round(histogram->span().white / 16));
        const int middle = histogram->width() / 2;
        const QPoint at(static_cast<int>(histogram->place(histogram->edges().white)), 20);
        QTest::mousePress(histogram, Qt::LeftButton, {}, at);
        QTest::mouseMove(histogram, {middle, 20});
        QTest::mouseRelease(histogram, Qt::LeftButton, {}, {middle, 20});
        QVERIFY2(std::abs(white->value() - histogram->span().white / 2) < 20,
                 qPrintable(QString::number(white->value())));
        QVERIFY(test::patiently([&] { return picture->pixmap().toImage() != before; }));
        black->setValue(1000);
        white->setValue(3000);
        QCOMPARE(histogram->edges(), (image::ValueRange{1000, 3000}));
        // Black, white, and the grey half-way between, as the network will get them.
        const auto levelAt = [&](int value) {
            const QImage now = picture->pixmap().toImage();
            return now.pixelColor(now.width() * 3 / 4, value * now.height() / 4096).red();
        };
        QVERIFY(test::patiently([&] { return levelAt(3500) > 250 && levelAt(500) < 5; }));
        QVERIFY2(std::abs(levelAt(2000) - 128) < 12, qPrintable(QString::number(levelAt(2000))));

        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(test::patiently([&] {
            const auto now = driver.window().context().session.manifest();
            return now && now != old && now->reading.mapping == image::Mapping::Window;
        }));
        // As the command line keeps it.
        dataset::ScanOptions options;
        options.reading.mapping = image::Mapping::Window;
        options.reading.window = {1000, 3000};
        RK_UNWRAP(const auto same, dataset::scanFolder(m_home / "deep", options, {}));
        RK_UNWRAP(const auto study, study::openStudy(folder));
        RK_UNWRAP(const auto kept, study::images(study));
        QCOMPARE(kept.contentHash(), same.contentHash());
        QCOMPARE(kept.reading, same.reading);
        // The page shows what it is by now.
        QVERIFY(driver.click("images-brightness"));
        dialog = driver.find<QDialog>("brightness");
        QCOMPARE(dialog->findChild<QDoubleSpinBox*>(QStringLiteral("brightness-black"))->value(),
                 1000.0);
        dialog->reject();
    }

    /// Of thirteen bands those are seen that are chosen, in the picture before and in the set
    /// after.
    void bandsAreChosenOnAPictureAndKeptWithTheList()
    {
        fs::create_directories(m_home / "satellite");
        fs::copy(kImages / "bands13.tif", m_home / "satellite" / "a.tif");
        const fs::path folder = makeStudy("satellite-study", m_home / "satellite");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Images);
        auto* button = driver.find<QPushButton>("images-bands");
        QVERIFY(test::patiently([&] { return button->isVisible(); }));
        QVERIFY(!driver.find<QPushButton>("images-volumes")->isVisible());
        // In the window's words, not in the command line's.
        const QString warned = driver.warnings();
        QVERIFY2(warned.contains(u"13 bands") && warned.contains(u"Bands… above the tiles") &&
                     !warned.contains(u"--bands"),
                 qPrintable(warned));
        const auto old = driver.window().context().session.manifest();
        QVERIFY(driver.click("images-bands"));
        auto* dialog = driver.find<QDialog>("bands");
        QVERIFY(dialog != nullptr);
        const auto* picture = dialog->findChild<QLabel*>(QStringLiteral("bands-picture"));
        auto* apply = dialog->findChild<QPushButton*>(QStringLiteral("bands-apply"));
        auto* show = dialog->findChild<QComboBox*>(QStringLiteral("bands-show"));
        const auto band = [&](const char* name) {
            return dialog->findChild<QSpinBox*>(QLatin1String(name));
        };
        QVERIFY(test::patiently([&] { return !picture->pixmap().isNull(); }));
        QVERIFY(!apply->isEnabled()); // nothing is chosen yet
        QVERIFY(!band("bands-red")->isEnabled());
        QCOMPARE(band("bands-red")->maximum(), 13);
        show->setCurrentIndex(1);
        QVERIFY(band("bands-red")->isEnabled() && !band("bands-one")->isEnabled());
        band("bands-red")->setValue(4);
        band("bands-green")->setValue(3);
        band("bands-blue")->setValue(2);
        // As another program read them, by 14 bits: what the largest value of these bands takes.
        const QImage wanted = bandsAsRead();
        QVERIFY(test::patiently([&] { return alike(picture->pixmap().toImage(), wanted, 3); }));
        QVERIFY(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(test::patiently([&] {
            const auto now = driver.window().context().session.manifest();
            return now && now != old && now->reading.bands == std::array{4, 3, 2};
        }));
        // As the command line keeps it.
        dataset::ScanOptions options;
        options.reading.bands = {4, 3, 2};
        RK_UNWRAP(const auto same, dataset::scanFolder(m_home / "satellite", options, {}));
        RK_UNWRAP(const auto study, study::openStudy(folder));
        RK_UNWRAP(const auto kept, study::images(study));
        QCOMPARE(kept.contentHash(), same.contentHash());
        QCOMPARE(kept.reading, same.reading);
        QCOMPARE(kept.usedBits, same.usedBits);
        // The page says so by now, and the warning is gone.
        auto* said = driver.find<QLabel>("images-read-by");
        QVERIFY(test::patiently([&] { return said->isVisible(); }));
        QCOMPARE(said->text(),
                 QStringLiteral("Bands 4, 3 and 2 are shown as red, green and blue."));
        QVERIFY2(!driver.warnings().contains(u"bands"), qPrintable(driver.warnings()));
        QVERIFY(driver.click("images-bands"));
        dialog = driver.find<QDialog>("bands");
        QCOMPARE(band("bands-red")->value(), 4);
        // One alone is grey.
        dialog->findChild<QComboBox*>(QStringLiteral("bands-show"))->setCurrentIndex(2);
        band("bands-one")->setValue(3);
        const auto* now = dialog->findChild<QLabel*>(QStringLiteral("bands-picture"));
        QImage grey(wanted.size(), QImage::Format_RGB888);
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x) {
                const int level = wanted.pixelColor(x, y).green();
                grey.setPixelColor(x, y, QColor(level, level, level));
            }
        }
        QVERIFY(test::patiently([&] { return alike(now->pixmap().toImage(), grey, 3); }));
        dialog->reject();
    }

    /// How the guide's pictures are taken: of the dialog that a button opens, as it is seen.
    void aDialogIsPhotographedByItsButton()
    {
        makeDeepImages(m_home / "shown");
        const fs::path folder = makeStudy("shown-study", m_home / "shown");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Images);
        QVERIFY(test::patiently(
            [&] { return driver.find<QPushButton>("images-brightness")->isVisible(); }));
        const fs::path file = m_home / "dialog.png";
        gui::Screenshot none(driver.window(), file, QStringLiteral("images-brighter"));
        QCOMPARE(QApplication::exec(), 1);
        QVERIFY(!fs::exists(file));
        gui::Screenshot shot(driver.window(), file, QStringLiteral("images-brightness"));
        QCOMPARE(QApplication::exec(), 0);
        auto* dialog = driver.find<QDialog>("brightness");
        QVERIFY(dialog != nullptr);
        const QImage seen(bridge::qtPath(file));
        QCOMPARE(seen.size(), dialog->size() * dialog->devicePixelRatioF());
        dialog->reject();
    }

    /// Another cut gives other images: looked at before, told, and the list after it.
    void volumesAreCutAnotherWay()
    {
        fs::create_directories(m_home / "volumes");
        fs::copy(kImages / "packed.nii.gz", m_home / "volumes" / "a.nii.gz");
        const fs::path folder = makeStudy("volume-study", m_home / "volumes");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Images);
        auto* button = driver.find<QPushButton>("images-volumes");
        QVERIFY(test::patiently([&] { return button->isVisible(); }));
        QVERIFY(!driver.find<QPushButton>("images-bands")->isVisible());
        QVERIFY(driver.click("images-volumes"));
        auto* dialog = driver.find<QDialog>("volume");
        QVERIFY(dialog != nullptr);
        auto* slice = dialog->findChild<QSlider*>(QStringLiteral("volume-slice"));
        auto* axis = dialog->findChild<QComboBox*>(QStringLiteral("volume-axis"));
        const auto* picture = dialog->findChild<QLabel*>(QStringLiteral("volume-picture"));
        auto* apply = dialog->findChild<QPushButton*>(QStringLiteral("volume-apply"));
        QVERIFY(test::patiently([&] { return slice->isEnabled(); }));
        QCOMPARE(slice->maximum(), 7);
        QCOMPARE(slice->value(), 4); // the middle, where no tile was chosen
        QVERIFY(!apply->isEnabled());
        const QString list = dialog->findChild<QLabel*>(QStringLiteral("volume-list"))->text();
        QVERIFY2(list.contains(u"7 axial, 6 coronal and 5 sagittal") && list.contains(u"7 images"),
                 qPrintable(list));
        axis->setCurrentIndex(axis->findData(static_cast<int>(image::VolumeAxis::Coronal)));
        QCOMPARE(slice->maximum(), 6);
        QVERIFY(apply->isEnabled());
        // Any slice of that cut, as a set that was cut so has it.
        dataset::ScanOptions options;
        options.reading.axis = image::VolumeAxis::Coronal;
        RK_UNWRAP(const auto same, dataset::scanFolder(m_home / "volumes", options, {}));
        QCOMPARE(same.images.size(), std::size_t{6});
        slice->setFocus();
        QTest::keyClick(slice, Qt::Key_Home);
        QTest::keyClick(slice, Qt::Key_Right);
        QCOMPARE(dialog->findChild<QLabel*>(QStringLiteral("volume-place"))->text(),
                 QStringLiteral("Slice 2 of 6"));
        RK_UNWRAP(const QImage second,
                  models::pictureOf(same.refOf(same.images[1]), picture->size()));
        QVERIFY(second.height() != second.width());
        QVERIFY(test::patiently([&] { return alike(picture->pixmap().toImage(), second, 1); }));
        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(test::patiently([&] {
            const auto now = driver.window().context().session.manifest();
            return now && now->images.size() == 6 && now->contentHash() == same.contentHash();
        }));
        auto* said = driver.find<QLabel>("images-read-by");
        QVERIFY(test::patiently([&] { return said->isVisible(); }));
        QCOMPARE(said->text(), QStringLiteral("Volumes are cut into coronal slices."));
    }

    /// Slides are no images yet: the page says so, and makes tiles of them.
    void slidesAreCutIntoTiles()
    {
        if (!fs::exists(fs::path(REKINDLE_BIN_DIR) / "rekindle-slides"))
            QSKIP("built without OpenSlide");
        const fs::path slides = m_home / "slides";
        fs::create_directories(slides / "tumour");
        fs::copy(fs::path(REKINDLE_TEST_DATA) / "slides" / "half.svs",
                 slides / "tumour" / "half.svs");
        const fs::path folder = makeStudy("slide-study", m_home / "images");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Images);
        auto* path = driver.find<QLineEdit>("images-path");
        QVERIFY(test::patiently([&] { return path->isVisible() && path->isEnabled(); }));
        QVERIFY(!driver.find<QPushButton>("images-slides")->isVisible());
        QVERIFY(driver.type("images-path", bridge::qtPath(slides)));
        auto* cut = driver.find<QPushButton>("images-slides");
        QVERIFY(test::patiently([&] { return cut->isVisible(); }));
        QVERIFY2(driver.find<QLabel>("images-slides-text")->text().contains(u"1 whole slide"),
                 qPrintable(driver.find<QLabel>("images-slides-text")->text()));
        QTest::mouseClick(cut, Qt::LeftButton);
        auto* dialog = driver.find<QDialog>("slides");
        QVERIFY(dialog != nullptr);
        QCOMPARE(driver.find<QLineEdit>("slides-out")->text(),
                 bridge::qtPath(m_home / "slides-tiles"));
        driver.find<QSpinBox>("slides-side")->setValue(64);
        QVERIFY(driver.click("slides-cut"));
        // The picture that the slide was made from has 16 such squares of tissue.
        QVERIFY(test::patiently([&] {
            const auto manifest = driver.window().context().session.manifest();
            return manifest && manifest->folder == m_home / "slides-tiles" &&
                   manifest->images.size() == 16;
        }));
        const auto manifest = driver.window().context().session.manifest();
        QCOMPARE(manifest->classes, std::vector<std::string>{"tumour"});
        QCOMPARE(manifest->images[3].patient, std::string("tumour/half.svs"));
        QVERIFY2(driver.message().contains(u"16 tiles of 1 slide "), qPrintable(driver.message()));
    }

    /// Where pictures of few bits are nearly black, that is said before a network learns from them.
    void mixedDepthsAreToldOnBothPages()
    {
        for (int i = 0; i < 4; ++i) {
            QImage image(40, 40, QImage::Format_Grayscale16);
            for (int y = 0; y < 40; ++y) {
                auto* line = reinterpret_cast<quint16*>(image.scanLine(y));
                for (int x = 0; x < 40; ++x)
                    line[x] = static_cast<quint16>((i == 0 ? 4095 : 65535) * (x + y) / 78);
            }
            fs::create_directories(m_home / "mixed");
            image.save(bridge::qtPath(m_home / "mixed" / (std::to_string(i) + ".png")));
        }
        const fs::path folder = makeStudy("mixed-study", m_home / "mixed");
        for (const Step step : {Step::Images, Step::Pretrain}) {
            test::WindowDriver driver;
            driver.window().controller().openFolder(folder, step);
            QVERIFY2(test::patiently([&] {
                         return driver.warnings().contains(u"1 of 4 files of more than 8 bits");
                     }),
                     qPrintable(driver.warnings()));
        }
    }

    void plainPicturesHaveNoBrightness()
    {
        const fs::path folder = makeStudy("plain", m_home / "images");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Images);
        QVERIFY(test::patiently([&] {
            const auto* tiles = driver.find<QWidget>("images-tiles");
            return tiles->isVisible() && driver.window().context().session.manifest();
        }));
        for (const char* name : {"images-brightness", "images-bands", "images-volumes"})
            QVERIFY2(!driver.find<QPushButton>(name)->isVisible(), name);
        QVERIFY(!driver.find<QLabel>("images-read-by")->isVisible());
    }

    void largePicturesAreOfferedToBePackedOnce()
    {
        for (int i = 0; i < 8; ++i) {
            const fs::path into = m_home / "large" / (i % 2 == 0 ? "a" : "b");
            fs::create_directories(into);
            QImage image(700, 700, QImage::Format_RGB888);
            for (int y = 0; y < 700; ++y) {
                uchar* line = image.scanLine(y);
                for (int x = 0; x < 3 * 700; ++x)
                    line[x] = static_cast<uchar>((x * 7 + y * y * 3 + i * 31) & 255);
            }
            image.save(bridge::qtPath(into / (std::to_string(i) + ".png")));
        }
        const fs::path folder = makeStudy("packs", m_home / "large");
        test::WindowDriver driver;
        driver.window().controller().openFolder(folder, Step::Pretrain);
        const auto* start = driver.find<QPushButton>("main-pretrain");
        QVERIFY(test::patiently([&] { return start->isVisible() && start->isEnabled(); }));
        driver.find<QSpinBox>("pretrain-batch")->setValue(2);
        driver.find<QSpinBox>("pretrain-image_size")->setValue(32);
        driver.find<QSpinBox>("pretrain-epochs")->setValue(20000);
        driver.find<QSpinBox>("pretrain-pairs")->setValue(1);
        const auto asked = [&] { return driver.find<QDialog>("pack") != nullptr; };
        QVERIFY(driver.click("main-pretrain"));
        QVERIFY(test::patiently(asked));
        const QString said = driver.find<QLabel>("pack-text")->text();
        QVERIFY2(said.contains(u"views of 32 pixels"), qPrintable(said));
        // Cancel: nothing is planned, and it is asked again.
        QVERIFY(driver.click("pack-cancel"));
        QVERIFY(test::patiently([&] { return !asked(); }));
        QTest::qWait(100);
        QVERIFY(!fs::exists(folder / "runs" / "pair-1-p1x"));
        QVERIFY(driver.click("main-pretrain"));
        QVERIFY(test::patiently(asked));
        QVERIFY(driver.click("pack-first"));
        QVERIFY(test::patiently([&] { return fs::exists(folder / "runs" / "pair-1-p2x"); }));
        RK_UNWRAP(const auto study, study::openStudy(folder));
        for (const char* arm : {"pair-1-p1x", "pair-1-p2x"}) {
            RK_UNWRAP(const auto run, run::RunFolder::open(folder / "runs" / arm));
            RK_UNWRAP(const auto settings, run.settings());
            const auto& pretrain = std::get<run::PretrainSettings>(settings);
            QCOMPARE(pretrain.packed, study::packFile(study, 32));
            QCOMPARE(pretrain.packedSha256.size(), std::size_t{64});
        }
        // The next pair is not asked about it, and reads them, too.
        QVERIFY(test::patiently([&] {
            auto* another = driver.find<QPushButton>("new-pair");
            return another != nullptr && another->isVisible() && start->isEnabled();
        }));
        QVERIFY(driver.click("new-pair"));
        QVERIFY(driver.click("main-pretrain"));
        QVERIFY(test::patiently([&] { return fs::exists(folder / "runs" / "pair-2-p2x"); }));
        QVERIFY(!asked());
        RK_UNWRAP(const auto second, run::RunFolder::open(folder / "runs" / "pair-2-p2x"));
        RK_UNWRAP(const auto again, second.settings());
        QCOMPARE(std::get<run::PretrainSettings>(again).packed, study::packFile(study, 32));
    }
};

QTEST_MAIN(TestWindowViews)
#include "tst_window_views.moc"
