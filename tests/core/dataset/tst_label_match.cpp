#include "core/dataset/label_match.h"

#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::dataset;

namespace {

using Texts = std::vector<std::string>;

LabelTable tableOf(const Texts& files)
{
    LabelTable table;
    for (std::size_t i = 0; i < files.size(); ++i)
        table.rows.push_back({files[i], "label " + std::to_string(i), {}, {}, i + 2});
    table.columns = "file image_id, label dx";
    return table;
}

} // namespace

/// Rows of tables find the pictures that they mean, and no others.
class TestLabelMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRow_data()
    {
        QTest::addColumn<QString>("file");    ///< in the table
        QTest::addColumn<QString>("picture"); ///< that is meant
        const auto row = [](const char* name, const char* file, const char* picture) {
            QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(picture);
        };
        row("as it stands", "set/ISIC_1.jpg", "set/ISIC_1.jpg");
        row("without ending", "ISIC_1", "ISIC_1.jpg");
        row("another ending", "ISIC_1.dcm", "ISIC_1.png");
        row("capitals", "isic_1.JPG", "ISIC_1.jpg");
        row("a path of this computer", "/data/input/set/ISIC_1.jpg", "set/ISIC_1.jpg");
        row("a path of another computer", "C:\\data\\set\\ISIC_1.jpg", "ISIC_1.jpg");
        row("a folder in front", "set/ISIC_1.jpg", "ISIC_1.jpg");
        row("without the folder", "ISIC_1.jpg", "nv/ISIC_1.jpg");
        row("dots in the name", "scan.v1", "scan.v1.png");
        row("decomposed letters", "Br\u00fcste_\u00e9.png", "Bru\u0308ste_e\u0301.png");
        row("composed letters", "Bru\u0308ste.png", "Br\u00fcste.png");
        row("sharp s", "STRASSE.png", "Stra\u00dfe.png");
    }
    void oneRow()
    {
        QFETCH(QString, file);
        QFETCH(QString, picture);
        const Texts pictures{picture.toStdString(), "z/other.png"};
        const LabelTable table = tableOf({file.toStdString()});
        const auto match = matchRows(pictures, table, "t.csv");
        if (!match)
            QFAIL(describe(match.error()).c_str());
        QVERIFY(match->rows[0] == &table.rows[0] && match->rows[1] == nullptr);
        QVERIFY(match->problems.empty());
    }

    /// A name of a disk that is not UTF-8, written in a table as it is in one of Windows.
    void namesThatAreNotUtf8()
    {
        const LabelTable table = tableOf({"b\xc3\xa9.png"});
        const auto match = matchRows({"b\xe9.png"}, table, "t.csv");
        QVERIFY(match && match->rows[0] == &table.rows[0]);
    }

    /// Folders that both have must be equal: "train/1.png" is not "test/1.png".
    void otherFoldersAreOtherPictures()
    {
        const LabelTable table = tableOf({"train/1.png", "test/2.png"});
        const auto match = matchRows({"test/1.png", "test/2.png"}, table, "t.csv");
        QVERIFY(match.has_value());
        QVERIFY(match->rows[0] == nullptr && match->rows[1] == &table.rows[1]);
        QCOMPARE(match->problems.size(), std::size_t{1});
        QCOMPARE(match->problems[0].kind, std::string("table"));
    }

    void whatMayBeSeveralIsNone()
    {
        const LabelTable table = tableOf({"1.png", "c.png"});
        const auto match = matchRows({"a/1.png", "b/1.png", "c.png"}, table, "t.csv");
        QVERIFY(match.has_value());
        QVERIFY(match->rows[0] == nullptr && match->rows[1] == nullptr);
        QCOMPARE(match->problems.size(), std::size_t{1});
        QVERIFY(match->problems[0].message.find("2 images") != std::string::npos);
    }

    void capitalsTellNamesApart()
    {
        const LabelTable table = tableOf({"A.png", "a.png"});
        const auto match = matchRows({"A.png", "a.png"}, table, "t.csv");
        QVERIFY(match.has_value());
        QVERIFY(match->rows[0] == &table.rows[0] && match->rows[1] == &table.rows[1]);
    }

    void theDeeperPathWins()
    {
        const LabelTable table = tableOf({"x/a/1.png"});
        const auto match = matchRows({"a/1.png", "1.png"}, table, "t.csv");
        QVERIFY(match && match->rows[0] == &table.rows[0] && match->rows[1] == nullptr);
    }

    void rowsThatSayTheSameTwice()
    {
        LabelTable table = tableOf({"a.png", "./a.png"});
        auto match = matchRows({"a.png"}, table, "t.csv");
        QVERIFY(!match);
        QCOMPARE(match.error().kind, ErrorKind::Damaged);
        QVERIFY(match.error().message.find("Lines 2 and 3") != std::string::npos);
        table.rows[1].label = table.rows[0].label;
        match = matchRows({"a.png"}, table, "t.csv");
        QVERIFY(match && match->rows[0] != nullptr);
    }

    /// The first row, what it may have meant, and how the table was read.
    void noneFits()
    {
        const auto match =
            matchRows({"ISIC_0001.jpg", "other.jpg"}, tableOf({"ISIC_0002.jpg"}), "t.csv");
        QVERIFY(!match);
        const std::string& message = match.error().message;
        for (const char* words :
             {"line 2", "ISIC_0002.jpg", "nearest is ISIC_0001.jpg", "file image_id, label dx"})
            QVERIFY2(message.find(words) != std::string::npos, message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestLabelMatch)
#include "tst_label_match.moc"
