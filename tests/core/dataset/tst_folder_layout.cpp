#include "core/dataset/folder_structure.h"
#include "core/dataset/part_words.h"

#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::dataset;

namespace {

using Texts = std::vector<std::string>;

/// Two pictures in each of these folders.
FolderListing listing(const Texts& folders)
{
    FolderListing found;
    for (const std::string& folder : folders) {
        for (const char* name : {"1.png", "2.png"})
            found.pictures.push_back(folder.empty() ? name : folder + '/' + name);
    }
    std::sort(found.pictures.begin(), found.pictures.end());
    return found;
}

QString shown(const Structure& structure)
{
    std::set<std::string> parts;
    for (const Place& place : structure.places)
        if (place.part != Part::None)
            parts.insert(std::string(partName(place.part)));
    QStringList words;
    for (const std::string& name : structure.classes)
        words << QString::fromStdString(name);
    words << QStringLiteral("|");
    for (const std::string& name : parts)
        words << QString::fromStdString(name);
    return words.join(u' ').trimmed();
}

} // namespace

/// Folders as archives and people leave them.
class TestFolderLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layouts_data()
    {
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<QString>("meaning"); ///< classes | parts
        const auto row = [](const char* name, const QStringList& folders, const char* meaning) {
            QTest::newRow(name) << folders << QString::fromLatin1(meaning);
        };
        row("classes", {"a", "b"}, "a b |");
        row("one folder down", {"lesions/a", "lesions/b"}, "a b |");
        row("two folders down", {"x/lesions/a", "x/lesions/b"}, "a b |");
        row("parts one folder down", {"data/train/a", "data/train/b", "data/test/a", "data/test/b"},
            "a b | test train");
        row("training alone", {"train/a", "train/b"}, "a b | train");
        row("one folder of pictures", {"pictures"}, "|");
        row("patients in classes", {"a/p1", "a/p2", "b/p3"}, "a b |");
        row("sets", {"training_set/a", "training_set/b", "test_set/a", "test_set/b"},
            "a b | test train");
        row("a word in front", {"seg_train/a", "seg_train/b", "seg_test/a", "seg_test/b"},
            "a b | test train");
        row("parts twice",
            {"seg_train/seg_train/a", "seg_train/seg_train/b", "seg_test/seg_test/a",
             "seg_test/seg_test/b"},
            "a b | test train");
        row("one class in a part, by patients",
            {"train/a/p1", "train/a/p2", "train/b/p3", "test/b/p4", "test/b/p5"},
            "a b | test train");
        row("no word for training", {"TISSUE-100K/A", "TISSUE-100K/B", "VAL-7K/A", "VAL-7K/B"},
            "A B | train validation");
        row("words in capitals", {"Testing/a", "Train/a", "VALID/a", "Testing/b", "Train/b"},
            "a b | test train validation");
        row("hold-out", {"train/a", "train/b", "hold-out/a"}, "a b | test train");
        row("pictures in parts without classes", {"train_images", "test_images"}, "| test train");
        // Classes whose names hold such words.
        row("test results", {"test_positive", "test_negative"}, "test_negative test_positive |");
        row("tickets", {"train_ticket", "test_tube"}, "test_tube train_ticket |");
        row("one class called test", {"Test", "Control"}, "Control Test |");
        row("protests", {"protest", "contest"}, "contest protest |");
    }
    void layouts()
    {
        QFETCH(QStringList, folders);
        QFETCH(QString, meaning);
        Texts names;
        for (const QString& folder : folders)
            names.push_back(folder.toStdString());
        QCOMPARE(shown(structureFromFolders(listing(names))), meaning);
    }

    void whereItWasFoundIsSaid()
    {
        const auto structure =
            structureFromFolders(listing({"lesions/lesions/a", "lesions/lesions/b"}));
        QCOMPARE(structure.readAs, std::string("2 classes from folder names in lesions/lesions."));
    }

    /// Two hospitals with the same folders in each: nobody knows which are the classes.
    void sameNamesBelowAreRemarked()
    {
        const auto structure = structureFromFolders(
            listing({"north/benign", "north/malignant", "south/benign", "south/malignant"}));
        QCOMPARE(structure.remarks.size(), std::size_t{1});
        QCOMPARE(structure.remarks[0].kind, std::string("layout"));
        QVERIFY(structure.remarks[0].message.find("benign, malignant") != std::string::npos);
        QVERIFY(structureFromFolders(listing({"a/x", "b/y"})).remarks.empty());
        QVERIFY(structureFromFolders(listing({"train/a", "train/b", "test/a", "test/b"}))
                    .remarks.empty());
    }

    void wordsForParts_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("part"); ///< -1: none
        const auto row = [](const char* word, int part) {
            QTest::newRow(word) << QString::fromLatin1(word) << part;
        };
        for (const char* word : {"train", "Training", "TRAIN", "train_set", "trainset", "trn"})
            row(word, static_cast<int>(Part::Train));
        for (const char* word : {"val", "VALID", "validation", "dev", "val-split"})
            row(word, static_cast<int>(Part::Validation));
        for (const char* word : {"test", "Holdout", "hold-out", "hold out", "test data"})
            row(word, static_cast<int>(Part::Test));
        for (const char* word : {"", "trainer", "contest", "train test", "seg_train", "night"})
            row(word, -1);
    }
    void wordsForParts()
    {
        QFETCH(QString, word);
        QFETCH(int, part);
        const auto found = partFromWord(word.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, part);
    }
};

QTEST_APPLESS_MAIN(TestFolderLayout)
#include "tst_folder_layout.moc"
