#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/look.h"
#include "core/dataset/near_copies.h"
#include "core/dataset/split.h"
#include "core/image/read_image.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <random>

using namespace rekindle;
using namespace rekindle::dataset;
namespace fs = std::filesystem;

namespace {

fs::path fixture(const std::string& name)
{
    return fs::path(REKINDLE_TEST_DATA) / "packed" / name;
}

bool bitOf(const Look& look, std::size_t bit)
{
    return (look[bit / 64] >> (bit % 64) & 1U) != 0;
}

Result<Look> lookOfFile(const std::string& name)
{
    RK_TRY(const auto picture, image::readImage({fixture(name), 0, 0, {}}));
    return lookOf(picture);
}

} // namespace

/// The same picture saved anew is found, another is not.
class TestNearCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAreSignsOfTheCosineTransform()
    {
        const Json expected = Json::parse(pictures::read(fixture("expected.json")))["looks"];
        for (const auto& [name, want] : expected.items()) {
            RK_UNWRAP(const Look look, lookOfFile(name));
            int sure = 0;
            for (std::size_t bit = 0; bit < 256; ++bit) {
                if (want["sure"][bit] == 0)
                    continue;
                ++sure;
                QVERIFY2(bitOf(look, bit) == (want["bits"][bit] == 1),
                         qPrintable(QString("%1, bit %2").arg(name.c_str()).arg(bit)));
            }
            QVERIFY(sure > 150);
        }
    }

    void copiesAreNearAndOthersFar()
    {
        RK_UNWRAP(const Look photo, lookOfFile("other0.jpg"));
        for (const char* name : {"again.jpg", "smaller.png", "larger.jpg", "brighter.png"}) {
            RK_UNWRAP(const Look copy, lookOfFile(name));
            QVERIFY2(difference(photo, copy) <= kNearBits, name);
        }
        for (const char* name : {"other1.jpg", "other2.jpg", "other3.jpg", "other4.jpg"}) {
            RK_UNWRAP(const Look other, lookOfFile(name));
            QVERIFY2(difference(photo, other) > 2 * kNearBits, name);
        }
        QVERIFY(lookOf(pictures::image(9, 7, 1, std::vector<std::uint8_t>(63, 80))) == Look{});
    }

    /// Against comparing each with each.
    void allPairsAreFound()
    {
        std::mt19937_64 random(4);
        Manifest manifest;
        std::vector<std::size_t> ones, others;
        for (std::size_t i = 0; i < 400; ++i) {
            ImageEntry entry;
            for (std::uint64_t& word : entry.look)
                word = random();
            // Half of the others are one of the ones with some bits turned.
            if (i >= 200 && i % 2 == 0) {
                entry.look = manifest.images[i - 200].look;
                for (std::size_t turned = 0; turned < i % 40; ++turned) {
                    const std::uint64_t bit = random() % 256;
                    entry.look[bit / 64] ^= std::uint64_t{1} << (bit % 64);
                }
            }
            manifest.add({std::to_string(i), "PNG", std::to_string(i)}, entry);
            (i < 200 ? ones : others).push_back(i);
        }
        std::vector<NearCopy> expected;
        for (const std::size_t one : ones) {
            for (const std::size_t other : others) {
                const int bits = difference(manifest.images[one].look, manifest.images[other].look);
                if (bits <= kNearBits)
                    expected.push_back({one, other, bits});
            }
        }
        QVERIFY(expected.size() > 40);
        QVERIFY(nearCopies(manifest, ones, others) == expected);
    }

    void aTestImageThatIsNearlyATrainingImageIsTold()
    {
        QTemporaryDir folder;
        const fs::path set = folder.path().toStdString();
        const auto put = [&](const char* from, const char* to) {
            fs::create_directories((set / to).parent_path());
            fs::copy_file(fixture(from), set / to);
        };
        put("other0.jpg", "train/a/photo.jpg");
        put("other1.jpg", "train/b/b.jpg");
        put("other2.jpg", "test/a/c.jpg");
        put("again.jpg", "test/b/saved again.jpg");
        RK_UNWRAP(const Manifest manifest, scanFolder(set, {}, {}));
        const Warnings warnings = splitWarnings(manifest);
        bool told = false;
        for (const Warning& warning : warnings.items()) {
            if (warning.kind != "near_copies_in_test")
                continue;
            told = true;
            QVERIFY2(warning.sentence.find("train/a/photo.jpg and test/b/saved again.jpg") !=
                         std::string::npos,
                     warning.sentence.c_str());
            QVERIFY(warning.sentence.starts_with("1 of 2 test images looks nearly like"));
        }
        QVERIFY(told);
    }
};

QTEST_APPLESS_MAIN(TestNearCopies)
#include "tst_near_copies.moc"
