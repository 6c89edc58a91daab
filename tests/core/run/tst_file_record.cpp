#include "core/run/file_record.h"

#include "core/run/metrics_journal.h"
#include "core/storage/atomic_write.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace rekindle;
using run::RunFolder;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

Result<void> writeWeights(const RunFolder& folder, const std::string& text)
{
    const fs::path file = folder.backboneFile();
    return run::writeRecorded(folder, file, [&] { return storage::atomicWrite(file, text); });
}

/// A run that has ended, with a journal of three lines, a log and weights.
Result<RunFolder> endedRun(const fs::path& path)
{
    run::PretrainSettings settings;
    settings.images = "/data/images";
    RK_TRY(auto folder, RunFolder::create(path, settings));
    RK_CHECK(run::beginRecord(folder));
    put(folder.logFile(), "Started\nEnded\n");
    RK_TRY(auto journal, run::MetricsJournal::open(folder.metricsFile(), -1, {}));
    for (int step = 1; step <= 3; ++step)
        RK_CHECK(journal.append(Json{{"step", step}}));
    RK_CHECK(writeWeights(folder, "weights"));
    RK_CHECK(run::endRecord(folder));
    run::Status status;
    status.state = run::State::Done;
    RK_CHECK(folder.writeStatus(status));
    return folder;
}

/// Names of what was found to be wrong.
std::vector<std::string> wrongIn(const RunFolder& folder)
{
    std::vector<std::string> names;
    for (const auto& check : run::checkRecord(folder)) {
        if (!check.result)
            names.push_back(check.name);
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class TestFileRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeRunIsGood()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        QCOMPARE(wrongIn(run), Names{});
        Names all;
        for (const auto& check : run::checkRecord(run))
            all.push_back(check.name);
        for (const char* name : {"backbone.safetensors", "job.json", "status.json",
                                 "end of metrics.jsonl", "files.json"})
            QVERIFY2(std::find(all.begin(), all.end(), name) != all.end(), name);
    }

    /// Every bit of every file that stands for good.
    void everyFlipIsNoticed_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"backbone.safetensors", "job.json", "status.json", "files.json"})
            QTest::newRow(name) << name;
    }
    void everyFlipIsNoticed()
    {
        QFETCH(QString, name);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        const fs::path file = run.path() / name.toStdString();
        const std::string good = contentOf(file);
        QVERIFY(!good.empty());
        for (std::size_t bit = 0; bit < good.size() * 8; bit += 3) {
            std::string bad = good;
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            put(file, bad);
            QVERIFY2(!wrongIn(run).empty(), qPrintable(QString("bit %1").arg(bit)));
        }
        put(file, good);
        QCOMPARE(wrongIn(run), Names{});
    }

    void whatIsGoneIsNoticed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("weights") << "backbone.safetensors"
                                 << "backbone.safetensors";
        QTest::newRow("journal") << "metrics.jsonl"
                                 << "end of metrics.jsonl";
        QTest::newRow("record") << "files.json"
                                << "files.json";
        QTest::newRow("status") << "status.json"
                                << "status.json";
    }
    void whatIsGoneIsNoticed()
    {
        QFETCH(QString, name);
        QFETCH(QString, wrong);
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        QVERIFY(fs::remove(run.path() / name.toStdString()));
        QCOMPARE(wrongIn(run), Names{wrong.toStdString()});
    }

    void aCutJournalIsNoticed()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        const std::string lines = contentOf(run.metricsFile());
        put(run.metricsFile(), lines.substr(0, lines.find('\n') + 1));
        QCOMPARE(wrongIn(run), Names{"end of metrics.jsonl"});
    }

    void whatWasPutThereIsNoticed()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        fs::create_directory(run.path() / "snapshots");
        put(run.snapshotFile(7), "foreign");
        QCOMPARE(wrongIn(run), Names{"snapshots/epoch-000007.safetensors"});
    }

    /// A kill between a file and its record leaves the file unrecorded; the next worker takes it as
    /// it stands.
    void aKillInBetween()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        run::Status status;
        status.state = run::State::Paused;
        RK_VERIFY_OK(run.writeStatus(status));
        RK_VERIFY_FAILS(ErrorKind::Internal,
                        run::writeRecorded(run, run.backboneFile(), [&]() -> Result<void> {
                            put(run.backboneFile(), "other weights");
                            return fail(ErrorKind::Internal, "killed");
                        }));
        QCOMPARE(wrongIn(run), Names{});
        RK_VERIFY_OK(run::beginRecord(run));
        put(run.backboneFile(), "Other weights");
        QCOMPARE(wrongIn(run), Names{"backbone.safetensors"});
    }

    /// Training does not need it: it goes on with a new one, and says so.
    void aDamagedRecordIsBegunAnew()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        put(run.path() / "files.json", "{");
        RK_VERIFY_FAILS(ErrorKind::Damaged, writeWeights(run, "weights"));
        RK_UNWRAP(const Warnings warnings, run::beginRecord(run));
        QCOMPARE(warnings.items().size(), std::size_t(1));
        QCOMPARE(warnings.items()[0].kind, std::string("checksums_begun_anew"));
        QCOMPARE(wrongIn(run), Names{});
        RK_UNWRAP(const Warnings none, run::beginRecord(run));
        QVERIFY(none.empty());
    }

    /// Of an earlier version: nothing is known, and nothing is said.
    void aRunWithoutRecord()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto run, endedRun(folder / "run"));
        std::string job = contentOf(run.path() / "job.json");
        const auto at = job.find("\"checksums\"");
        job.replace(at, 11, "\"something\"");
        put(run.path() / "job.json", job);
        fs::remove(run.path() / "files.json");
        QVERIFY(run::checkRecord(run).empty());
    }
};

QTEST_GUILESS_MAIN(TestFileRecord)
#include "tst_file_record.moc"
