#include "tests/core/loader/two_frames_format.h"
#include "tests/support/pictures.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/image/read_image.h"
#include "core/image/sample_room.h"
#include "core/loader/batch_loader.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>

using namespace rekindle;
using namespace rekindle::dataset;
using namespace rekindle::image;
using namespace rekindle::loader;

namespace {

constexpr int kSide = 32;

/// A ramp across that differs in the low byte alone; the frames differ in the high byte.
std::uint16_t ramp(int frame, int x, int y)
{
    return static_cast<std::uint16_t>((frame == 0 ? 0x2000 : 0x6000) + 4 * x + y);
}

std::vector<std::size_t> all(const Manifest& manifest)
{
    std::vector<std::size_t> indices(manifest.images.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

/// The whole image at its own size with nothing done to it.
views::ViewRecipe plain()
{
    views::ViewRecipe recipe = views::scoringView(kSide);
    recipe.centreShare = 1.0;
    return recipe;
}

LoaderSettings chance()
{
    LoaderSettings settings;
    settings.recipes = {views::simclrView(12), views::fineTuneView(20), views::simclrView(12)};
    settings.batch = 4;
    settings.seed = 5;
    settings.threads = 2;
    settings.cacheBytes = std::size_t{1} << 20;
    return settings;
}

/// Pixels of a part cut down to a box of it.
ImagePart cutTo(const ImagePart& part, const ImageBox& box)
{
    const auto channels = static_cast<std::size_t>(part.pixels.channels);
    ImagePart cut{{box.width, box.height, part.pixels.channels, part.pixels.bits, {}}, box};
    std::visit(
        [&](const auto& from) {
            std::decay_t<decltype(from)> to;
            for (int y = box.y; y < box.y + box.height; ++y) {
                const auto row = static_cast<std::size_t>(y - part.covers.y) *
                                 static_cast<std::size_t>(part.pixels.width);
                const auto first =
                    (row + static_cast<std::size_t>(box.x - part.covers.x)) * channels;
                to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(first),
                          from.begin() +
                              static_cast<std::ptrdiff_t>(
                                  first + static_cast<std::size_t>(box.width) * channels));
            }
            cut.pixels.pixels = std::move(to);
        },
        part.pixels.pixels);
    return cut;
}

/// A copy of half the size, each of its pixels the mean of four.
ImagePart halved(const ImagePart& whole)
{
    const auto& from = std::get<std::vector<std::uint8_t>>(whole.pixels.pixels);
    const int width = whole.pixels.width, channels = whole.pixels.channels;
    std::vector<std::uint8_t> to;
    for (int y = 0; y + 1 < whole.pixels.height; y += 2)
        for (int x = 0; x + 1 < width; x += 2)
            for (int c = 0; c < channels; ++c) {
                int sum = 2;
                for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}})
                    sum +=
                        from[static_cast<std::size_t>(((y + dy) * width + x + dx) * channels + c)];
                to.push_back(static_cast<std::uint8_t>(sum / 4));
            }
    return {{width / 2, whole.pixels.height / 2, channels, 8, std::move(to)}, whole.covers};
}

/// Answers with the box that was asked for and nothing else.
Result<ImagePart> readBoxAlone(const ImageRef& ref, const Wanted& wanted)
{
    RK_TRY(const auto part, readPart(ref, wanted));
    return cutTo(part, wanted.box);
}

/// Answers with a smaller copy of the whole.
Result<ImagePart> readSmallerCopy(const ImageRef& ref, const Wanted& wanted)
{
    RK_TRY(const auto part, readPart(ref, wanted));
    return halved(part);
}

/// Which box was asked for of which file, with how often.
class Asked
{
public:
    void note(const ImageRef& ref, const ImageBox& box)
    {
        const std::lock_guard lock(m_mutex);
        ++m_boxes[{ref.file.filename().string(), box.x, box.y, box.width, box.height}];
    }
    [[nodiscard]] auto boxes() const { return m_boxes; }

private:
    std::mutex m_mutex;
    std::map<std::tuple<std::string, int, int, int, int>, int> m_boxes;
};

std::vector<ImageBatch> load(const Manifest& manifest, const LoaderSettings& wanted, int batches,
                             ReadPart read = {})
{
    LoaderSettings settings = wanted;
    settings.steps = settings.order == Order::Endless ? batches : 0;
    auto loader = BatchLoader::create(manifest, all(manifest), settings, std::move(read));
    std::vector<ImageBatch> loaded;
    for (int i = 0; loader && i < batches; ++i) {
        auto batch = (*loader)->next({});
        if (!batch)
            qWarning("%s", describe(batch.error()).c_str());
        else
            loaded.push_back(*std::move(batch));
    }
    return loaded;
}

} // namespace

/// The loader asks a source for facts and crops: what a file holds, and how much of it is read, is
/// the format's business.
class TestImageParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The next picture's samples lie where the former one's did, however many they are; a picture
    /// of many megabytes leaves nothing behind.
    void memoryOfPicturesIsUsedAgain()
    {
        const auto letGo = [](std::size_t side) {
            Image image{static_cast<int>(side), static_cast<int>(side), 1, 8,
                        std::vector<std::uint8_t>(side * side, 7)};
            const auto part = sharedPart(wholePart(std::move(image)));
            return std::get<std::vector<std::uint8_t>>(part->pixels.pixels).data();
        };
        const std::uint8_t* place = letGo(100);
        const auto again = roomForSamples<std::uint8_t>(5000);
        QCOMPARE(again.data(), place);
        QCOMPARE(again.size(), std::size_t{5000});
        letGo(4000);
        QVERIFY(roomForSamples<std::uint8_t>(10).capacity() < std::size_t{4000} * 4000);
    }

    void initTestCase() { image::imageFormats().push_back(twoframes::format()); } // the second case

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
    }

    /// From the folder to the views: two images a file, sixteen bits, nothing of them lost.
    void twoFramesOfSixteenBits()
    {
        pictures::write(m_path / "set/a/1.two", twoframes::fileOf(kSide, kSide, ramp));
        pictures::write(m_path / "set/b/2.png", pictures::colourPng(1, kSide));
        const auto scanned = scanFolder(m_path / "set", {}, {});
        QVERIFY(scanned.has_value());
        const auto file = storeManifest(m_path / "lists", *scanned);
        const auto manifest = readManifest(*file, m_path / "set");
        QVERIFY(manifest.has_value());
        QCOMPARE(manifest->files.size(), std::size_t{2});
        QCOMPARE(manifest->images.size(), std::size_t{3});
        QCOMPARE(manifest->nameOf(manifest->images[0]), std::string("a/1.two#1"));
        QCOMPARE(manifest->nameOf(manifest->images[1]), std::string("a/1.two#2"));
        QCOMPARE(manifest->nameOf(manifest->images[2]), std::string("b/2.png"));
        QCOMPARE(manifest->images[1].bits, 16);
        QCOMPARE(manifest->images[1].label, 0);
        QCOMPARE(toJson(*manifest)["formats"]["TWO"].get<int>(), 2);

        LoaderSettings settings;
        settings.recipes = {plain()};
        settings.batch = 3;
        settings.order = Order::Once;
        const auto batches = load(*manifest, settings, 1);
        QCOMPARE(batches.size(), std::size_t{1});
        QCOMPARE(batches[0].labels, (std::vector<std::int64_t>{0, 0, 1}));
        const auto& pixels = batches[0].blocks.front().pixels.values();
        const std::size_t perImage = 3 * kSide * kSide;
        // The ramps leave the highest bit free: what the others can hold is white.
        QCOMPARE(manifest->usedBits, 15);
        const float white = 32767;
        for (int frame = 0; frame < 2; ++frame)
            for (int y = 0; y < kSide; ++y)
                for (int x = 0; x < kSide; ++x) {
                    const float value = pixels[static_cast<std::size_t>(frame) * perImage +
                                               static_cast<std::size_t>(y * kSide + x)];
                    QCOMPARE(static_cast<int>(std::lround(value * white)), int{ramp(frame, x, y)});
                }
    }

    /// One frame of two is cut off: the other stays.
    void aDamagedFrameIsOneProblem()
    {
        std::string bytes = twoframes::fileOf(kSide, kSide, ramp);
        bytes.resize(bytes.size() - 1);
        pictures::write(m_path / "set/1.two", bytes);
        const auto manifest = scanFolder(m_path / "set", {}, {});
        QVERIFY(manifest.has_value());
        QCOMPARE(manifest->images.size(), std::size_t{1});
        QCOMPARE(manifest->images[0].frame, 0);
        QCOMPARE(manifest->problems.size(), std::size_t{1});
        QVERIFY2(manifest->problems[0].message.starts_with("frame 2: "),
                 manifest->problems[0].message.c_str());
    }

    /// A format's endings are its own: such a name claims to be an image.
    void aFormatOwnsItsEndings()
    {
        pictures::write(m_path / "set/1.two", twoframes::fileOf(kSide, kSide, ramp));
        pictures::write(m_path / "set/2.TWO", "text");
        pictures::write(m_path / "set/3.three", "text");
        const auto manifest = scanFolder(m_path / "set", {}, {});
        QCOMPARE(manifest->problems.size(), std::size_t{1});
        QCOMPARE(manifest->problems[0].file, std::string("2.TWO"));
        QVERIFY2(manifest->problems[0].message.find(
                     "not a PNG, JPEG, DICOM, TIFF, WebP, BMP, NIfTI or TWO picture") !=
                     std::string::npos,
                 manifest->problems[0].message.c_str());
        QCOMPARE(manifest->ignored, std::uint64_t{1});
    }

    /// A file far over what may be held in memory at once is read in pieces.
    void largeFilesAreReadInPieces()
    {
        const std::string bytes = twoframes::fileOf(kSide, kSide, ramp);
        pictures::write(m_path / "1.two", bytes);
        ImageLimits limits;
        limits.fileBytes = 1024;
        auto opened = OpenedImages::open(m_path / "1.two", limits);
        QVERIFY(opened.has_value() && bytes.size() > 4 * limits.fileBytes);
        const auto part = opened->read(1, {3, 7, 5, 4}, 0);
        QVERIFY(part.has_value());
        QCOMPARE(std::get<std::vector<std::uint16_t>>(part->pixels.pixels)[3], ramp(1, 3, 7));
        QCOMPARE(opened->readWhole(0).error().kind, ErrorKind::Limit);
        pictures::write(m_path / "2.png", pictures::colourPng(1, 256));
        QCOMPARE(OpenedImages::open(m_path / "2.png", limits).error().kind, ErrorKind::Limit);
    }

    /// However little of an image a source answers, the views are the same to the last bit.
    void partsMakeTheSameViews()
    {
        const Manifest manifest = colourful();
        const auto whole = load(manifest, chance(), 6);
        Asked asked;
        const auto parts =
            load(manifest, chance(), 6, [&](const ImageRef& ref, const Wanted& wanted) {
                asked.note(ref, wanted.box);
                return readBoxAlone(ref, wanted);
            });
        QCOMPARE(parts.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i)
            for (std::size_t b = 0; b < whole[i].blocks.size(); ++b)
                QVERIFY(parts[i].blocks[b].pixels.values() == whole[i].blocks[b].pixels.values());
        QVERIFY(asked.boxes().size() > 20);
    }

    /// Boxes are drawn in the manifest's coordinates: a smaller copy is asked for the same ones,
    /// and the views look like those of the image.
    void aSmallerCopyChangesNoBox()
    {
        const Manifest manifest = colourful();
        Asked cut, copied;
        const auto whole =
            load(manifest, chance(), 6, [&](const ImageRef& ref, const Wanted& wanted) {
                cut.note(ref, wanted.box);
                return readBoxAlone(ref, wanted);
            });
        const auto fewer =
            load(manifest, chance(), 6, [&](const ImageRef& ref, const Wanted& wanted) {
                copied.note(ref, wanted.box);
                return readSmallerCopy(ref, wanted);
            });
        // A box within the one before it is answered by that; out of a copy each is asked for.
        const auto boxes = copied.boxes();
        int sumOfCopies = 0;
        for (const auto& [box, times] : boxes)
            sumOfCopies += times;
        QCOMPARE(sumOfCopies, 6 * 4 * 3);
        QVERIFY(cut.boxes().size() > 50);
        for (const auto& [box, times] : cut.boxes())
            QVERIFY(boxes.contains(box));
        double sum = 0, most = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            QCOMPARE(fewer[i].images, whole[i].images);
            const auto& a = whole[i].blocks[1].pixels.values(); // the antialiased view
            const auto& b = fewer[i].blocks[1].pixels.values();
            for (std::size_t at = 0; at < a.size(); ++at) {
                const double off = std::abs(double(a[at]) - double(b[at]));
                sum += off;
                most = std::max(most, off);
            }
            count += a.size();
        }
        // A smooth picture: a view that was cut a pixel beside would be off by 0.01 on average.
        QVERIFY2(sum / static_cast<double>(count) < 0.003 && most < 0.03,
                 qPrintable(QString("%1 %2").arg(sum / static_cast<double>(count)).arg(most)));
    }

    /// The file was exchanged for another of another size since the folder was read.
    void anotherSizeIsSetAside()
    {
        const Manifest manifest = colourful();
        pictures::write(m_path / "smooth/3.png", pictures::colourPng(1, 96));
        auto loader = BatchLoader::create(manifest, all(manifest), chance());
        for (int i = 0; i < 6; ++i)
            QVERIFY((*loader)->next({}).has_value());
        const auto aside = (*loader)->warnings();
        QCOMPARE(aside.count(), std::uint64_t{1});
        QCOMPARE(aside.items()[0].subject, std::string("3.png"));
    }

    /// From the folder to the views, whatever the format: as training sees them.
    void everyFormatBecomesViews()
    {
        const pictures::fs::path from = pictures::fs::path(REKINDLE_TEST_DATA) / "image";
        for (const char* name : {"rgb8_tiles.tif", "float32.tif", "bands13.tif", "inks8.tif",
                                 "pages.tif", "lossy.webp", "alpha.bmp", "ct.dcm", "jpegls.dcm",
                                 "movie_packed.dcm", "jpeg_rgb.dcm", "packed.nii.gz", "rgb.nii"})
            pictures::write(m_path / "set" / name, pictures::read(from / name));
        const auto scanned = scanFolder(m_path / "set", {}, {});
        QVERIFY(scanned.has_value());
        QVERIFY2(scanned->problems.empty(),
                 scanned->problems.empty() ? "" : scanned->problems[0].message.c_str());
        const auto file = storeManifest(m_path / "lists", *scanned);
        const auto manifest = readManifest(*file, m_path / "set");
        QVERIFY(manifest.has_value());
        LoaderSettings settings = chance();
        settings.order = Order::Once;
        settings.batch = static_cast<int>(manifest->images.size());
        const auto batches = load(*manifest, settings, 1);
        QCOMPARE(batches.size(), std::size_t{1});
        QCOMPARE(batches[0].images.size(), manifest->images.size());
        // The second view has been cut and turned alone.
        const auto& pixels = batches[0].blocks[1].pixels.values();
        const std::size_t perImage = pixels.size() / manifest->images.size();
        for (std::size_t i = 0; i < manifest->images.size(); ++i) {
            const auto first = pixels.begin() + static_cast<std::ptrdiff_t>(i * perImage);
            const auto [least, most] =
                std::minmax_element(first, first + static_cast<std::ptrdiff_t>(perImage));
            QVERIFY2(std::isfinite(*least) && std::isfinite(*most) && *least < *most,
                     manifest->nameOf(manifest->images[i]).c_str());
        }
        pictures::fs::remove_all(m_path / "set");
    }

    /// Names that are no UTF-8 lead to their files.
    void namesMayHoldAnyByte()
    {
        pictures::write(m_path / "set/r\xff\xe9.png", pictures::colourPng(1, kSide));
        pictures::write(m_path / "set/b.png", pictures::colourPng(2, kSide));
        const auto scanned = scanFolder(m_path / "set", {}, {});
        const auto file = storeManifest(m_path / "lists", *scanned);
        const auto manifest = readManifest(*file, m_path / "set");
        LoaderSettings settings;
        settings.recipes = {plain()};
        settings.batch = 2;
        settings.order = Order::Once;
        QCOMPARE(load(*manifest, settings, 1).size(), std::size_t{1});
        pictures::fs::remove_all(m_path / "set");
    }

private:
    /// Five smooth pictures of 64 x 64 pixels.
    Manifest colourful()
    {
        for (int i = 0; i < 5; ++i)
            pictures::write(m_path / "smooth" / (std::to_string(i) + ".png"),
                            pictures::png(64, 64, 3, [i](int x, int y, int c) {
                                return std::min(250, 10 * i + x * 2 + y + c * 10);
                            }));
        return *scanFolder(m_path / "smooth", {}, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    pictures::fs::path m_path;
};

QTEST_APPLESS_MAIN(TestImageParts)
#include "tst_image_parts.moc"
