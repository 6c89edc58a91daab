#include "core/dataset/split_hash.h"

#include "tests/support/result_macros.h"

using namespace rekindle;
using dataset::hashOf;
using dataset::Manifest;
using dataset::Split;

namespace {

Manifest someImages()
{
    Manifest manifest;
    manifest.folder = "/data/images";
    manifest.classes = {"a", "b"};
    for (int i = 0; i < 4; ++i) {
        dataset::ImageEntry image;
        image.label = i % 2;
        manifest.add({.path = "image-" + std::to_string(i) + ".png",
                      .format = "PNG",
                      .sha256 = std::string(64, static_cast<char>('0' + i))},
                     image);
    }
    return manifest;
}

} // namespace

class TestSplitHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What changes a score changes it; where the images lie does not.
    void ofASplit()
    {
        const Manifest manifest = someImages();
        Split split;
        split.train = {0, 1, 2};
        split.test = {3};
        const std::string hash = hashOf(manifest, split);
        QCOMPARE(hash.size(), std::size_t(64));

        Manifest moved = manifest;
        moved.folder = "/elsewhere";
        QCOMPARE(hashOf(moved, split), hash);
        Manifest other = manifest;
        other.images[3].label = 0;
        QVERIFY(hashOf(other, split) != hash);
        other = manifest;
        other.files[0].sha256 = std::string(64, 'f');
        QVERIFY(hashOf(other, split) != hash);
        other = manifest;
        other.classes = {"b", "a"};
        QVERIFY(hashOf(other, split) != hash);
        Split swapped = split;
        swapped.train = {0, 1, 3};
        swapped.test = {2};
        QVERIFY(hashOf(manifest, swapped) != hash);
        // The same images in another part.
        Split validated = split;
        std::swap(validated.validation, validated.test);
        QVERIFY(hashOf(manifest, validated) != hash);
    }

    /// Pretraining never looks at labels.
    void ofImagesAlone()
    {
        const Manifest manifest = someImages();
        const std::vector<std::size_t> all{0, 1, 2, 3};
        const std::string hash = hashOf(manifest, all);
        Manifest relabelled = manifest;
        relabelled.images[0].label = 1;
        relabelled.classes.clear();
        QCOMPARE(hashOf(relabelled, all), hash);
        QVERIFY(hashOf(manifest, std::vector<std::size_t>{0, 1, 2}) != hash);
        Manifest renamed = manifest;
        renamed.files[0].path = "other.png";
        QVERIFY(hashOf(renamed, all) != hash);
        Manifest frames = manifest;
        frames.files[0].images = 2;
        const std::string first = hashOf(frames, all);
        frames.images[0].frame = 1;
        QVERIFY(hashOf(frames, all) != first);
    }
};

QTEST_APPLESS_MAIN(TestSplitHash)
#include "tst_split_hash.moc"
