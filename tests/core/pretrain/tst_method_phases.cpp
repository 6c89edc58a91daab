#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/pretrain/pretrain.h"
#include "core/run/metrics_journal.h"
#include "core/specs/spec.h"
#include "tests/core/pretrain/toy_method_torch.h"
#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <cmath>

using namespace rekindle;

/// A method in phases, run by the very loop that runs SimCLR.
class TestMethodPhases : public QObject
{
    Q_OBJECT

    test::TempFolder m_folder;

    [[nodiscard]] Result<run::RunFolder> plan(const char* method)
    {
        for (int i = 0; i < 8; ++i)
            pictures::write(m_folder / "images" / (std::to_string(i) + ".png"),
                            pictures::colourPng(i));
        run::PretrainSettings settings;
        settings.method = method;
        settings.images = m_folder / "images";
        settings.architecture = "resnet18/16";
        settings.epochs = 2;
        settings.batch = 4;
        settings.imageSize = 16;
        settings.threads = 1;
        RK_TRY(const auto manifest, dataset::scanFolder(settings.images, {}, {}));
        settings.imagesHash = manifest.contentHash();
        RK_TRY(auto folder, run::RunFolder::create(m_folder / method, settings));
        RK_TRY(const auto list, dataset::storeManifest(folder.path() / "images", manifest));
        RK_CHECK(folder.setImageList(list));
        return folder;
    }

private Q_SLOTS:
    void aSecondMethodIsAFileAndALine()
    {
        specs::MethodSpec spec;
        spec.name = spec.title = spec.phrase = "toy";
        specs::methods().add(spec);
        pretrain::methodList().push_back({"toy", makeToy});

        RK_UNWRAP(const auto folder, plan("toy"));
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
        // The moving average in closed form: the sum of (1 - m) m^(n - i) head_i.
        for (std::size_t n = 0; n < seen.averages.size(); ++n) {
            double average = 0;
            for (std::size_t i = 0; i <= n; ++i)
                average += (1 - kToyMomentum) * std::pow(kToyMomentum, static_cast<double>(n - i)) *
                           seen.heads[i];
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
        specs::MethodSpec spec;
        spec.name = spec.title = spec.phrase = "bad";
        specs::methods().add(spec);
        pretrain::methodList().push_back({"bad", makeBad});
        RK_UNWRAP(const auto folder, plan("bad"));
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
};

QTEST_GUILESS_MAIN(TestMethodPhases)
#include "tst_method_phases.moc"
