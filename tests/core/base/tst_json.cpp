#include "core/base/json.h"

#include "core/base/read_file.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <atomic>
#include <chrono>
#include <fstream>
#include <limits>
#include <sys/stat.h>
#include <thread>

using namespace rekindle;
namespace fs = std::filesystem;

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
