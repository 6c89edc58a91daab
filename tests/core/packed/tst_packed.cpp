#include "tests/support/pictures.h"
#include "tests/support/result_macros.h"

#include "core/dataset/folder_scan.h"
#include "core/image/read_image.h"
#include "core/image/shrink.h"
#include "core/loader/batch_loader.h"
#include "core/packed/pack.h"
#include "core/packed/packed_images.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <hdf5.h>
#include <numeric>

using namespace rekindle;
using namespace rekindle::dataset;
using namespace rekindle::packed;
namespace fs = std::filesystem;

namespace {

Json expected(const std::string& what)
{
    return Json::parse(
        pictures::read(fs::path(REKINDLE_TEST_DATA) / "packed" / "expected.json"))[what];
}

fs::path fixture(const std::string& name)
{
    return fs::path(REKINDLE_TEST_DATA) / "packed" / name;
}

std::vector<int> levels(const image::Image& image)
{
    return std::visit(
        [](const auto& pixels) { return std::vector<int>(pixels.begin(), pixels.end()); },
        image.pixels);
}

PackSettings side(int pixels)
{
    PackSettings settings;
    settings.shortSide = pixels;
    settings.threads = 2;
    return settings;
}

void flip(const fs::path& file, std::uint64_t place)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(place));
    const auto byte = static_cast<char>(stream.get() ^ 4);
    stream.seekp(static_cast<std::streamoff>(place));
    stream.put(byte);
}

/// Everything that two loaders give in some steps.
std::vector<float> viewsOf(const Manifest& manifest, const views::ViewRecipe& recipe)
{
    std::vector<std::size_t> all(manifest.images.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    loader::LoaderSettings settings;
    settings.recipes.assign(2, recipe);
    settings.batch = 4;
    settings.seed = 5;
    settings.steps = 3;
    std::vector<float> values;
    auto loader = loader::BatchLoader::create(manifest, all, settings);
    for (int step = 0; loader && step < 3; ++step) {
        const auto batch = (*loader)->next({});
        if (batch)
            values.insert(values.end(), batch->blocks[0].pixels.values().begin(),
                          batch->blocks[0].pixels.values().end());
    }
    return values;
}

} // namespace

/// A packed file holds what its list says, at the depth it had, and says so when it does not.
class TestPacked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_images = fs::path(m_folder->path().toStdString()) / "images";
        m_file = fs::path(m_folder->path().toStdString()) / "packed.h5";
        for (int i = 0; i < 6; ++i)
            pictures::write(m_images / ("c" + std::to_string(i % 2)) /
                                ("i" + std::to_string(i) + ".png"),
                            pictures::colourPng(i, 24 + i));
    }

    void reducedPicturesArePillows()
    {
        for (const char* name : {"photo", "grey16"}) {
            const Json want = expected("reduced")[name];
            RK_UNWRAP(const auto picture,
                      image::readImage({fixture(name + std::string(".png")), 0, 0, {}}));
            const auto small = image::shrink(picture, want["width"], want["height"]);
            QCOMPARE(small.bits, picture.bits);
            const auto is = levels(small), should = want["pixels"].get<std::vector<int>>();
            QCOMPARE(is.size(), should.size());
            // Where a value lies between two levels, the last digit decides.
            int largest = 0, different = 0;
            for (std::size_t i = 0; i < is.size(); ++i) {
                largest = std::max(largest, std::abs(is[i] - should[i]));
                different += is[i] != should[i];
            }
            QVERIFY2(largest <= 1, qPrintable(QString("%1: %2").arg(name).arg(largest)));
            QVERIFY(different < static_cast<int>(is.size()) / 50);
        }
    }

    void smallPicturesAreTheFilesOwn()
    {
        RK_UNWRAP(Manifest manifest, scanFolder(m_images, {}, {}));
        QVERIFY(packImages(manifest, m_file, side(64), {}) == Packed::Made);
        RK_UNWRAP(const auto pack, PackedImages::open(m_file));
        for (std::size_t i = 0; i < manifest.images.size(); ++i) {
            RK_UNWRAP(const auto own, image::readImage(manifest.refOf(manifest.images[i])));
            RK_UNWRAP(const auto part, pack->picture(i));
            QCOMPARE(levels(part.pixels), levels(own));
            QCOMPARE(part.pixels.width, own.width);
        }
        const views::ViewRecipe simclr = views::simclrView(20);
        const views::ViewRecipe swav = views::swavView(20, 0.14, 1.0);
        const auto first = viewsOf(manifest, simclr), second = viewsOf(manifest, swav);
        QVERIFY(!first.empty() && !second.empty());
        // The files' pixels are not asked for any more.
        fs::remove_all(m_images);
        RK_VERIFY_OK(usePacked(manifest, m_file, pack->sha256()));
        QVERIFY(viewsOf(manifest, simclr) == first);
        QVERIFY(viewsOf(manifest, swav) == second);
    }

    void viewsOfReducedPicturesCoverTheSameBoxes()
    {
        // A smooth picture looks the same out of its smaller copy.
        pictures::write(m_images / "c0" / "smooth.png",
                        pictures::png(200, 160, 3, [](int x, int y, int c) {
                            return 20 + (x + y) / 2 + 10 * c;
                        }));
        for (int i = 0; i < 6; ++i)
            fs::remove(m_images / ("c" + std::to_string(i % 2)) /
                       ("i" + std::to_string(i) + ".png"));
        fs::copy_file(m_images / "c0" / "smooth.png", m_images / "c1" / "a.png");
        fs::copy_file(m_images / "c0" / "smooth.png", m_images / "c1" / "b.png");
        fs::copy_file(m_images / "c0" / "smooth.png", m_images / "c1" / "c.png");
        RK_UNWRAP(Manifest manifest, scanFolder(m_images, {}, {}));
        views::ViewRecipe recipe = views::fineTuneView(24);
        const auto fromFiles = viewsOf(manifest, recipe);
        RK_VERIFY_OK(packImages(manifest, m_file, side(64), {}));
        RK_VERIFY_OK(usePacked(manifest, m_file, {}));
        const auto packed = viewsOf(manifest, recipe);
        QVERIFY(!packed.empty());
        QCOMPARE(packed.size(), fromFiles.size());
        float largest = 0;
        for (std::size_t i = 0; i < packed.size(); ++i)
            largest = std::max(largest, std::abs(packed[i] - fromFiles[i]));
        QVERIFY2(largest < 0.012f, qPrintable(QString::number(largest)));
    }

    /// As h5py and MATLAB do it: by the names of datasets, through the HDF5 library.
    void othersReadItAsOrdinaryDatasets()
    {
        fs::copy_file(fixture("grey16.png"), m_images / "c0" / "deep.png");
        RK_UNWRAP(const Manifest manifest, scanFolder(m_images, {}, {}));
        RK_VERIFY_OK(packImages(manifest, m_file, side(20), {}));
        RK_UNWRAP(const auto pack, PackedImages::open(m_file));
        const hid_t file = H5Fopen(m_file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
        QVERIFY(file >= 0);
        const auto numbers = [&](const char* name) {
            const hid_t set = H5Dopen2(file, name, H5P_DEFAULT);
            const hid_t space = H5Dget_space(set);
            std::vector<std::int64_t> values(
                static_cast<std::size_t>(H5Sget_simple_extent_npoints(space)));
            H5Dread(set, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
            H5Sclose(space);
            H5Dclose(set);
            return values;
        };
        const auto pixels = numbers("pixels"), offset = numbers("packed_offset"),
                   width = numbers("packed_width"), height = numbers("packed_height"),
                   channels = numbers("packed_channels"), bits = numbers("packed_bits"),
                   label = numbers("images_label");
        H5Fclose(file);
        QCOMPARE(offset.size(), manifest.images.size());
        bool deep = false;
        for (std::size_t i = 0; i < offset.size(); ++i) {
            RK_UNWRAP(const auto part, pack->picture(i));
            const auto begin = pixels.begin() + offset[i];
            const std::vector<int> theirs(begin, begin + width[i] * height[i] * channels[i]);
            QCOMPARE(theirs, levels(part.pixels));
            QCOMPARE(std::min(width[i], height[i]), 20);
            QCOMPARE(bits[i], part.pixels.bits);
            QCOMPARE(label[i], manifest.images[i].label);
            deep = deep || bits[i] == 16;
        }
        QVERIFY(deep);
    }

    void equalImagesGiveEqualFiles()
    {
        RK_UNWRAP(const Manifest manifest, scanFolder(m_images, {}, {}));
        PackSettings one = side(20);
        one.threads = 1;
        RK_VERIFY_OK(packImages(manifest, m_file, one, {}));
        const auto first = pictures::read(m_file);
        fs::remove(m_file);
        RK_VERIFY_OK(packImages(manifest, m_file, side(20), {}));
        QVERIFY(pictures::read(m_file) == first);
        QVERIFY(packImages(manifest, m_file, side(20), {}) == Packed::UpToDate);
        QVERIFY(packImages(manifest, m_file, side(21), {}) == Packed::Made);
        for (const auto& entry : fs::directory_iterator(m_file.parent_path()))
            QVERIFY2(entry.path() == m_file || entry.path() == m_images, entry.path().c_str());
    }

    /// What a stopped try has put into its place is not read again.
    void itGoesOnWhereItStopped()
    {
        RK_UNWRAP(const Manifest manifest, scanFolder(m_images, {}, {}));
        RK_VERIFY_OK(packImages(manifest, m_file, side(20), {}));
        const auto whole = pictures::read(m_file);
        fs::remove(m_file);
        std::stop_source stop;
        PackSettings settings = side(20);
        settings.threads = 1;
        const auto stopped = packImages(manifest, m_file, settings,
                                        {stop.get_token(), [&](const job::Progress& progress) {
                                             if (progress.done == 3)
                                                 stop.request_stop();
                                         }});
        RK_VERIFY_FAILS(ErrorKind::Cancelled, stopped);
        QVERIFY(!fs::exists(m_file));
        const auto first = m_images / manifest.fileOf(manifest.images[0]).path;
        const auto kept = pictures::read(first);
        pictures::write(first, "gone");
        RK_VERIFY_OK(packImages(manifest, m_file, settings, {}));
        QVERIFY(pictures::read(m_file) == whole);
        // What changed in the unfinished file meanwhile is made anew.
        pictures::write(first, kept);
        fs::remove(m_file);
        std::stop_source again;
        static_cast<void>(packImages(manifest, m_file, settings,
                                     {again.get_token(), [&](const job::Progress& progress) {
                                          if (progress.done == 3)
                                              again.request_stop();
                                      }}));
        const fs::path partial = m_file.native() + ".partial";
        flip(partial, fs::file_size(partial) - whole.size() % 2 -
                          3 * static_cast<std::uint64_t>(20 * 20) * 6);
        RK_VERIFY_OK(packImages(manifest, m_file, settings, {}));
        QVERIFY(pictures::read(m_file) == whole);
    }

    void damageIsFound()
    {
        RK_UNWRAP(const Manifest manifest, scanFolder(m_images, {}, {}));
        RK_VERIFY_OK(packImages(manifest, m_file, side(20), {}));
        const auto whole = pictures::read(m_file);
        for (const std::uint64_t place :
             {std::uint64_t{3}, std::uint64_t{40}, std::uint64_t{5000}}) {
            pictures::write(m_file, whole);
            flip(m_file, place);
            QVERIFY2(!PackedImages::open(m_file).has_value(), qPrintable(QString::number(place)));
        }
        pictures::write(m_file, whole.substr(0, whole.size() - 1));
        RK_VERIFY_FAILS(ErrorKind::Damaged, PackedImages::open(m_file));
        pictures::write(m_file, whole);
        flip(m_file, whole.size() - 1);
        RK_UNWRAP(const auto pack, PackedImages::open(m_file));
        QVERIFY(pack->picture(0).has_value());
        RK_VERIFY_FAILS(ErrorKind::Damaged, pack->picture(5));
        RK_VERIFY_FAILS(ErrorKind::Damaged, pack->verify({}));
    }

    void otherImagesAreRefusedAndPackedAnew()
    {
        RK_UNWRAP(Manifest manifest, scanFolder(m_images, {}, {}));
        RK_VERIFY_OK(packImages(manifest, m_file, side(20), {}));
        RK_UNWRAP(const auto pack, PackedImages::open(m_file));
        pictures::write(m_images / "c0" / "i0.png", pictures::colourPng(77));
        RK_UNWRAP(Manifest changed, scanFolder(m_images, {}, {}));
        RK_VERIFY_FAILS(ErrorKind::Mismatch, usePacked(changed, m_file, {}));
        QVERIFY(packImages(changed, m_file, side(20), {}) == Packed::Made);
        RK_VERIFY_OK(usePacked(changed, m_file, {}));
        RK_VERIFY_FAILS(ErrorKind::Mismatch, usePacked(changed, m_file, pack->sha256()));
        const fs::path other = m_file.parent_path() / "other.h5";
        pictures::write(other, "something of the user's");
        RK_VERIFY_FAILS(ErrorKind::Usage, packImages(changed, other, side(20), {}));
        QCOMPARE(pictures::read(other), std::string("something of the user's"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_images, m_file;
};

QTEST_APPLESS_MAIN(TestPacked)
#include "tst_packed.moc"
