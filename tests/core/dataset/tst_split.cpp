#include "core/dataset/split.h"

#include "core/dataset/draw_parts.h"

#include <QtTest/QtTest>
#include <algorithm>
#include <map>
#include <set>

using namespace rekindle;
using namespace rekindle::dataset;

namespace {

/// `counts[c]` images of class c, every one with content of its own.
Manifest labelled(const std::vector<int>& counts)
{
    Manifest manifest;
    for (std::size_t c = 0; c < counts.size(); ++c) {
        manifest.classes.push_back("class" + std::to_string(c));
        for (int i = 0; i < counts[c]; ++i) {
            ImageEntry image;
            image.label = static_cast<int>(c);
            const std::string path = std::to_string(c) + "/" + std::to_string(i) + ".png";
            manifest.add({.path = path, .format = "PNG", .sha256 = path}, image);
        }
    }
    return manifest;
}

/// As it is once its parts are settled.
Result<Split> makeSplit(Manifest manifest, std::uint64_t seed, Leaks leaks = Leaks::LeaveOut)
{
    drawParts(manifest, seed);
    return splitOf(manifest, leaks);
}

/// Whether a test image, by place or by content, is among those that pretraining sees.
bool testIsSeen(const Manifest& manifest, const Split& split)
{
    std::set<std::string> seen;
    for (const std::size_t i : pretrainingImages(manifest))
        seen.insert(manifest.fileOf(manifest.images[i]).sha256);
    return std::any_of(split.test.begin(), split.test.end(), [&](std::size_t i) {
        return seen.contains(manifest.fileOf(manifest.images[i]).sha256);
    });
}

bool disjointAndComplete(const Split& split, std::size_t count)
{
    std::set<std::size_t> seen;
    for (const auto* part : {&split.train, &split.validation, &split.test})
        seen.insert(part->begin(), part->end());
    return seen.size() == count &&
           split.train.size() + split.validation.size() + split.test.size() == count;
}

} // namespace

/// Properties that a fair split must have, whatever is drawn.
class TestSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eightyTwentyInEveryClass()
    {
        const Manifest manifest = labelled({50, 10, 5, 2});
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto split = makeSplit(manifest, seed);
            QVERIFY(split.has_value());
            QVERIFY(disjointAndComplete(*split, 67));
            QCOMPARE(manifest.classCounts(split->test), (std::vector<std::uint64_t>{10, 2, 1, 1}));
            QVERIFY(std::is_sorted(split->train.begin(), split->train.end()));
            QVERIFY(splitWarnings(manifest, *split).empty());
        }
    }

    void theSeedDecides()
    {
        const Manifest manifest = labelled({40, 40});
        QCOMPARE(makeSplit(manifest, 4)->test, makeSplit(manifest, 4)->test);
        QVERIFY(makeSplit(manifest, 4)->test != makeSplit(manifest, 5)->test);
        // Every image must have its chance: about 20 % of draws each.
        std::map<std::size_t, int> chosen;
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            const auto split = makeSplit(manifest, seed);
            for (const std::size_t i : split->test)
                ++chosen[i];
        }
        QCOMPARE(chosen.size(), std::size_t{80});
        for (const auto& [i, times] : chosen)
            QVERIFY(times > 60 && times < 140); // 100 +- 4.5 standard deviations
    }

    void patientsStayTogether()
    {
        Manifest manifest = labelled({60, 60});
        for (std::size_t i = 0; i < manifest.images.size(); ++i)
            manifest.images[i].patient = "P" + std::to_string(i / 4);
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto split = makeSplit(manifest, seed);
            QVERIFY(disjointAndComplete(*split, 120));
            QVERIFY(splitWarnings(manifest, *split).empty());
            QCOMPARE(manifest.classCounts(split->test), (std::vector<std::uint64_t>{12, 12}));
        }
    }

    void copiesStayTogether()
    {
        Manifest manifest = labelled({30, 30});
        for (std::size_t i = 0; i < 30; i += 2)
            manifest.files[i + 1].sha256 = manifest.files[i].sha256;
        for (std::uint64_t seed = 0; seed < 20; ++seed)
            QVERIFY(splitWarnings(manifest, *makeSplit(manifest, seed)).empty());
    }

    /// The frames of one file are one examination.
    void framesStayTogether()
    {
        Manifest manifest = labelled({30, 30});
        for (std::size_t i = 0; i < manifest.images.size(); ++i) {
            manifest.images[i].file = static_cast<std::uint32_t>(i / 3);
            manifest.images[i].frame = static_cast<int>(i % 3);
        }
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto split = makeSplit(manifest, seed);
            std::set<std::uint32_t> trained;
            for (const std::size_t i : split->train)
                trained.insert(manifest.images[i].file);
            for (const std::size_t i : split->test)
                QVERIFY(!trained.contains(manifest.images[i].file));
        }
    }

    void foldersOwnPartsAreTaken()
    {
        Manifest manifest = labelled({10, 10});
        for (std::size_t i = 0; i < 20; ++i)
            manifest.images[i].part = i % 5 == 0   ? Part::Test
                                      : i % 5 == 1 ? Part::Validation
                                                   : Part::Train;
        drawParts(manifest, 1);
        QVERIFY(!manifest.splitSeed);
        const auto split = splitOf(manifest);
        QCOMPARE(split->test, (std::vector<std::size_t>{0, 5, 10, 15}));
        QCOMPARE(split->validation, (std::vector<std::size_t>{1, 6, 11, 16}));
        QCOMPARE(pretrainingImages(manifest), split->train);
    }

    void aValidationPartAloneServesAsTest()
    {
        Manifest manifest = labelled({10, 10});
        for (std::size_t i = 0; i < 20; ++i)
            manifest.images[i].part = i % 5 == 0 ? Part::Validation : Part::Train;
        const auto split = makeSplit(manifest, 1);
        QVERIFY(split->validation.empty());
        QCOMPARE(split->test.size(), std::size_t{4});
    }

    void aTrainingPartAloneIsDivided()
    {
        Manifest manifest = labelled({10, 10});
        for (auto& image : manifest.images)
            image.part = Part::Train;
        const auto split = makeSplit(manifest, 1);
        QCOMPARE(split->test.size(), std::size_t{4});
    }

    void unlabelledTakeNoPart()
    {
        Manifest manifest = labelled({10, 10});
        manifest.images[3].label = -1;
        const auto split = makeSplit(manifest, 1);
        QVERIFY(disjointAndComplete(*split, 19));
        for (const auto* part : {&split->train, &split->test})
            QVERIFY(std::find(part->begin(), part->end(), std::size_t{3}) == part->end());
        drawParts(manifest, 1);
        QCOMPARE(pretrainingImages(manifest).size(), std::size_t{16}); // 15 and the unlabelled one
    }

    void testImagesAreNeverPretrainedOn_data()
    {
        QTest::addColumn<QList<int>>("parts"); // of images i % 5
        const int none = static_cast<int>(Part::None), train = static_cast<int>(Part::Train);
        const int validation = static_cast<int>(Part::Validation),
                  test = static_cast<int>(Part::Test);
        QTest::newRow("classes alone") << QList<int>{none, none, none, none, none};
        QTest::newRow("train alone") << QList<int>{train, train, train, train, train};
        QTest::newRow("train and test") << QList<int>{train, train, train, train, test};
        QTest::newRow("train and validation") << QList<int>{train, train, train, train, validation};
        QTest::newRow("all three") << QList<int>{train, train, train, validation, test};
        QTest::newRow("test and the rest") << QList<int>{none, none, none, none, test};
        QTest::newRow("test alone") << QList<int>{test, test, test, test, test};
        QTest::newRow("validation alone")
            << QList<int>{validation, validation, validation, validation, validation};
        QTest::newRow("some rows of a table") << QList<int>{none, none, train, train, test};
    }
    void testImagesAreNeverPretrainedOn()
    {
        QFETCH(QList<int>, parts);
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            Manifest manifest = labelled({25, 25});
            for (std::size_t i = 0; i < 50; ++i)
                manifest.images[i].part = static_cast<Part>(parts[static_cast<qsizetype>(i % 5)]);
            manifest.files[7].sha256 = manifest.files[4].sha256;
            manifest.images[9].label = -1;
            manifest.images[11].patient = manifest.images[14].patient = "P";
            drawParts(manifest, seed);
            const auto split = splitOf(manifest);
            QVERIFY(split.has_value());
            QVERIFY(!testIsSeen(manifest, *split));
            QVERIFY(pretrainingImages(manifest).size() >= 25);
            QCOMPARE(pretrainingImages(manifest, true).size() > pretrainingImages(manifest).size(),
                     true);
        }
    }

    /// A copy and another picture of a test patient, without a label or a part.
    void whatBelongsToTestImagesIsNotPretrainedOn()
    {
        Manifest manifest = labelled({10, 10});
        for (std::size_t i = 0; i < 18; ++i)
            manifest.images[i].part = i % 5 == 0 ? Part::Test : Part::Train;
        for (const std::size_t loose : {18U, 19U})
            manifest.images[loose].label = -1;
        manifest.files[18].sha256 = manifest.files[5].sha256;
        manifest.images[19].patient = manifest.images[10].patient = "P";
        drawParts(manifest, 0);
        const auto seen = pretrainingImages(manifest);
        QCOMPARE(seen.size(), std::size_t{14});
        QVERIFY(std::find(seen.begin(), seen.end(), std::size_t{18}) == seen.end());
        QVERIFY(std::find(seen.begin(), seen.end(), std::size_t{19}) == seen.end());
        QCOMPARE(pretrainingImages(manifest, true).size(), std::size_t{20});
    }

    void copiesAreLeftOutOfTheTestPart()
    {
        Manifest manifest = labelled({10, 10});
        for (std::size_t i = 0; i < 20; ++i)
            manifest.images[i].part = i % 5 == 0 ? Part::Test : Part::Train;
        manifest.files[5].sha256 = manifest.files[1].sha256;
        manifest.files[10].sha256 = manifest.files[11].sha256;
        const auto split = makeSplit(manifest, 0);
        QCOMPARE(split->test, (std::vector<std::size_t>{0, 15}));
        QCOMPARE(split->copies, std::uint64_t{2});
        QCOMPARE(split->testPart, std::uint64_t{4});
        QCOMPARE(split->train.size(), std::size_t{16});
        const auto kept = makeSplit(manifest, 0, Leaks::Keep);
        QCOMPARE(kept->test.size(), std::size_t{4});
        QCOMPARE(kept->copies, std::uint64_t{2});
        QVERIFY(
            splitWarnings(manifest, *split)
                .items()[0]
                .sentence.find(
                    "2 of 4 test images are exact copies of training images: scores on them mean "
                    "nothing.") == 0);
        for (const std::size_t test : {0U, 15U})
            manifest.files[test].sha256 = manifest.files[test + 1].sha256;
        const auto nothing = makeSplit(manifest, 0);
        QVERIFY(!nothing && nothing.error().kind == ErrorKind::Mismatch);
        QVERIFY(nothing.error().message.find("All 4 test images") == 0);
    }

    void theSameBytesInTwoClassesAreLeftOut()
    {
        Manifest manifest = labelled({10, 10});
        for (std::size_t i = 0; i < 20; ++i)
            manifest.images[i].part = i % 5 == 0 ? Part::Test : Part::Train;
        manifest.files[3].sha256 = manifest.files[13].sha256; // both train, class 0 and 1
        const auto split = makeSplit(manifest, 0);
        QCOMPARE(split->contested, std::uint64_t{2});
        QCOMPARE(split->train.size(), std::size_t{14});
        QCOMPARE(makeSplit(manifest, 0, Leaks::Keep)->train.size(), std::size_t{16});
        QCOMPARE(splitWarnings(manifest, *split).items()[0].kind,
                 std::string("same_bytes_two_classes"));
    }

    void imagesThatARunSawAreCounted()
    {
        Manifest manifest = labelled({10, 10});
        drawParts(manifest, 3);
        const auto split = splitOf(manifest);
        Manifest flat = labelled({10, 10}); // pretrained without labels
        std::vector<std::size_t> all(20);
        for (std::size_t i = 0; i < 20; ++i)
            all[i] = i;
        QCOMPARE(testImagesAmong(manifest, *split, flat, all), std::uint64_t{4});
        QCOMPARE(testImagesAmong(manifest, *split, manifest, pretrainingImages(manifest)),
                 std::uint64_t{0});
    }

    void tooLittleIsRefused()
    {
        Manifest bare = labelled({4});
        bare.classes.clear();
        for (auto& image : bare.images)
            image.label = -1;
        QCOMPARE(makeSplit(bare, 0).error().kind, ErrorKind::Mismatch);
        QCOMPARE(makeSplit(labelled({1, 1}), 0).error().kind, ErrorKind::Mismatch);
    }

    void leaksAreToldInWords()
    {
        Manifest manifest = labelled({4, 4});
        manifest.images[1].patient = manifest.images[7].patient = "P";
        Split split;
        split.train = {0, 1, 2};
        split.test = {3, 7};
        split.testPart = 3;
        split.copies = 1;
        const auto warnings = splitWarnings(manifest, split);
        QCOMPARE(warnings.count(), std::uint64_t{3});
        QVERIFY(warnings.items()[0].sentence.find("1 of 3 test images is an exact copy") == 0);
        QVERIFY(warnings.items()[1].sentence.find(
                    "1 patient has images in both training and test") == 0);
        QVERIFY(warnings.items()[2].sentence.find("Class class1 has no training images") == 0);
    }

    void labelledSharesAreStratified()
    {
        const Manifest manifest = labelled({100, 40, 3});
        std::vector<std::size_t> train(143);
        for (std::size_t i = 0; i < train.size(); ++i)
            train[i] = i;
        const auto tenth = labelledSubset(manifest, train, 0.1, 0);
        QCOMPARE(manifest.classCounts(tenth), (std::vector<std::uint64_t>{10, 4, 1}));
        QCOMPARE(labelledSubset(manifest, train, 0.1, 0), tenth);
        QVERIFY(labelledSubset(manifest, train, 0.1, 1) != tenth);
        QCOMPARE(labelledSubset(manifest, train, 1.0, 0), train);
        // Smaller shares lie inside larger ones, so curves over shares are comparable.
        const auto half = labelledSubset(manifest, train, 0.5, 0);
        QVERIFY(std::includes(half.begin(), half.end(), tenth.begin(), tenth.end()));
        const std::vector<std::size_t> few{100, 101, 102};
        for (const std::size_t i : labelledSubset(manifest, few, 0.4, 2))
            QVERIFY(i >= 100 && i <= 102);
    }
};

QTEST_APPLESS_MAIN(TestSplit)
#include "tst_split.moc"
