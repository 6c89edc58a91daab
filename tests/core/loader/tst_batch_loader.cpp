#include "core/loader/pass_order.h"
#include "tests/support/pictures.h"

#include "core/dataset/folder_scan.h"
#include "core/image/image_format.h"
#include "core/loader/batch_loader.h"
#include "core/views/augment.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <algorithm>
#include <numeric>
#include <set>
#include <thread>

using namespace rekindle;
using namespace rekindle::dataset;
using namespace rekindle::image;
using namespace rekindle::views;
using namespace rekindle::loader;

namespace {

LoaderSettings settingsFor(int threads)
{
    LoaderSettings settings;
    settings.recipe = simclrView(20);
    settings.batch = 4;
    settings.seed = 99;
    settings.threads = threads;
    return settings;
}

std::vector<std::size_t> all(const Manifest& manifest)
{
    std::vector<std::size_t> indices(manifest.images.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

} // namespace

/// Batches must depend on seed, position and view alone, whatever threads, stops and files do.
class TestBatchLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
        for (int i = 0; i < 11; ++i)
            pictures::write(m_path / (i % 2 ? "odd" : "even") /
                                ("p" + std::to_string(100 + i) + ".png"),
                            pictures::colourPng(i));
        const auto manifest = scanFolder(m_path, {}, {});
        QVERIFY(manifest.has_value());
        m_manifest = *manifest;
    }

    void theOrderIsAPermutationPerPass()
    {
        std::vector<std::size_t> before;
        for (std::uint64_t pass = 0; pass < 3; ++pass) {
            std::vector<std::size_t> order;
            for (std::uint64_t i = 0; i < 50; ++i)
                order.push_back(imageAt(5, 50, pass * 50 + i));
            QVERIFY(order != before);
            before = order;
            std::sort(order.begin(), order.end());
            for (std::size_t i = 0; i < 50; ++i)
                QCOMPARE(order[i], i);
        }
        QCOMPARE(imageAt(5, 50, 77), imageAt(5, 50, 77));
    }

    void batchesFollowTheOrderWithoutABorder()
    {
        const auto batches = load(settingsFor(2), 8);
        std::uint64_t position = 0;
        for (const ImageBatch& batch : batches)
            for (const std::size_t image : batch.images)
                QCOMPARE(image, imageAt(99, 11, position++));
        QCOMPARE(batches[7].step, std::int64_t{7});
    }

    void threadsChangeNothing()
    {
        const auto one = load(settingsFor(1), 9);
        for (const int threads : {3, 8}) {
            const auto many = load(settingsFor(threads), 9);
            for (std::size_t i = 0; i < one.size(); ++i) {
                QCOMPARE(many[i].images, one[i].images);
                QCOMPARE(many[i].labels, one[i].labels);
                QVERIFY(many[i].pixels == one[i].pixels);
            }
        }
    }

    void resumingIsTheSameRun()
    {
        const auto whole = load(settingsFor(2), 10);
        LoaderSettings later = settingsFor(3);
        later.firstStep = 6;
        later.cacheBytes = 0;
        const auto rest = load(later, 4);
        for (std::size_t i = 0; i < rest.size(); ++i) {
            QCOMPARE(rest[i].step, whole[i + 6].step);
            QVERIFY(rest[i].pixels == whole[i + 6].pixels);
        }
    }

    void rowsAreTheViewsOfTheirNames()
    {
        const auto batch = load(settingsFor(2), 2)[1];
        const ViewRecipe recipe = simclrView(20);
        for (std::uint32_t view = 0; view < 2; ++view) {
            const double sigma = drawBatchBlur(Random(99, Purpose::BatchBlur, 1, 0, view));
            for (std::uint32_t row = 0; row < 4; ++row) {
                const auto& entry = m_manifest.images[batch.images[row]];
                const auto image = readImage(m_path / entry.file);
                Random random(99, Purpose::View, 4 + row, 0, view);
                std::vector<float> wanted(1200);
                renderView(*image, recipe,
                           drawView(recipe, image->width, image->height, random, sigma), wanted);
                const auto at = batch.pixels.begin() + (view * 4 + row) * 1200;
                QVERIFY(std::equal(wanted.begin(), wanted.end(), at));
                QCOMPARE(batch.labels[row], std::int64_t{entry.label});
            }
        }
    }

    void viewsDiffer()
    {
        const auto batch = load(settingsFor(1), 1)[0];
        const std::size_t half = batch.pixels.size() / 2;
        QVERIFY(!std::equal(batch.pixels.begin(), batch.pixels.begin() + std::ptrdiff_t(half),
                            batch.pixels.begin() + std::ptrdiff_t(half)));
    }

    void onceGivesTheListInItsOrder()
    {
        LoaderSettings settings = settingsFor(3);
        settings.recipe = scoringView(16);
        settings.views = 1;
        settings.order = Order::Once;
        auto loader = BatchLoader::create(m_manifest, {5, 3, 8, 0, 1, 2}, settings);
        QVERIFY(loader.has_value());
        const auto first = (*loader)->next({});
        const auto second = (*loader)->next({});
        QCOMPARE(first->images, (std::vector<std::size_t>{5, 3, 8, 0}));
        QCOMPARE(second->images, (std::vector<std::size_t>{1, 2}));
        QCOMPARE(second->count, 2);
        QCOMPARE(second->pixels.size(), std::size_t{2 * 3 * 16 * 16});
        QCOMPARE((*loader)->next({}).error().kind, ErrorKind::NotFound);
        QCOMPARE((*loader)->next({}).error().kind, ErrorKind::NotFound);
    }

    void stepsEndTheEndlessOrder()
    {
        LoaderSettings settings = settingsFor(2);
        settings.steps = 3;
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settings);
        for (int i = 0; i < 3; ++i)
            QVERIFY((*loader)->next({}));
        QCOMPARE((*loader)->next({}).error().kind, ErrorKind::NotFound);
    }

    void badFilesAreReplacedByTheNext()
    {
        // One gone, one cut short, after the scan: the run goes on with their neighbours.
        pictures::fs::remove(m_path / m_manifest.images[4].file);
        const std::string whole = pictures::read(m_path / m_manifest.images[7].file);
        pictures::write(m_path / m_manifest.images[7].file, whole.substr(0, whole.size() / 2));
        for (const int threads : {1, 4}) {
            auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(threads));
            std::uint64_t position = 0;
            for (int step = 0; step < 8; ++step) {
                const auto batch = (*loader)->next({});
                QVERIFY(batch.has_value());
                for (const std::size_t image : batch->images) {
                    std::size_t wanted = imageAt(99, 11, position++);
                    wanted += wanted == 4 || wanted == 7 ? 1 : 0;
                    QCOMPARE(image, wanted);
                }
            }
            const auto aside = (*loader)->setAside();
            QCOMPARE(aside.size(), std::size_t{2});
            QCOMPARE(aside[0].file, m_manifest.images[4].file);
            QCOMPARE(aside[0].kind, std::string("io"));
            QCOMPARE(aside[1].kind, std::string("damaged"));
            QVERIFY(!aside[1].message.empty());
        }
    }

    void scoringNeverSwapsAnImage()
    {
        pictures::fs::remove(m_path / m_manifest.images[4].file);
        LoaderSettings settings = settingsFor(2);
        settings.order = Order::Once;
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settings);
        Result<ImageBatch> batch = (*loader)->next({});
        while (batch)
            batch = (*loader)->next({});
        QCOMPARE(batch.error().kind, ErrorKind::NotFound);
        QVERIFY(batch.error().subject.find(m_manifest.images[4].file) != std::string::npos);
    }

    void nothingLeftIsAnError()
    {
        pictures::fs::remove_all(m_path);
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(3));
        const auto batch = (*loader)->next({});
        QVERIFY(!batch);
        QCOMPARE(batch.error().kind, ErrorKind::Damaged);
    }

    void wrongSettingsAreRefused()
    {
        LoaderSettings big = settingsFor(1);
        big.batch = 12;
        const auto loader = BatchLoader::create(m_manifest, all(m_manifest), big);
        QVERIFY(!loader);
        QCOMPARE(loader.error().kind, ErrorKind::Usage);
        QVERIFY(loader.error().message.find("There are 11 images but a batch of 12") == 0);
        QCOMPARE(BatchLoader::create(m_manifest, {}, settingsFor(1)).error().kind,
                 ErrorKind::Usage);
        big.order = Order::Once;
        QVERIFY(BatchLoader::create(m_manifest, all(m_manifest), big));
    }

    void stopsWithinATenthOfASecond()
    {
        LoaderSettings slow = settingsFor(1);
        slow.recipe = simclrView(1200);
        slow.batch = 8;
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), slow);
        std::stop_source source;
        QElapsedTimer clock;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            clock.start();
            source.request_stop();
        });
        const auto batch = (*loader)->next(source.get_token());
        QVERIFY(clock.isValid() && clock.elapsed() < 100);
        QVERIFY(!batch);
        QCOMPARE(batch.error().kind, ErrorKind::Cancelled);
    }

    void canBeThrownAwayAtAnyMoment()
    {
        for (int i = 0; i < 40; ++i) {
            auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(1 + i % 5));
            for (int k = 0; k < i % 4; ++k)
                QVERIFY((*loader)->next({}));
        }
    }

    void waitsWithoutWorking()
    {
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(4));
        QVERIFY((*loader)->next({}));
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        timespec before{}, after{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
        const double used =
            double(after.tv_sec - before.tv_sec) + 1e-9 * double(after.tv_nsec - before.tv_nsec);
        QVERIFY2(used < 0.02, qPrintable(QString::number(used)));
    }

private:
    std::vector<ImageBatch> load(const LoaderSettings& settings, int count)
    {
        std::vector<ImageBatch> batches;
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settings);
        for (int i = 0; loader && i < count; ++i)
            if (auto batch = (*loader)->next({}))
                batches.push_back(*std::move(batch));
        return batches;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    pictures::fs::path m_path;
    Manifest m_manifest;
};

QTEST_APPLESS_MAIN(TestBatchLoader)
#include "tst_batch_loader.moc"
