#include "core/base/json.h"

#include "core/base/read_file.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <atomic>
#include <chrono>
#include <cstdarg>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <limits>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <utility>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

/// What happens right before or right after a file is opened, once each.
std::function<void()> g_before;
std::function<void()> g_after;

void happen(std::function<void()>& what)
{
    if (const auto now = std::exchange(what, nullptr))
        now();
}

} // namespace

// Stands in front of the library's, so that a test can be the other process that is faster.
extern "C" int open(const char* path, int flags, ...)
{
    std::va_list rest;
    va_start(rest, flags);
    const auto mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : mode_t{0};
    va_end(rest);
    happen(g_before);
    const auto fd = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    happen(g_after);
    return fd;
}

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What was opened is what is read: a path that is exchanged again and again, file for file or
    /// for a FIFO, gives one of the whole files or an error at once, never half of something.
    void aPathThatChangesMeanwhile()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "a.json";
        const std::string small = R"({"a":1})";
        const std::string large = "{\"a\":\"" + std::string(200000, 'x') + "\"}";
        std::ofstream(file) << small;
        std::atomic<bool> stop{false};
        std::jthread exchanger([&] {
            for (int i = 0; !stop; ++i) {
                const fs::path next = folder / "next";
                if (i % 3 == 2)
                    ::mkfifo(next.c_str(), 0600);
                else
                    std::ofstream(next) << (i % 3 == 0 ? large : small);
                fs::rename(next, file);
            }
        });
        int read = 0;
        int refused = 0;
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while ((read < 300 || refused < 100) && std::chrono::steady_clock::now() < until) {
            const auto json = readJsonFile(file);
            read += json ? 1 : 0;
            refused += !json && json.error().kind == ErrorKind::Io ? 1 : 0;
            if (!json && json.error().kind != ErrorKind::Io) {
                stop = true;
                QFAIL(describe(json.error()).c_str());
            }
        }
        stop = true;
        QVERIFY(read >= 300 && refused >= 100);
    }

    /// The same at the one moment that matters: nothing that is known of the path before or after
    /// it was opened counts.
    void theMomentOfOpening()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "a.json";
        const auto put = [&](const std::string& text) {
            fs::remove(file);
            std::ofstream(file) << text;
        };
        const auto putFifo = [&] {
            fs::remove(file);
            QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
        };
        const std::string large = "[" + std::string(5000, ' ') + "1]";

        put("[1]");
        g_before = putFifo;
        RK_VERIFY_FAILS(ErrorKind::Io, readJsonFile(file));
        put("[1]");
        g_before = [&] { put(large); };
        RK_VERIFY_FAILS(ErrorKind::Limit, readJsonFile(file, 1000));

        put("[1]");
        g_after = putFifo;
        RK_UNWRAP(const Json json, readJsonFile(file));
        QCOMPARE(dumpJsonLine(json), std::string("[1]"));
        put("[1]");
        g_after = [&] { put(large); };
        RK_VERIFY_OK(readJsonFile(file, 1000));
        QVERIFY(!g_before && !g_after);
    }

    void whatIsNoOrdinaryFile()
    {
        const test::TempFolder folder;
        const fs::path fifo = folder / "fifo";
        QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
        RK_VERIFY_FAILS(ErrorKind::Io, readJsonFile(fifo));
        RK_VERIFY_FAILS(ErrorKind::Io, readJsonFile("/dev/zero"));
        RK_VERIFY_FAILS(ErrorKind::NotFound, readJsonFile(folder / "none" / "a.json"));
    }

    /// A file of no size by its own account, as those of the system are, is read to its end, and
    /// the limit holds for what is read.
    void readToTheEnd()
    {
        RK_UNWRAP(const std::string status, readFile("/proc/self/status", 1u << 20));
        QVERIFY(status.starts_with("Name:") && status.ends_with("\n"));
        RK_VERIFY_FAILS(ErrorKind::Limit, readFile("/proc/self/status", 100));
    }

    void keepsOrder()
    {
        RK_UNWRAP(const Json json, parseJson(R"({"b":1,"a":2})", "x"));
        QCOMPARE(dumpJsonLine(json), std::string(R"({"b":1,"a":2})"));
    }

    void refusesWhatIsNotStrict_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("cut") << R"({"a":)";
        QTest::newRow("twice") << R"({"a":1,"a":2})";
        QTest::newRow("twice inside") << R"({"x":{"a":1,"a":2}})";
        QTest::newRow("deep") << QString(80, '[') + QString(80, ']');
        QTest::newRow("html") << "<html></html>";
    }
    void refusesWhatIsNotStrict()
    {
        QFETCH(QString, text);
        RK_VERIFY_FAILS(ErrorKind::Damaged, parseJson(text.toStdString(), "x"));
    }

    /// Keys are kept in their order, so that their number counts squared: minutes for a megabyte.
    void tooManyKeysOfOneObject()
    {
        const auto object = [](int keys) {
            std::string text = "{";
            for (int i = 0; i < keys; ++i)
                text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":0";
            return text + "}";
        };
        RK_VERIFY_OK(parseJson(object(10'000), "it"));
        RK_VERIFY_FAILS(ErrorKind::Damaged, parseJson(object(10'001), "it"));
        RK_VERIFY_FAILS(ErrorKind::Damaged, parseJson(object(1'000'000), "it"));
    }

    void sameKeyInDifferentObjectsIsFine()
    {
        RK_VERIFY_OK(parseJson(R"([{"a":1},{"a":2},{"b":{"a":3}}])", "x"));
    }

    void fieldErrorNamesThePath()
    {
        RK_UNWRAP(const Json json, parseJson(R"({"epochs":"ten"})", "job.json"));
        FieldReader fields(json, "job.json", "settings");
        QCOMPARE(fields.integer("epochs"), std::int64_t{0});
        const auto result = fields.check();
        RK_VERIFY_FAILS(ErrorKind::Damaged, result);
        QVERIFY(result.error().message.find("settings.epochs") != std::string::npos);
        QCOMPARE(result.error().subject, std::string("job.json"));
    }

    void notANumberBecomesNull()
    {
        Json json;
        json["a"] = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(dumpJsonLine(json), std::string(R"({"a":null})"));
    }

    void missingFileAndTooLargeFile()
    {
        test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::NotFound, readJsonFile(folder / "none.json"));
        std::ofstream(folder / "big.json") << "[1,2,3,4,5,6,7,8,9]";
        RK_VERIFY_FAILS(ErrorKind::Limit, readJsonFile(folder / "big.json", 10));
        RK_VERIFY_FAILS(ErrorKind::Io, readJsonFile(folder.path()));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
