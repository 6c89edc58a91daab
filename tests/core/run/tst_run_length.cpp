#include "core/run/loss_check.h"
#include "core/run/metrics_journal.h"
#include "core/run/presets.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cmath>

using namespace rekindle;
using run::PretrainSettings;

namespace {

std::vector<std::string> kinds(const Warnings& warnings)
{
    std::vector<std::string> list;
    for (const Warning& warning : warnings.items())
        list.push_back(warning.kind);
    return list;
}

} // namespace

/// What is said of a run's length before it starts, of its presets, and of its loss at the end.
class TestRunLength : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitIsSaid()
    {
        PretrainSettings settings;
        settings.epochs = 40;
        settings.batch = 64;
        settings.warmupEpochs = 10;
        settings.snapshots = {20};
        QVERIFY(run::lengthWarnings(settings, 100'000).empty());
        settings.warmupEpochs = 40;
        QCOMPARE(kinds(run::lengthWarnings(settings, 100'000)),
                 (std::vector<std::string>{"long_warmup"}));
        settings.warmupEpochs = 10;
        settings.snapshots = {25, 50, 100};
        const auto beyond = run::lengthWarnings(settings, 100'000);
        QCOMPARE(kinds(beyond), (std::vector<std::string>{"snapshots_beyond_end"}));
        QVERIFY(beyond.items().front().sentence.find("at 50, 100") != std::string::npos);
        settings.snapshots = {};
        QCOMPARE(kinds(run::lengthWarnings(settings, 63)),
                 (std::vector<std::string>{"no_step_in_pass"}));
        // 40 passes of 10 steps at temperature 0.1 learn little; at 0.5 nothing is said.
        QCOMPARE(kinds(run::lengthWarnings(settings, 640)),
                 (std::vector<std::string>{"few_steps"}));
        settings.own["temperature"] = 0.5;
        QVERIFY(run::lengthWarnings(settings, 640).empty());
    }

    void presetsSetWhatTheySay()
    {
        for (const run::Preset& preset : run::presets()) {
            PretrainSettings settings;
            settings.images = "/images";
            RK_VERIFY_OK(run::applyPreset(settings, preset.name));
            RK_VERIFY_OK(run::check(settings));
            QVERIFY(!preset.source.empty() && !preset.when.empty());
        }
        PretrainSettings small;
        RK_VERIFY_OK(run::applyPreset(small, "small-set"));
        QCOMPARE(small.own["temperature"], Json(0.5));
        QCOMPARE(small.own["colour_strength"], Json(0.5));
        QCOMPARE(small.own["blur"], Json(0.0));
        // 100,000 images an epoch, as in the paper, and not one pass over what there is.
        PretrainSettings paper;
        RK_VERIFY_OK(run::applyPreset(paper, "paper"));
        QCOMPARE(paper.imagesPerEpoch, std::int64_t{100'000});
        QCOMPARE(paper.batch, std::int64_t{1024});
        RK_VERIFY_FAILS(ErrorKind::Usage, run::applyPreset(paper, "mine"));
    }

    void aRunThatLearnedNothingIsCalledSo_data()
    {
        QTest::addColumn<double>("loss"); // of the last pass; the first one is at 20
        QTest::addColumn<bool>("said");
        QTest::newRow("above") << 9.70 << true;
        QTest::newRow("below") << 9.60 << false; // 2 ln 127 = 9.688
    }
    void aRunThatLearnedNothingIsCalledSo()
    {
        QFETCH(const double, loss);
        QFETCH(const bool, said);
        const test::TempFolder folder;
        PretrainSettings settings;
        settings.images = "/images";
        settings.batch = 64;
        QVERIFY(std::abs(*run::uninformedLoss(settings) - 9.6884) < 1e-3);
        RK_UNWRAP(const auto made, run::RunFolder::create(folder / "run", settings));
        RK_UNWRAP(auto journal, run::MetricsJournal::open(made.metricsFile(), -1));
        for (int step = 1; step <= 20; ++step)
            RK_VERIFY_OK(journal.append(
                Json{{"step", step}, {"epoch", step / 10.0}, {"loss", step <= 10 ? 20.0 : loss}}));
        RK_VERIFY_OK(journal.flush());
        QVERIFY(run::lossWarnings(made).empty()); // not done yet
        run::Status status;
        status.state = run::State::Done;
        RK_VERIFY_OK(made.writeStatus(status));
        QCOMPARE(!run::lossWarnings(made).empty(), said);
    }
};

QTEST_APPLESS_MAIN(TestRunLength)
#include "tst_run_length.moc"
