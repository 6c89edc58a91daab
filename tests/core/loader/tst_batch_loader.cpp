#include "core/loader/pass_order.h"
#include "tests/support/pictures.h"

#include "core/dataset/folder_scan.h"
#include "core/image/read_image.h"
#include "core/loader/batch_loader.h"
#include "core/views/augment.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <algorithm>
#include <atomic>
#include <future>
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
    settings.recipes.assign(2, simclrView(20));
    settings.batch = 4;
    settings.seed = 99;
    settings.threads = threads;
    return settings;
}

/// Of a batch with one size of views.
const AlignedFloats& pixels(const ImageBatch& batch)
{
    return batch.blocks.front().pixels.values();
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

    /// Two steps of four images a pass, of eleven: each pass begins a permutation of its own, and
    /// what is left of it is dropped. Longer passes go through several.
    void passesWithABorderBeginAnew()
    {
        LoaderSettings settings = settingsFor(2);
        settings.stepsPerPass = 2;
        const auto shortPasses = load(settings, 6);
        for (std::uint64_t step = 0; step < 6; ++step) {
            for (std::uint64_t row = 0; row < 4; ++row)
                QCOMPARE(shortPasses[step].images[row],
                         imageAt(99, 11, step / 2 * 11 + step % 2 * 4 + row));
        }
        settings.stepsPerPass = 4; // 16 images: two permutations
        const auto longPasses = load(settings, 8);
        for (std::uint64_t step = 0; step < 8; ++step) {
            for (std::uint64_t row = 0; row < 4; ++row)
                QCOMPARE(longPasses[step].images[row],
                         imageAt(99, 11, step / 4 * 22 + step % 4 * 4 + row));
        }
        settings.firstStep = 5;
        const auto resumed = load(settings, 3);
        QCOMPARE(resumed[0].images, longPasses[5].images);
        QVERIFY(pixels(resumed[0]) == pixels(longPasses[5]));
    }

    void threadsChangeNothing()
    {
        const auto one = load(settingsFor(1), 9);
        for (const int threads : {3, 8}) {
            const auto many = load(settingsFor(threads), 9);
            for (std::size_t i = 0; i < one.size(); ++i) {
                QCOMPARE(many[i].images, one[i].images);
                QCOMPARE(many[i].labels, one[i].labels);
                QVERIFY(pixels(many[i]) == pixels(one[i]));
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
            QVERIFY(pixels(rest[i]) == pixels(whole[i + 6]));
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
                const auto image = readImage(m_manifest.refOf(entry));
                Random random(99, Purpose::View, 4 + row, 0, view);
                std::vector<float> wanted(1200);
                renderView(wholePart(*image), recipe,
                           drawView(recipe, image->width, image->height, random, sigma), wanted);
                const auto at = pixels(batch).begin() + (view * 4 + row) * 1200;
                QVERIFY(std::equal(wanted.begin(), wanted.end(), at));
                QCOMPARE(batch.labels[row], std::int64_t{entry.label});
            }
        }
    }

    void viewsDiffer()
    {
        const auto batch = load(settingsFor(1), 1)[0];
        const std::size_t half = pixels(batch).size() / 2;
        QVERIFY(!std::equal(pixels(batch).begin(), pixels(batch).begin() + std::ptrdiff_t(half),
                            pixels(batch).begin() + std::ptrdiff_t(half)));
    }

    void onceGivesTheListInItsOrder()
    {
        LoaderSettings settings = settingsFor(3);
        settings.recipes = {scoringView(16)};
        settings.order = Order::Once;
        auto loader = BatchLoader::create(m_manifest, {5, 3, 8, 0, 1, 2}, settings);
        QVERIFY(loader.has_value());
        const auto first = (*loader)->next({});
        const auto second = (*loader)->next({});
        QCOMPARE(first->images, (std::vector<std::size_t>{5, 3, 8, 0}));
        QCOMPARE(second->images, (std::vector<std::size_t>{1, 2}));
        QCOMPARE(second->count, 2);
        QCOMPARE(pixels(*second).size(), std::size_t{2 * 3 * 16 * 16});
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
        pictures::fs::remove(m_path / m_manifest.files[4].path);
        const std::string whole = pictures::read(m_path / m_manifest.files[7].path);
        pictures::write(m_path / m_manifest.files[7].path, whole.substr(0, whole.size() / 2));
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
            const auto aside = (*loader)->warnings().items();
            QCOMPARE(aside.size(), std::size_t{2});
            QCOMPARE(aside[0].subject, m_manifest.files[4].path);
            QCOMPARE(aside[1].subject, m_manifest.files[7].path);
            QCOMPARE((*loader)->setAside(), std::size_t{2});
            QCOMPARE(aside[0].kind, std::string("image_set_aside"));
            QVERIFY(aside[0].sentence.find("no such file") != std::string::npos);
            QVERIFY(aside[0].sentence != aside[1].sentence);
        }
    }

    void scoringNeverSwapsAnImage()
    {
        pictures::fs::remove(m_path / m_manifest.files[4].path);
        LoaderSettings settings = settingsFor(2);
        settings.order = Order::Once;
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settings);
        Result<ImageBatch> batch = (*loader)->next({});
        while (batch)
            batch = (*loader)->next({});
        QCOMPARE(batch.error().kind, ErrorKind::NotFound);
        QVERIFY(batch.error().subject.find(m_manifest.files[4].path) != std::string::npos);
    }

    void nothingLeftIsAnError()
    {
        for (const auto& file : m_manifest.files)
            pictures::fs::remove(m_path / file.path);
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(3));
        const auto batch = (*loader)->next({});
        QVERIFY(!batch);
        QCOMPARE(batch.error().kind, ErrorKind::Damaged);
    }

    /// A drive that is away is no reason to set its pictures aside.
    void aFolderThatIsAwayEndsTheBatch()
    {
        pictures::fs::rename(m_path, m_path.string() + "-away");
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(3));
        const auto batch = (*loader)->next({});
        pictures::fs::rename(m_path.string() + "-away", m_path);
        QVERIFY(!batch);
        QCOMPARE(batch.error().kind, ErrorKind::Io);
        QVERIFY((*loader)->warnings().empty());
    }

    /// A read that fails twice and then works leaves no trace in the numbers.
    void aMomentsFaultSwapsNothing()
    {
        const auto whole = load(settingsFor(1), 6);
        std::atomic<int> faults{0};
        const auto faulty = [&](const ImageRef& ref, const Wanted& wanted) -> Result<ImagePart> {
            if (ref.file.string().ends_with(m_manifest.files[4].path) && faults++ < 2)
                return fail(ErrorKind::Io, "The drive does not answer", ref.file.string());
            return readPart(ref, wanted);
        };
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(2), faulty);
        for (const ImageBatch& expected : whole) {
            const auto batch = (*loader)->next({});
            QVERIFY(batch.has_value());
            QCOMPARE(batch->images, expected.images);
            QVERIFY(pixels(*batch) == pixels(expected));
        }
        QVERIFY(faults > 2);
        QVERIFY((*loader)->warnings().empty());
    }

    void aFaultThatStaysEndsTheBatch()
    {
        const auto broken = [](const ImageRef& ref, const Wanted&) -> Result<ImagePart> {
            return fail(ErrorKind::Io, "The drive does not answer", ref.file.string());
        };
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(2), broken);
        const auto batch = (*loader)->next({});
        QVERIFY(!batch);
        QCOMPARE(batch.error().kind, ErrorKind::Io);
        QVERIFY((*loader)->warnings().empty());
    }

    /// A read that never returns holds up neither a stop nor the end of the loader.
    void aHangingDriveHoldsNobodyUp()
    {
        const auto released = std::make_shared<std::promise<void>>();
        const auto gate = released->get_future().share();
        const auto hanging = [gate](const ImageRef& ref,
                                    const Wanted& wanted) -> Result<ImagePart> {
            gate.wait();
            return readPart(ref, wanted);
        };
        auto loader = BatchLoader::create(m_manifest, all(m_manifest), settingsFor(3), hanging);
        std::stop_source source;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            source.request_stop();
        });
        QElapsedTimer clock;
        clock.start();
        const auto batch = (*loader)->next(source.get_token());
        QCOMPARE(batch.error().kind, ErrorKind::Cancelled);
        loader->reset();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        released->set_value();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }

    /// Views of two sizes come as two blocks; each view is what it would be alone.
    void aBlockForEachSize()
    {
        LoaderSettings settings = settingsFor(2);
        settings.recipes = {simclrView(20), simclrView(12), simclrView(20), simclrView(12)};
        const auto mixed = load(settings, 3)[2];
        QCOMPARE(mixed.blocks.size(), std::size_t{2});
        QCOMPARE(mixed.blocks[0].views, (std::vector<int>{0, 2}));
        QCOMPARE(mixed.blocks[1].views, (std::vector<int>{1, 3}));
        QCOMPARE(mixed.blocks[1].pixels.size(), std::size_t{2 * 4 * 3 * 12 * 12});
        settings.recipes.assign(4, simclrView(12));
        const auto small = load(settings, 3)[2];
        const std::size_t view = 4 * 3 * 12 * 12;
        for (const std::size_t nth : {0, 1}) {
            const auto part = mixed.blocks[1].pixels.values().begin() + std::ptrdiff_t(nth * view);
            const auto same = pixels(small).begin() + std::ptrdiff_t((2 * nth + 1) * view);
            QVERIFY(std::equal(part, part + std::ptrdiff_t(view), same));
        }
    }

    /// Room that comes back is given out again; what is still held is not, even when nobody else
    /// knows of the room any more.
    void roomForBatchesComesBack()
    {
        auto room = std::make_shared<BatchRoom>();
        BatchPixels first = room->take(1000);
        QCOMPARE(first.size(), std::size_t{1000});
        const float* place = first.data();
        BatchPixels second = room->take(1000);
        QVERIFY(second.data() != place);
        BatchPixels other = room->take(500);
        first = {};
        QCOMPARE(room->take(500).size(), std::size_t{500});
        first = room->take(1000);
        QCOMPARE(first.data(), place);
        first.room()[999] = 3.0f;
        room.reset();
        QCOMPARE(first.values()[999], 3.0f);
        QCOMPARE(BatchPixels().size(), std::size_t{0});
    }

    /// Replicas share a batch out: put together, their rows are the single one's.
    void replicasGetTheirRows()
    {
        const auto whole = load(settingsFor(2), 4);
        for (const int world : {2, 3, 4}) {
            for (std::size_t step = 0; step < whole.size(); ++step) {
                std::vector<std::size_t> images;
                std::vector<AlignedFloats> views(2);
                for (int rank = 0; rank < world; ++rank) {
                    LoaderSettings settings = settingsFor(1);
                    settings.world = world;
                    settings.rank = rank;
                    const auto part = load(settings, 4)[step];
                    images.insert(images.end(), part.images.begin(), part.images.end());
                    const auto half =
                        pixels(part).begin() + std::ptrdiff_t(pixels(part).size() / 2);
                    views[0].insert(views[0].end(), pixels(part).begin(), half);
                    views[1].insert(views[1].end(), half, pixels(part).end());
                }
                QCOMPARE(images, whole[step].images);
                views[0].insert(views[0].end(), views[1].begin(), views[1].end());
                QVERIFY(views[0] == pixels(whole[step]));
            }
        }
        // Three replicas, and a last batch of two rows: one of them has none.
        std::vector<std::size_t> rows;
        for (int rank = 0; rank < 3; ++rank) {
            LoaderSettings once = settingsFor(2);
            once.order = Order::Once;
            once.world = 3;
            once.rank = rank;
            auto loader = BatchLoader::create(m_manifest, {0, 1, 2, 3, 4, 5}, once);
            QVERIFY((*loader)->next({}).has_value());
            const auto last = (*loader)->next({});
            QVERIFY(last.has_value());
            rows.insert(rows.end(), last->images.begin(), last->images.end());
            QCOMPARE((*loader)->next({}).error().kind, ErrorKind::NotFound);
        }
        QCOMPARE(rows, (std::vector<std::size_t>{4, 5}));
        LoaderSettings wrong = settingsFor(1);
        wrong.world = 5;
        QCOMPARE(BatchLoader::create(m_manifest, all(m_manifest), wrong).error().kind,
                 ErrorKind::Usage);
    }

    void wrongSettingsAreRefused()
    {
        LoaderSettings big = settingsFor(1);
        big.batch = 12;
        const auto loader = BatchLoader::create(m_manifest, all(m_manifest), big);
        QVERIFY(!loader);
        QCOMPARE(loader.error().kind, ErrorKind::Usage);
        QVERIFY(loader.error().message.find("A batch of 12 cannot be filled once from 11 images") ==
                0);
        QCOMPARE(BatchLoader::create(m_manifest, {}, settingsFor(1)).error().kind,
                 ErrorKind::Usage);
        big.order = Order::Once;
        QVERIFY(BatchLoader::create(m_manifest, all(m_manifest), big));
    }

    void stopsWithinATenthOfASecond()
    {
        LoaderSettings slow = settingsFor(1);
        slow.recipes.assign(2, simclrView(1200));
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
        const auto usedInAWhile = [] {
            timespec before{}, after{};
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
            return double(after.tv_sec - before.tv_sec) +
                   1e-9 * double(after.tv_nsec - before.tv_nsec);
        };
        // On a busy machine it takes its time until all room is filled; then nothing is left to do.
        double used = usedInAWhile();
        for (int i = 0; i < 50 && used >= 0.02; ++i)
            used = usedInAWhile();
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
