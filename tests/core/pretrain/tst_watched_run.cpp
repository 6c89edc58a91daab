// What a run says of itself while it trains: neighbours, alignment, uniformity, the loss at which
// nothing is learned. Watching changes no number of the training and sees no test image.
#include "core/base/log.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/pretrain/pretrain.h"
#include "core/run/identity.h"
#include "core/run/loss_check.h"
#include "core/run/metrics_journal.h"
#include "core/train/save.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <optional>
#include <thread>

#include <cmath>

using namespace rekindle;

class TestWatchedRun : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    /// Pictures of two classes for training; `testOnly` of the second class for testing alone.
    void fill(const std::string& set, bool testOnly) const
    {
        for (int i = 0; i < 16; ++i) {
            const bool odd = i % 2 == 1;
            const std::string part = i >= 12 || (odd && testOnly) ? "test" : "train";
            pictures::write(m_folder / set / part / (odd ? "odd" : "even") /
                                (std::to_string(i) + ".png"),
                            pictures::colourPng(odd ? 100 + i : i, 40));
        }
    }

    [[nodiscard]] Result<run::RunFolder> plan(const std::string& name, const std::string& set,
                                              const run::NamedTexts& more) const
    {
        run::PretrainSettings settings;
        RK_CHECK(run::setByName(settings, more));
        settings.images = m_folder / set;
        settings.architecture = "resnet18/16";
        settings.epochs = 4;
        settings.batch = 4;
        settings.imageSize = 32;
        settings.warmupEpochs = 0;
        settings.lr = 0.1;
        settings.threads = 1;
        RK_TRY(const auto manifest, dataset::scanFolder(settings.images, {}, {}));
        settings.imagesHash = manifest.contentHash();
        RK_TRY(auto folder, run::RunFolder::create(m_folder / name, settings));
        RK_TRY(const auto list, dataset::storeManifest(folder.path() / "images", manifest));
        RK_CHECK(folder.setImageList(list));
        return folder;
    }

    [[nodiscard]] Result<run::RunFolder> train(const std::string& name, const std::string& set,
                                               const run::NamedTexts& more) const
    {
        RK_TRY(auto folder, plan(name, set, more));
        run::RunControl control;
        RK_CHECK(pretrain::runPretraining(folder, control));
        return folder;
    }

    [[nodiscard]] static std::vector<Json> linesOf(const run::RunFolder& folder)
    {
        const auto journal = run::readJournal(folder.metricsFile());
        return journal ? journal->lines : std::vector<Json>();
    }

    /// Positions of the lines that hold this figure.
    [[nodiscard]] static std::vector<double> epochsWith(const run::RunFolder& folder,
                                                        const char* figure)
    {
        std::vector<double> epochs;
        for (const Json& line : linesOf(folder)) {
            if (line.contains(figure))
                epochs.push_back(line["epoch"].get<double>());
        }
        return epochs;
    }

    [[nodiscard]] static Result<train::Save> newestSave(const run::RunFolder& folder)
    {
        RK_TRY(const auto settings, folder.settings());
        const auto identity = run::identityOf(std::get<run::PretrainSettings>(settings));
        RK_TRY(auto found, train::newestSave(folder.checkpointsFolder(), identity));
        if (!found.save)
            return fail(ErrorKind::NotFound, "There is no save");
        return *std::move(found.save);
    }

private Q_SLOTS:
    void initTestCase()
    {
        log::setQuiet(true);
        fill("two", false);
        fill("one", true);
        for (int i = 0; i < 9; ++i)
            pictures::write(m_folder / "flat" / (std::to_string(i) + ".png"),
                            pictures::colourPng(i, 40));
    }

    void neighboursChangeNothing_data()
    {
        QTest::addColumn<QString>("method");
        for (const char* method : {"simclr", "swav", "byol", "moco", "supervised"})
            QTest::newRow(method) << method;
    }
    void neighboursChangeNothing()
    {
        QFETCH(const QString, method);
        const std::string name = method.toStdString();
        run::NamedTexts texts{{"method", name}};
        if (name == "swav")
            texts.emplace_back("prototypes", "10");
        if (name == "moco")
            texts.emplace_back("queue", "8");
        auto off = texts, on = texts;
        off.emplace_back("knn_every", "0");
        on.emplace_back("knn_every", "1");
        RK_UNWRAP(const auto plain, train(name, "two", off));
        RK_UNWRAP(const auto watched, train(name + " watched", "two", on));
        RK_UNWRAP(const auto want, newestSave(plain));
        RK_UNWRAP(const auto have, newestSave(watched));
        QCOMPARE(have.tensors.items().size(), want.tensors.items().size());
        for (const auto& item : want.tensors.items())
            QVERIFY2(have.tensors.find(item.name)->values == item.tensor.values, item.name.c_str());

        QVERIFY(epochsWith(plain, "knn").empty());
        QCOMPARE(epochsWith(watched, "knn"), (std::vector<double>{0, 1, 2, 3, 4}));
        for (const Json& line : linesOf(watched)) {
            if (!line.contains("knn"))
                continue;
            // Twelve training images, six of each class.
            const double twelfths = 12 * line["knn"].get<double>();
            QVERIFY(std::abs(twelfths - std::round(twelfths)) < 1e-9);
            QCOMPARE(line["knn_chance"].get<double>(), 0.5);
        }
        // Two views of one network are there for alignment, or they are not.
        const bool pairs = name != "moco" && name != "supervised";
        QCOMPARE(!epochsWith(watched, "alignment").empty(), pairs);
        QVERIFY(!epochsWith(watched, "uniformity").empty());
        QVERIFY(!epochsWith(watched, "loss_uninformed").empty());
    }

    /// Neighbours were asked before the first step, and what they said is in its save.
    void pausedBeforeItsFirstStepSaysNothingTwice()
    {
        const run::NamedTexts texts{{"knn_every", "1"}};
        RK_UNWRAP(const auto whole, train("never stopped", "two", texts));
        std::optional<run::RunFolder> found;
        for (int nth = 0; nth < 20 && !found; ++nth) {
            RK_UNWRAP(auto stopped, plan("stopped " + std::to_string(nth), "two", texts));
            run::RunControl control;
            {
                // The first kept weights are there when neighbours are asked.
                const std::jthread pause([&](const std::stop_token& stop) {
                    while (!stop.stop_requested() &&
                           !std::filesystem::exists(stopped.snapshotFile(0)))
                        std::this_thread::yield();
                    control.ask(run::Request::Pause);
                });
                RK_VERIFY_OK(pretrain::runPretraining(stopped, control));
            }
            const auto save = newestSave(stopped);
            if (save && save->step == 0)
                found.emplace(std::move(stopped));
        }
        QVERIFY(found);
        const run::RunFolder& stopped = *found;
        QCOMPARE(epochsWith(stopped, "knn"), std::vector<double>{0});
        run::RunControl again;
        RK_VERIFY_OK(pretrain::runPretraining(stopped, again));
        QCOMPARE(epochsWith(stopped, "knn"), epochsWith(whole, "knn"));
        RK_UNWRAP(const auto want, newestSave(whole));
        RK_UNWRAP(const auto have, newestSave(stopped));
        QCOMPARE(have.details, want.details);
    }

    /// Labels of the test part are nobody's business here.
    void testImagesHaveNoPart()
    {
        RK_UNWRAP(const auto run, train("one class", "one", {{"knn_every", "1"}}));
        QVERIFY(epochsWith(run, "knn").empty());
        QVERIFY(!epochsWith(run, "loss").empty());
    }

    void labelsThatAreNeededAreAskedFor()
    {
        for (const char* set : {"flat", "one"}) {
            const auto run = train(std::string("needs ") + set, set, {{"method", "supervised"}});
            QVERIFY(!run);
            QVERIFY(run.error().kind == ErrorKind::Mismatch);
            QVERIFY(run.error().message.find("labelled training images") != std::string::npos);
        }
        run::PretrainSettings settings;
        RK_VERIFY_OK(run::setByName(settings, {{"method", "supervised"}, {"test_images", "seen"}}));
        settings.images = m_folder / "two";
        const auto seen = run::check(settings);
        QVERIFY(!seen && seen.error().subject == "test_images");
    }

    /// What supervised pretraining costs without looking at the images only its run knows.
    void theRunSaysWhatNothingCosts()
    {
        RK_UNWRAP(const auto run, train("entropy", "two", {{"method", "supervised"}}));
        for (const Json& line : linesOf(run)) {
            if (line.contains("loss_uninformed"))
                QVERIFY(std::abs(line["loss_uninformed"].get<double>() - std::log(2.0)) < 1e-12);
        }
        RK_UNWRAP(const auto settings, run.settings());
        QVERIFY(!run::uninformedLoss(std::get<run::PretrainSettings>(settings)));
    }
};

QTEST_GUILESS_MAIN(TestWatchedRun)
#include "tst_watched_run.moc"
