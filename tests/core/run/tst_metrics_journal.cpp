#include "core/run/metrics_journal.h"

#include "core/storage/atomic_write.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <sstream>
#include <sys/resource.h>
#include <thread>

using namespace rekindle;
using run::MetricsJournal;
using run::readJournal;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

void put(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

/// Lines 0 to count - 1, with the step ten times the number.
void fill(const fs::path& file, int count)
{
    auto journal = MetricsJournal::open(file, -1);
    for (int i = 0; journal && i < count; ++i)
        static_cast<void>(journal->append(Json{{"step", 10 * i}, {"loss", 1.5}}).has_value());
}

} // namespace

class TestMetricsJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The check value of CRC-32 ("123456789" gives cbf43926) in the line's own form: the CRC of
    /// this line was computed with Python's zlib.
    void theLineAsItStands()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto journal, MetricsJournal::open(folder / "m.jsonl", -1));
        RK_VERIFY_OK(journal.append(Json{{"step", 1}, {"loss", 0.25}}));
        QCOMPARE(contentOf(folder / "m.jsonl"),
                 std::string("{\"seq\":0,\"step\":1,\"loss\":0.25,\"crc\":\"67b4f139\"}\n"));
        QCOMPARE(journal.lastSeq(), std::int64_t(0));
    }

    void notANumberBecomesNull()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto journal, MetricsJournal::open(folder / "m.jsonl", -1));
        RK_VERIFY_OK(journal.append(Json{{"loss", std::nan("")}, {"lr", HUGE_VAL}}));
        RK_UNWRAP(const auto read, readJournal(folder / "m.jsonl"));
        QCOMPARE(read.lines.size(), std::size_t(1));
        QVERIFY(read.lines[0]["loss"].is_null() && read.lines[0]["lr"].is_null());
    }

    void onlyObjectsWithoutOurKeys()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto journal, MetricsJournal::open(folder / "m.jsonl", -1));
        RK_VERIFY_FAILS(ErrorKind::Internal, journal.append(Json(5)));
        RK_VERIFY_FAILS(ErrorKind::Internal, journal.append(Json{{"seq", 5}, {"a", 1}}));
        RK_VERIFY_FAILS(ErrorKind::Limit,
                        journal.append(Json{{"a", std::string(70'000, 'x')}, {"b", 1}}));
        QCOMPARE(fs::file_size(folder / "m.jsonl"), std::uintmax_t(0));
    }

    void aReaderFollows()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "m.jsonl";
        RK_UNWRAP(const auto nothing, readJournal(file));
        QVERIFY(nothing.lines.empty() && nothing.offset == 0);
        RK_UNWRAP(auto journal, MetricsJournal::open(file, -1));
        RK_VERIFY_OK(journal.append(Json{{"step", 1}, {"loss", 1}}));
        RK_UNWRAP(const auto first, readJournal(file));
        QCOMPARE(first.lines.size(), std::size_t(1));
        RK_VERIFY_OK(journal.append(Json{{"step", 2}, {"loss", 1}}));
        RK_UNWRAP(const auto second, readJournal(file, first.offset));
        QCOMPARE(second.lines.size(), std::size_t(1));
        QVERIFY(second.lines[0]["step"] == 2 && second.lines[0]["seq"] == 1);
        RK_UNWRAP(const auto third, readJournal(file, second.offset));
        QVERIFY(third.lines.empty() && third.offset == second.offset && !third.restarted);
    }

    void aTornTailIsCutAndKept()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "metrics.jsonl";
        fill(file, 3);
        const std::string whole = contentOf(file);
        put(file, whole + "{\"seq\":3,\"st");
        RK_UNWRAP(const auto before, readJournal(file));
        QCOMPARE(before.lines.size(), std::size_t(3));
        QCOMPARE(before.damaged, std::uint64_t(0));
        QCOMPARE(before.offset, std::uint64_t(whole.size()));
        RK_UNWRAP(auto journal, MetricsJournal::open(file, 2));
        QCOMPARE(contentOf(file), whole);
        QCOMPARE(contentOf(folder / "metrics.torn"), std::string("{\"seq\":3,\"st\n"));
        RK_VERIFY_OK(journal.append(Json{{"step", 30}, {"loss", 1}}));
        RK_UNWRAP(const auto after, readJournal(file, before.offset));
        QCOMPARE(after.lines.size(), std::size_t(1));
        QVERIFY(after.lines[0]["seq"] == 3);
    }

    void aDamagedLineInTheMiddleIsSkippedAndCounted()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "m.jsonl";
        fill(file, 5);
        std::string text = contentOf(file);
        text[text.find("\"step\":20") + 7] = '9'; // still JSON, but not what was written
        put(file, text);
        RK_UNWRAP(const auto read, readJournal(file));
        QCOMPARE(read.lines.size(), std::size_t(4));
        QCOMPARE(read.damaged, std::uint64_t(1));
        RK_UNWRAP(const auto journal, MetricsJournal::open(file, 4));
        QCOMPARE(contentOf(file), text);
    }

    void everyFlippedBitIsFound()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "m.jsonl";
        fill(file, 3);
        const std::string whole = contentOf(file);
        const std::size_t begin = whole.find('\n') + 1;
        const std::size_t end = whole.find('\n', begin);
        for (std::size_t at = begin; at < end; ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string text = whole;
                text[at] = static_cast<char>(text[at] ^ (1 << bit));
                put(file, text);
                RK_UNWRAP(const auto read, readJournal(file));
                QCOMPARE(read.lines.size(), std::size_t(2));
                QVERIFY(read.damaged >= 1);
            }
        }
    }

    void whatAKillUndidIsCut()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "m.jsonl";
        fill(file, 10);
        RK_UNWRAP(const auto seen, readJournal(file));
        std::string met; // each line once, with what becomes of it
        RK_UNWRAP(auto journal,
                  MetricsJournal::open(file, 3, [&](const Json& line, MetricsJournal::Fate fate) {
                      met += std::to_string(line["seq"].get<int>()) +
                             (fate == MetricsJournal::Fate::Kept ? "k" : "c");
                  }));
        QCOMPARE(met, std::string("0k1k2k3k4c5c6c7c8c9c"));
        RK_VERIFY_OK(journal.append(Json{{"step", 40}, {"loss", 2}}));
        RK_UNWRAP(const auto read, readJournal(file));
        QCOMPARE(read.lines.size(), std::size_t(5));
        QVERIFY(read.lines[4]["seq"] == 4 && read.lines[4]["loss"] == 2);
        // Who had read further is told to begin anew.
        RK_UNWRAP(const auto follower, readJournal(file, seen.offset));
        QVERIFY(follower.restarted);
        QCOMPARE(follower.lines.size(), std::size_t(5));
    }

    /// A worker resumes again and again while the window reads.
    void aReaderSurvivesEveryCut()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "m.jsonl";
        fill(file, 400);
        test::Victim worker([&] {
            for (;;) {
                auto journal = MetricsJournal::open(file, 100);
                for (int i = 0; journal && i < 300; ++i)
                    static_cast<void>(journal->append(Json{{"step", i}, {"loss", 1}}).has_value());
            }
        });
        std::uint64_t offset = 0;
        for (int i = 0; i < 300; ++i) {
            RK_UNWRAP(const auto read, readJournal(file, offset));
            QCOMPARE(read.damaged, std::uint64_t(0));
            offset = read.offset;
        }
    }

    void aNewRunStartsClean()
    {
        const test::TempFolder folder;
        fill(folder / "m.jsonl", 3);
        RK_UNWRAP(const auto journal, MetricsJournal::open(folder / "m.jsonl", -1));
        QCOMPARE(journal.lastSeq(), std::int64_t(-1));
        QCOMPARE(fs::file_size(folder / "m.jsonl"), std::uintmax_t(0));
    }

    void aFullDiskLeavesWholeLines()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "m.jsonl";
        const int code = test::inChild([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            auto journal = MetricsJournal::open(file, -1);
            rlimit limit{1010, RLIM_INFINITY}; // in the middle of a line
            ::setrlimit(RLIMIT_FSIZE, &limit);
            int written = 0;
            while (journal->append(Json{{"step", written}, {"loss", 0.125}}))
                ++written;
            limit.rlim_cur = RLIM_INFINITY;
            ::setrlimit(RLIMIT_FSIZE, &limit);
            // Room again: it goes on with the number that failed.
            if (!journal->append(Json{{"step", written}, {"loss", 0.125}}))
                return 200;
            return written;
        });
        QVERIFY(code > 5 && code < 100);
        RK_UNWRAP(const auto read, readJournal(file));
        QCOMPARE(read.lines.size(), static_cast<std::size_t>(code) + 1);
        QCOMPARE(read.damaged, std::uint64_t(0));
        QVERIFY(read.lines.back()["seq"] == code);
    }

    void aKillCostsAtMostTheLineBeingWritten()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "m.jsonl";
        for (int round = 0; round < 10; ++round) {
            fs::remove(file); // what the round before left was never promised to this one
            test::Victim writer([&] {
                auto journal = MetricsJournal::open(file, -1);
                for (int i = 0; journal; ++i)
                    static_cast<void>(
                        journal->append(Json{{"step", i}, {"loss", 0.5}}).has_value());
            });
            // What a reader has seen while it was written is there afterwards.
            std::size_t seen = 0;
            std::uint64_t offset = 0;
            const auto until =
                std::chrono::steady_clock::now() + std::chrono::milliseconds(10 + 3 * round);
            while (std::chrono::steady_clock::now() < until) {
                RK_UNWRAP(const auto read, readJournal(file, offset));
                QCOMPARE(read.damaged, std::uint64_t(0));
                QVERIFY(!read.restarted);
                seen += read.lines.size();
                offset = read.offset;
            }
            writer.kill();
            RK_UNWRAP(const auto after, readJournal(file));
            QCOMPARE(after.damaged, std::uint64_t(0));
            QVERIFY(after.lines.size() >= seen);
            for (std::size_t i = 0; i < after.lines.size(); ++i)
                QVERIFY(after.lines[i]["seq"] == static_cast<std::int64_t>(i));
        }
    }
};

QTEST_APPLESS_MAIN(TestMetricsJournal)
#include "tst_metrics_journal.moc"
