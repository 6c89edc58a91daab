#include "core/dataset/labels_csv.h"

#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::dataset;

/// Tables as spreadsheets write them, and as people break them.
class TestLabelsCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSpreadsheetsWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << QByteArray("file,label,patient,split\na/b.png,cat,P 1,val\n");
        QTest::newRow("semicolons, CR LF")
            << QByteArray("file;label;patient;split\r\na/b.png;cat;P 1;validation\r\n");
        QTest::newRow("tabs, no last line end")
            << QByteArray("file\tlabel\tpatient\tsplit\na/b.png\tcat\tP 1\tVALID");
        QTest::newRow("byte order mark, capitals, other order, blanks, blank lines") << QByteArray(
            "\xef\xbb\xbfSplit, Label ,FILE,age,Patient\nval,cat, .\\a\\b.png ,54,P 1\n\n  \n");
        QTest::newRow("quotes") << QByteArray(
            "\"file\",\"label\",\"patient\",\"split\"\n\"a/b.png\",\"cat\",\"P 1\",\"val\"\n");
    }

    void readsWhatSpreadsheetsWrite()
    {
        QFETCH(QByteArray, text);
        const auto table = parseLabels(text.toStdString(), "t.csv");
        if (!table)
            QFAIL(describe(table.error()).c_str());
        QCOMPARE(table->size(), std::size_t{1});
        QVERIFY(table->contains("a/b.png"));
        const CsvRow& row = table->at("a/b.png");
        QCOMPARE(row.label, std::string("cat"));
        QCOMPARE(row.patient, std::string("P 1"));
        QVERIFY(row.part == Part::Validation);
    }

    void quotesMayHoldAnything()
    {
        const auto table =
            parseLabels("file,label\n\"a,b.png\",\"say \"\"x\"\",\nline\"\nc.png,z\n", "t.csv");
        QVERIFY(table.has_value());
        QCOMPARE(table->at("a,b.png").label, std::string("say \"x\",\nline"));
        QCOMPARE(table->at("c.png").line, std::size_t{4});
    }

    void errorsNameTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no label column")
            << QByteArray("file,klass\na,b\n") << "column label is missing";
        QTest::newRow("no file column")
            << QByteArray("name,label\na,b\n") << "column file is missing";
        QTest::newRow("column twice") << QByteArray("file,label,label\na,b,c\n") << "appears twice";
        QTest::newRow("too few fields") << QByteArray("file,label\na,b\nc\n") << "Line 3";
        QTest::newRow("too many fields") << QByteArray("file,label\na,b,c\n") << "3 fields";
        QTest::newRow("same file twice")
            << QByteArray("file,label\na,b\n./a,c\n") << "in line 2 already";
        QTest::newRow("unknown part") << QByteArray("file,label,split\na,b,night\n") << "\"night\"";
        QTest::newRow("open quote") << QByteArray("file,label\na,\"b\nc,d\n") << "not closed";
        QTest::newRow("no file") << QByteArray("file,label\n,b\n") << "file is missing";
        QTest::newRow("no rows") << QByteArray("file,label\n") << "no rows";
        QTest::newRow("nothing") << QByteArray() << "missing";
        QTest::newRow("not text") << QByteArray("PK\3\4\0\0", 6) << "not a table";
    }

    void errorsNameTheLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const auto table = parseLabels(text.toStdString(), "t.csv");
        QVERIFY(!table);
        QCOMPARE(table.error().kind, ErrorKind::Damaged);
        QCOMPARE(table.error().subject, std::string("t.csv"));
        QVERIFY2(QString::fromStdString(table.error().message).contains(words),
                 table.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestLabelsCsv)
#include "tst_labels_csv.moc"
