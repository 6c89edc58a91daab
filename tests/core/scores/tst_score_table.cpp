#include "core/scores/score_table.h"
#include "core/storage/table_file.h"
#include "tests/support/result_macros.h"
#include "tests/support/score_tables.h"
#include "tests/support/temp_folder.h"

#include <limits>

using namespace rekindle;
using namespace rekindle::scores;
using test::scoreTable;
using test::twoClasses;

class TestScoreTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Also of names that are not UTF-8: they are bytes, and two of them stay two.
    void comesBackAsItWas()
    {
        const test::TempFolder folder;
        ScoreTable table = twoClasses({0, 1, 1}, {0.25F, 0.75F, 0.125F});
        table.classes = {"r\xe9ticule", "r\xe8ticule"};
        table.images = {"a/\xff.png", "a/\xfe.png", "with, comma\nand line.png"};
        table.patients = {"7", "", "\xfc"};
        RK_UNWRAP(const TableName name, writeTable(folder / "tables", "unit.h5", table));
        RK_UNWRAP(const ScoreTable back, readTable(folder / "tables", name));
        QCOMPARE(back.classes, table.classes);
        QCOMPARE(back.images, table.images);
        QCOMPARE(back.patients, table.patients);
        QCOMPARE(back.labels, table.labels);
        QCOMPARE(back.probabilities, table.probabilities);
        QCOMPARE(back.predicted(), (std::vector<std::int64_t>{0, 1, 0}));
    }

    void ofEqualProbabilitiesTheFirstIsTaken()
    {
        const ScoreTable table = scoreTable(3, {0, 1}, {0.25F, 0.375F, 0.375F, 0.5F, 0.5F, 0});
        QCOMPARE(table.predicted(), (std::vector<std::int64_t>{1, 0}));
    }

    void whatIsNoProbabilityIsNotKept_data()
    {
        QTest::addColumn<float>("value");
        QTest::addColumn<int>("kind");
        QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN()
                             << static_cast<int>(ErrorKind::Diverged);
        QTest::newRow("infinity") << std::numeric_limits<float>::infinity()
                                  << static_cast<int>(ErrorKind::Diverged);
        QTest::newRow("negative") << -0.5F << static_cast<int>(ErrorKind::Damaged);
        QTest::newRow("too much") << 0.9F << static_cast<int>(ErrorKind::Damaged);
    }
    void whatIsNoProbabilityIsNotKept()
    {
        QFETCH(const float, value);
        QFETCH(const int, kind);
        const test::TempFolder folder;
        ScoreTable table = twoClasses({0, 1}, {0.5F, 0.5F});
        table.probabilities[2] = value;
        const auto written = writeTable(folder.path(), "unit.h5", table);
        RK_VERIFY_FAILS(static_cast<ErrorKind>(kind), written);
        QVERIFY(!std::filesystem::exists(folder / "unit.h5"));
    }

    void sizesMustFit()
    {
        ScoreTable table = twoClasses({0, 1}, {0.5F, 0.5F});
        RK_VERIFY_OK(check(table, "t"));
        table.labels[1] = 2;
        RK_VERIFY_FAILS(ErrorKind::Damaged, check(table, "t"));
        table.labels = {0};
        RK_VERIFY_FAILS(ErrorKind::Damaged, check(table, "t"));
        table.labels = {0, 1};
        table.patients = {"1"};
        RK_VERIFY_FAILS(ErrorKind::Damaged, check(table, "t"));
        table.patients.clear();
        table.probabilities.pop_back();
        RK_VERIFY_FAILS(ErrorKind::Damaged, check(table, "t"));
    }

    void anotherTableIsRefused()
    {
        const test::TempFolder folder;
        storage::Table other;
        other.attributes = {{"format", "something else"}, {"version", "1"}};
        other.arrays["labels"] = {{2}, std::vector<std::int64_t>{0, 1}};
        RK_UNWRAP(const std::string digest, storage::writeTable(folder / "other.h5", other));
        RK_VERIFY_FAILS(ErrorKind::Damaged, readTable(folder.path(), {"other.h5", digest}));
        other.attributes = {{"format", "rekindle.scores"}, {"version", "2"}};
        RK_UNWRAP(const std::string later, storage::writeTable(folder / "later.h5", other));
        RK_VERIFY_FAILS(ErrorKind::Version, readTable(folder.path(), {"later.h5", later}));
    }

    void aNameStaysInItsFolder()
    {
        RK_VERIFY_OK(tableNameFromJson(Json{{"file", "unit.h5"}, {"sha256", "00"}}, "result.json"));
        for (const char* name : {"", "..", "../unit.h5", "/etc/passwd", "a/b"})
            RK_VERIFY_FAILS(ErrorKind::Damaged,
                            tableNameFromJson(Json{{"file", name}, {"sha256", "00"}}, "r"));
    }
};

QTEST_APPLESS_MAIN(TestScoreTable)
#include "tst_score_table.moc"
