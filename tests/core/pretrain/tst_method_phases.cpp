#include "core/base/log.h"
#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/pretrain/pretrain.h"
#include "core/run/identity.h"
#include "core/run/metrics_journal.h"
#include "core/run/worker.h"
#include "core/specs/spec.h"
#include "core/train/save.h"
#include "tests/core/pretrain/toy_method_torch.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cmath>

using namespace rekindle;

/// A method in phases, run by the very loop that runs SimCLR.
class TestMethodPhases : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    [[nodiscard]] Result<run::RunFolder> plan(const char* name, const char* method,
                                              double saveEveryMinutes = 5)
    {
        run::PretrainSettings settings;
        settings.method = method;
        settings.images = m_folder / "images";
        settings.architecture = "resnet18/16";
        settings.epochs = 2;
        settings.batch = 4;
        settings.imageSize = 16;
        settings.snapshots = {1};
        settings.threads = 1;
        settings.saveEveryMinutes = saveEveryMinutes;
        RK_TRY(const auto manifest, dataset::scanFolder(settings.images, {}, {}));
        settings.imagesHash = manifest.contentHash();
        RK_TRY(auto folder, run::RunFolder::create(m_folder / name, settings));
        RK_TRY(const auto list, dataset::storeManifest(folder.path() / "images", manifest));
        RK_CHECK(folder.setImageList(list));
        return folder;
    }

    /// One sitting, as the worker makes it.
    [[nodiscard]] static Result<run::Status> work(const run::RunFolder& folder)
    {
        return run::runWorker(folder, [](const run::RunFolder& run, run::RunControl& control) {
            return pretrain::runPretraining(run, control);
        });
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

    [[nodiscard]] static std::ptrdiff_t warningLines(const run::RunFolder& folder)
    {
        const auto journal = run::readJournal(folder.metricsFile());
        return !journal ? -1
                        : std::count_if(journal->lines.begin(), journal->lines.end(),
                                        [](const Json& line) { return line.contains("warning"); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        log::setQuiet(true);
        for (int i = 0; i < 8; ++i)
            pictures::write(m_folder / "images" / (std::to_string(i) + ".png"),
                            pictures::colourPng(i));
        const std::deque<pretrain::MethodEntry> methods = {
            {"toy", makeToy}, {"bad", makeBad}, {"stumbling", makeStumbling}};
        for (const pretrain::MethodEntry& method : methods) {
            specs::MethodSpec spec;
            spec.name = spec.title = spec.phrase = method.name;
            specs::methods().add(spec);
            pretrain::methodList().push_back(method);
        }
    }

    void aSecondMethodIsAFileAndALine()
    {
        RK_UNWRAP(const auto folder, plan("toy", "toy"));
        run::RunControl control;
        RK_UNWRAP(const auto outcome, pretrain::runPretraining(folder, control));
        QVERIFY(outcome == run::Outcome::Done);
        const ToySeen& seen = toySeen();

        // floor(8 * 2 / 4) + 1 steps; each knows its place.
        QCOMPARE(seen.total, std::int64_t{5});
        QCOMPARE(seen.steps, (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
        // Views 0 and 2 have one size, view 1 another.
        QCOMPARE(seen.blocks.size(), std::size_t{2});
        QCOMPARE(seen.blocks[0].first, (std::vector<int>{0, 2}));
        QCOMPARE(seen.blocks[0].second, (std::vector<std::int64_t>{8, 3, 16, 16}));
        QCOMPARE(seen.blocks[1].first, (std::vector<int>{1}));
        QCOMPARE(seen.blocks[1].second, (std::vector<std::int64_t>{4, 3, 8, 8}));
        // Frozen for two steps; then each update moves it against a slope of 1.
        QCOMPARE(seen.heads[0], 0.5);
        QCOMPARE(seen.heads[1], 0.5);
        QVERIFY(seen.heads[2] < seen.heads[1]);
        QVERIFY(seen.heads[3] < seen.heads[2]);
        // The moving average by hand, with BYOL's momentum over five steps from 3/4 written out:
        // 1 - 1/8 (1 + cos 36 k degrees).
        const std::vector<double> momentum{0.75, 0.773872875703131, 0.836372875703131,
                                           0.913627124296869, 0.976127124296869};
        for (std::size_t n = 0; n < seen.averages.size(); ++n) {
            double average = 0;
            for (std::size_t i = 0; i <= n; ++i)
                average = momentum[i] * average + (1 - momentum[i]) * seen.heads[i];
            QVERIFY(std::abs(seen.averages[n] - average) < 1e-6);
        }
        // The run is told like any other.
        RK_UNWRAP(const auto journal, run::readJournal(folder.metricsFile()));
        QCOMPARE(journal.lines.size(), std::size_t{5});
        QCOMPARE(journal.lines[0]["loss"], Json(0.5));
    }

    /// A loss that leaves the numbers: each such step is undone and told, the third ends the run.
    void badStepsAreUndoneToldAndEndTheRun()
    {
        RK_UNWRAP(const auto folder, plan("bad", "bad"));
        run::RunControl control;
        const auto outcome = pretrain::runPretraining(folder, control);
        RK_VERIFY_FAILS(ErrorKind::Diverged, outcome);
        QCOMPARE(control.warnings().count(), std::uint64_t{3});
        QCOMPARE(control.warnings().items()[0].kind, std::string("step_undone"));
        // The first step was good, the weights after it are what is saved: nothing moved since.
        RK_UNWRAP(const auto journal, run::readJournal(folder.metricsFile()));
        QCOMPARE(journal.lines.size(), std::size_t{4});
        QCOMPARE(journal.lines[1]["kind"], Json("warning"));
        QVERIFY(badStateIsAsAfterTheGoodStep());
    }

    /// Weights, statistics, the optimiser's state and the method's own averages: all of a resumed
    /// run are those of one that was never stopped.
    void aResumedRunIsTheSameRun()
    {
        stumbling() = {{1}, -1};
        RK_UNWRAP(const auto whole, plan("whole", "stumbling", 0));
        RK_VERIFY_OK(work(whole));
        RK_UNWRAP(const auto killed, plan("killed", "stumbling", 0));
        stumbling().dies = 3;
        RK_UNWRAP(const auto first, work(killed));
        QVERIFY(first.state == run::State::Failed && first.step == 3);
        stumbling().dies = -1;
        RK_UNWRAP(const auto second, work(killed));
        QVERIFY(second.state == run::State::Done && second.step == 5);
        RK_UNWRAP(const auto one, newestSave(whole));
        RK_UNWRAP(const auto other, newestSave(killed));
        QCOMPARE(other.details, one.details);
        QCOMPARE(one.details["updates"], Json(4));
        QCOMPARE(other.tensors.items().size(), one.tensors.items().size());
        for (const auto& item : one.tensors.items())
            QVERIFY2(other.tensors.find(item.name)->values == item.tensor.values,
                     item.name.c_str());
        QVERIFY(one.tensors.find("optimizer/head/mean")->values[0] != 0.0F);
        QCOMPARE(second.warnings.count(), std::uint64_t{1});
    }

    /// A bad step that a kill undid is made again, and told and counted once.
    void aStepThatAKillUndidIsToldOnce()
    {
        RK_UNWRAP(const auto folder, plan("told once", "stumbling"));
        stumbling() = {{2}, 3}; // saved after step 2, with the snapshot
        RK_UNWRAP(const auto first, work(folder));
        QVERIFY(first.state == run::State::Failed);
        QCOMPARE(first.warnings.count(), std::uint64_t{1});
        QCOMPARE(warningLines(folder), 1);
        stumbling().dies = -1;
        RK_UNWRAP(const auto second, work(folder));
        QVERIFY(second.state == run::State::Done);
        QCOMPARE(second.warnings.count(), std::uint64_t{1});
        QCOMPARE(warningLines(folder), 1);
    }

    /// Three in a row are three in a row, whatever lies between them.
    void badStepsInARowAreCountedAcrossSittings()
    {
        RK_UNWRAP(const auto folder, plan("in a row", "stumbling", 0));
        stumbling() = {{1, 2, 3}, 3};
        RK_UNWRAP(const auto first, work(folder));
        QVERIFY(first.state == run::State::Failed);
        QVERIFY(first.error && first.error->kind == ErrorKind::Internal);
        stumbling().dies = -1;
        RK_UNWRAP(const auto second, work(folder));
        QVERIFY(second.state == run::State::Failed && second.error);
        QVERIFY(second.error->kind == ErrorKind::Diverged);
        QCOMPARE(second.error->subject, std::string("in a row"));
        QCOMPARE(second.warnings.count(), std::uint64_t{3});
    }
};

QTEST_GUILESS_MAIN(TestMethodPhases)
#include "tst_method_phases.moc"
