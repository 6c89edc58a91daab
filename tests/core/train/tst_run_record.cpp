#include "core/train/run_record.h"

#include "core/base/log.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

using namespace rekindle;
using train::RunPart;
using train::RunRecord;

namespace {

const Warning kUndone{"step_undone", "A step was undone", {}, 1};

Result<run::RunFolder> newRun(const test::TempFolder& folder)
{
    run::PretrainSettings settings;
    settings.images = "/data/images";
    return run::RunFolder::create(folder / "run", settings);
}

Result<RunRecord> open(const run::RunFolder& folder, run::RunControl& control,
                       std::int64_t keptSeq = -1)
{
    return RunRecord::open(folder, control, {"abc", 5, keptSeq});
}

Result<void> save(RunRecord& record, std::int64_t step)
{
    train::Save save;
    save.step = step;
    save.tensors.set("w", {{1}, {static_cast<float>(step)}});
    return record.write(std::move(save));
}

std::size_t linesOf(const run::RunFolder& folder)
{
    const auto read = run::readJournal(folder.metricsFile());
    return read ? read->lines.size() : 0;
}

RunPart unit(int target)
{
    RunPart part;
    part.inLines["target_epoch"] = 10 * target;
    part.inSaves["target"] = target;
    part.before = target;
    return part;
}

} // namespace

class TestRunRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A kill undoes what came after the save, and its warnings with it: a step that is made again
    /// is not told twice, whatever the status had seen.
    void warningsEndWhereTheSaveDoes()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder));
        Warnings seen;
        {
            run::RunControl control;
            RK_UNWRAP(auto record, open(run, control));
            RK_VERIFY_OK(record.warn(kUndone, 1));
            RK_VERIFY_OK(save(record, 1));
            RK_VERIFY_OK(record.warn(kUndone, 2));
            RK_VERIFY_OK(record.warn({"other", "Something else", "a.png", 1}, 2));
            seen = control.warnings();
            QCOMPARE(seen.count(), std::uint64_t{3});
        }
        run::RunControl control;
        control.recall(seen); // as the control thread does from the status
        RK_UNWRAP(auto record, open(run, control));
        QCOMPARE(linesOf(run), std::size_t{1});
        QCOMPARE(control.warnings().items(), std::vector<Warning>{kUndone});
        RK_VERIFY_OK(record.warn(kUndone, 2));
        QCOMPARE(control.warnings().count(), std::uint64_t{2});
    }

    /// How much is done again stands in the log; nothing where nothing was undone.
    void whatAKillCostIsLogged()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder));
        const auto lines = [&](double seconds) -> Result<void> {
            run::RunControl control;
            RK_TRY(auto record, open(run, control));
            RK_CHECK(save(record, 1));
            return record.append(Json{{"kind", "step"}, {"seconds", seconds}});
        };
        log::toFile(run.logFile());
        const auto logged = [&] {
            QFile file(QString::fromStdString(run.logFile().string()));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        RK_VERIFY_OK(lines(41.6));
        QVERIFY(!logged().contains("Lost with"));
        run::RunControl control;
        RK_UNWRAP(const auto record, open(run, control));
        QVERIFY2(logged().contains("Lost with the worker before: 42 s of work."),
                 qPrintable(logged()));
    }

    /// A unit that was finished after the last save is kept, and so is what it warned of.
    void warningsOfKeptLinesStay()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder));
        {
            run::RunControl control;
            RK_UNWRAP(auto record, open(run, control));
            record.begin(unit(0));
            RK_VERIFY_OK(save(record, 1));
            RK_VERIFY_OK(record.warn(kUndone, 2));
            RK_VERIFY_OK(record.append(Json{{"kind", "score"}}));
        }
        run::RunControl control;
        RK_UNWRAP(const auto record, open(run, control, 1));
        QCOMPARE(control.warnings().count(), std::uint64_t{1});
        RK_UNWRAP(const auto journal, run::readJournal(run.metricsFile()));
        QCOMPARE(journal.lines.size(), std::size_t{2});
        QCOMPARE(journal.lines[0]["warning"]["kind"], Json("step_undone"));
        QCOMPARE(journal.lines[0]["target_epoch"], Json(0));
    }

    /// What is so is told once, in whichever sitting it is found; also where its name is no text.
    void findingsAreToldOnce()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder));
        Warnings found;
        found.add("image_set_aside", "An image could not be read", "caf\xe9.png");
        for (int sitting = 0; sitting < 2; ++sitting) {
            run::RunControl control;
            RK_UNWRAP(auto record, open(run, control));
            RK_VERIFY_OK(record.note(found, 1));
            RK_VERIFY_OK(record.note(found, 2));
            RK_VERIFY_OK(save(record, 2 + sitting));
            QCOMPARE(control.warnings().count(), std::uint64_t{1});
            QCOMPARE(linesOf(run), std::size_t{1});
        }
    }

    void aSaveIsForItsPartAlone()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder));
        {
            run::RunControl control;
            RK_UNWRAP(auto record, open(run, control));
            record.begin(unit(0));
            RK_VERIFY_OK(save(record, 900));
            record.begin(unit(1));
            RK_VERIFY_OK(save(record, 3)); // later than 900 steps of the part before
        }
        run::RunControl control;
        RK_UNWRAP(auto record, open(run, control));
        record.begin(unit(0));
        QVERIFY(!record.takeSave());
        record.begin(unit(1));
        const auto found = record.takeSave();
        QVERIFY(found.has_value());
        QCOMPARE(found->tensors.find("w")->values, std::vector<float>{3});
        QVERIFY(!record.takeSave());
    }

    void clocksGoOn()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder));
        for (const std::int64_t sitting : {1, 2, 3}) {
            run::RunControl control;
            RK_UNWRAP(auto record, open(run, control));
            if (const auto found = record.takeSave()) {
                QCOMPARE(found->clocks["sittings"], Json(sitting - 1));
                QVERIFY(record.secondsWorked() >= found->clocks["seconds"].get<double>());
                QVERIFY(found->clocks["seconds"].get<double>() > 0);
            }
            QVERIFY(!record.saveDue()); // five minutes
            RK_VERIFY_OK(save(record, sitting));
        }
    }

    /// In every later sitting, even where nothing was saved since.
    void aDamagedSaveIsTold()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, newRun(folder));
        {
            run::RunControl control;
            RK_UNWRAP(auto record, open(run, control));
            RK_VERIFY_OK(save(record, 1));
            RK_VERIFY_OK(save(record, 2));
        }
        std::ofstream(run.checkpointsFolder() / "ckpt-000000000002" / "state.safetensors") << "x";
        for (int sitting = 0; sitting < 2; ++sitting) {
            run::RunControl control;
            RK_UNWRAP(const auto record, open(run, control));
            QCOMPARE(control.warnings().items().size(), std::size_t{1});
            QCOMPARE(control.warnings().items()[0].kind, std::string("save_set_aside"));
        }
    }
};

QTEST_APPLESS_MAIN(TestRunRecord)
#include "tst_run_record.moc"
