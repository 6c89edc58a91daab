#include "core/base/json.h"

#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <limits>

using namespace rekindle;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
