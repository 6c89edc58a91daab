#include "core/dataset/folder_scan.h"
#include "core/dataset/split.h"
#include "core/loader/batch_loader.h"
#include "core/recipes/drawn_views.h"
#include "core/recipes/method_views.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <set>

using namespace rekindle;

namespace {

run::PretrainSettings settingsOf(const char* method)
{
    run::PretrainSettings settings;
    if (!run::setByName(settings, "method", method))
        qFatal("no such method");
    settings.batch = 8;
    settings.imageSize = 24;
    settings.seed = 7;
    return settings;
}

} // namespace

/// What a person is shown must be what the network gets: the same images, draws and numbers.
class TestDrawnViews : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    dataset::Manifest m_manifest;

private Q_SLOTS:
    void initTestCase()
    {
        const std::filesystem::path path = m_folder.path().toStdString();
        for (int i = 0; i < 11; ++i)
            pictures::write(path / (i % 2 != 0 ? "odd" : "even") /
                                ("p" + std::to_string(100 + i) + ".png"),
                            pictures::colourPng(i));
        RK_UNWRAP(m_manifest, dataset::scanFolder(path, {}, {}));
    }

    void everyMethodShowsItsViews()
    {
        std::set<std::string> shown, methods;
        for (const recipes::MethodViews& entry : recipes::methodViews())
            shown.insert(entry.method);
        for (const std::string& name : specs::methods().names())
            methods.insert(name);
        QCOMPARE(shown, methods);
        run::PretrainSettings unknown;
        unknown.method = "none";
        RK_VERIFY_FAILS(ErrorKind::Usage, recipes::viewsOf(unknown));
    }

    /// Numbers of the methods' own texts (recipes 1.3, 2, 3), and what the settings make of them.
    void theRecipesFollowTheSettings()
    {
        auto simclr = settingsOf("simclr");
        RK_VERIFY_OK(run::setByName(simclr, "colour_strength", "0.5"));
        RK_VERIFY_OK(run::setByName(simclr, "blur", "0.25"));
        RK_UNWRAP(const auto two, recipes::viewsOf(simclr));
        QCOMPARE(two.size(), std::size_t{2});
        for (const auto& view : two) {
            QCOMPARE(view.size, 24);
            QCOMPARE(view.brightness, 0.4);
            QCOMPARE(view.hue, 0.1);
            QCOMPARE(view.blur, 0.25);
        }
        simclr.policy = "ultrasound";
        RK_UNWRAP(const auto grey, recipes::viewsOf(simclr));
        QCOMPARE(grey[0].hue, 0.0);
        QVERIFY(grey[0].rotation > 0);

        auto swav = settingsOf("swav");
        RK_VERIFY_OK(run::setByName(swav, "crops", "multi"));
        RK_VERIFY_OK(run::setByName(swav, "small_size", "12"));
        RK_UNWRAP(const auto crops, recipes::viewsOf(swav));
        QCOMPARE(crops.size(), std::size_t{8});
        QCOMPARE(crops[1].size, 24);
        QCOMPARE(crops[1].areaMin, 0.14);
        QCOMPARE(crops[7].size, 12);
        QCOMPARE(crops[7].areaMax, 0.14);

        RK_UNWRAP(const auto byol, recipes::viewsOf(settingsOf("byol")));
        QCOMPARE(byol.size(), std::size_t{2});
        QCOMPARE(byol[0].blur, 1.0);
        QCOMPARE(byol[1].blur, 0.1);
        QCOMPARE(byol[1].solarise, 0.2);
    }

    /// Turn after turn shows the rows of the run's batches, one after the other.
    void theyAreTheRunsOwn_data()
    {
        QTest::addColumn<QString>("method");
        for (const char* method : {"simclr", "swav", "byol", "moco"})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void theyAreTheRunsOwn()
    {
        QFETCH(QString, method);
        auto settings = settingsOf(qPrintable(method));
        if (method == "swav") {
            RK_VERIFY_OK(run::setByName(settings, "crops", "multi"));
            RK_VERIFY_OK(run::setByName(settings, "small_size", "12"));
        }
        loader::LoaderSettings whole;
        RK_UNWRAP(whole.recipes, recipes::viewsOf(settings));
        whole.batch = 8;
        whole.seed = 7;
        RK_UNWRAP(
            const auto loader,
            loader::BatchLoader::create(m_manifest, dataset::pretrainingImages(m_manifest), whole));
        for (std::int64_t step = 0; step < 2; ++step) {
            RK_UNWRAP(const auto batch, loader->next({}));
            for (std::int64_t half = 0; half < 2; ++half) {
                RK_UNWRAP(const auto drawn,
                          recipes::drawViews(m_manifest, settings, 2 * step + half, {}));
                QCOMPARE(drawn.size(), std::size_t{4});
                for (std::size_t row = 0; row < drawn.size(); ++row)
                    compare(batch, static_cast<std::size_t>(4 * half) + row, drawn[row]);
            }
        }
    }

    void aSetSmallerThanABatchIsShown()
    {
        auto settings = settingsOf("simclr");
        settings.batch = 64;
        RK_UNWRAP(const auto drawn, recipes::drawViews(m_manifest, settings, 0, {}));
        QCOMPARE(drawn.size(), std::size_t{4});
        dataset::Manifest none = m_manifest;
        none.images.clear();
        RK_VERIFY_FAILS(ErrorKind::Usage, recipes::drawViews(none, settings, 0, {}));
    }

    void largeViewsAreFewer()
    {
        auto settings = settingsOf("simclr");
        settings.imageSize = 2048;
        RK_UNWRAP(const auto drawn, recipes::drawViews(m_manifest, settings, 0, {}));
        QCOMPARE(drawn.size(), std::size_t{2}); // of 96 MiB each
    }

    void itStopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        RK_VERIFY_FAILS(ErrorKind::Cancelled,
                        recipes::drawViews(m_manifest, settingsOf("simclr"), 0, stop.get_token()));
    }

private:
    static void compare(const loader::ImageBatch& batch, std::size_t row,
                        const recipes::DrawnImage& drawn)
    {
        QCOMPARE(drawn.image, batch.images[row]);
        for (const loader::ViewBlock& block : batch.blocks) {
            const std::size_t pixels = static_cast<std::size_t>(block.size * block.size) * 3;
            for (std::size_t v = 0; v < block.views.size(); ++v) {
                const auto& view = drawn.views[static_cast<std::size_t>(block.views[v])];
                QCOMPARE(view.size, block.size);
                const std::size_t at = (v * static_cast<std::size_t>(batch.count) + row) * pixels;
                QVERIFY(
                    std::equal(view.pixels.begin(), view.pixels.end(),
                               block.pixels.values().begin() + static_cast<std::ptrdiff_t>(at)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestDrawnViews)
#include "tst_drawn_views.moc"
