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
        QTest::newRow("Excel's line, separators too many")
            << QByteArray("sep=;\r\nfile;label;patient;split;\r\na/b.png;cat;P 1;val;;\r\n;;;\r\n");
        QTest::newRow("old Mac") << QByteArray("file;label;patient;split\ra/b.png;cat;P 1;val\r");
        QTest::newRow("bars") << QByteArray("file|label|patient|split\na/b.png|cat|P 1|val\n");
        QTest::newRow("other names") << QByteArray(
            "lesion_id,Image ID,dx,PatientID,partition,age\nH,a/b.png,cat,P 1,val_set,54\n");
        const QString words =
            QStringLiteral("file\tlabel\tpatient\tsplit\r\na/b.png\tcat\tP 1\tval\r\n");
        QByteArray little("\xff\xfe"), big("\xfe\xff");
        for (const QChar c : words) {
            little += QByteArray(1, static_cast<char>(c.cell())) +
                      QByteArray(1, static_cast<char>(c.row()));
            big += QByteArray(1, static_cast<char>(c.row())) +
                   QByteArray(1, static_cast<char>(c.cell()));
        }
        QTest::newRow("UTF-16") << little;
        QTest::newRow("UTF-16, high byte first") << big;
        QTest::newRow("quotes") << QByteArray(
            "\"file\",\"label\",\"patient\",\"split\"\n\"a/b.png\",\"cat\",\"P 1\",\"val\"\n");
    }

    void readsWhatSpreadsheetsWrite()
    {
        QFETCH(QByteArray, text);
        const auto table = parseLabels(text.toStdString(), "t.csv");
        if (!table)
            QFAIL(describe(table.error()).c_str());
        QCOMPARE(table->rows.size(), std::size_t{1});
        const CsvRow& row = table->rows.front();
        QVERIFY(row.file == "a/b.png" || row.file == ".\\a\\b.png");
        QCOMPARE(row.label, std::string("cat"));
        QCOMPARE(row.patient, std::string("P 1"));
        QVERIFY(row.part == Part::Validation);
    }

    void quotesMayHoldAnything()
    {
        const auto table =
            parseLabels("file,label\n\"a,b.png\",\"say \"\"x\"\",\nline\"\nc.png,z\n", "t.csv");
        QVERIFY(table.has_value());
        QCOMPARE(table->rows[0].file, std::string("a,b.png"));
        QCOMPARE(table->rows[0].label, std::string("say \"x\",\nline"));
        QCOMPARE(table->rows[1].line, std::size_t{4});
    }

    /// What is not UTF-8 is Windows-1252: é, the euro, the apostrophe of word processors.
    void lettersOfWindows()
    {
        const auto table = parseLabels("file,label\nb\xe9.png,\x80 \x92\n", "t.csv");
        QVERIFY(table.has_value());
        QCOMPARE(table->rows[0].file, std::string("b\xc3\xa9.png"));
        QCOMPARE(table->rows[0].label, std::string("\xe2\x82\xac \xe2\x80\x99"));
    }

    /// A class a column, one marked in each row.
    void classesInColumns()
    {
        const auto table =
            parseLabels("image,MEL,NV,age\na,0.0,1.0,54\nb,1.0,0.0,3\nc,0,0,1\n", "t.csv");
        QVERIFY(table.has_value());
        QCOMPARE(table->rows[0].label, std::string("NV"));
        QCOMPARE(table->rows[1].label, std::string("MEL"));
        QCOMPARE(table->rows[2].label, std::string());
        const auto two = parseLabels("image,MEL,NV\na,1,1\n", "t.csv");
        QVERIFY(!two && two.error().message.find("several classes") != std::string::npos);
    }

    /// Words of a column called "set" that are no parts: the column means something else.
    void aColumnThatIsNoSplit()
    {
        const auto table = parseLabels("file,label,set\na,x,train\nb,y,ward 3\n", "t.csv");
        QVERIFY(table.has_value());
        QVERIFY(!table->rows[0].part && !table->rows[1].part);
        const auto parts = parseLabels("file,label,set\na,x,TRAIN\nb,y,Holdout\n", "t.csv");
        QVERIFY(parts.has_value());
        QVERIFY(parts->rows[0].part == Part::Train && parts->rows[1].part == Part::Test);
    }

    void errorsNameTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no label column")
            << QByteArray("file,klass\na,b\n") << "no column names the classes";
        QTest::newRow("no file column")
            << QByteArray("colour,label\na,b\n") << "no column names the files";
        QTest::newRow("column twice") << QByteArray("file,label,label\na,b,c\n") << "appears twice";
        QTest::newRow("too few fields") << QByteArray("file,label\na,b\nc\n") << "Line 3";
        QTest::newRow("too many fields") << QByteArray("file,label\na,b,c\n") << "3 fields";
        QTest::newRow("unknown part") << QByteArray("file,label,split\na,b,night\n") << "\"night\"";
        QTest::newRow("open quote") << QByteArray("file,label\na,\"b\nc,d\n") << "not closed";
        QTest::newRow("no file") << QByteArray("file,label\n,b\n") << "file is missing";
        QTest::newRow("no rows") << QByteArray("file,label\n") << "no rows";
        QTest::newRow("nothing") << QByteArray() << "no column names the files";
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
