#include "tests/support/pictures.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/dataset/split.h"
#include "core/image/read_image.h"
#include "tests/support/result_macros.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace rekindle;
using namespace rekindle::dataset;

namespace {

pictures::fs::path imageFile(const char* name)
{
    return pictures::fs::path(REKINDLE_TEST_DATA) / "image" / name;
}

} // namespace

/// Folders of every shape, and everything that does not belong into one.
class TestFolderScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
    }

    // Qt does not remove files whose names are not UTF-8.
    void cleanup() { pictures::fs::remove_all(m_path); }

    void flatFolder()
    {
        put("b.png", 1);
        put("a.png", 2);
        const Manifest manifest = scanned();
        QCOMPARE(files(manifest), (std::vector<std::string>{"a.png", "b.png"}));
        QVERIFY(!manifest.labelled());
        QCOMPARE(manifest.images[0].label, -1);
        QVERIFY(manifest.readAs.find("No labels") == 0);
        QVERIFY(!manifest.patients);
    }

    void classFolders()
    {
        put("normal/1.png", 1);
        put("benign/deep/2.png", 2);
        put("benign/3.png", 3);
        pictures::fs::create_directories(m_path / "malignant");
        const Manifest manifest = scanned();
        QCOMPARE(manifest.classes, (std::vector<std::string>{"benign", "normal"}));
        QCOMPARE(files(manifest),
                 (std::vector<std::string>{"benign/3.png", "benign/deep/2.png", "normal/1.png"}));
        QCOMPARE(manifest.images[0].label, 0);
        QCOMPARE(manifest.images[2].label, 1);
        // An empty folder is no class, but worth a word.
        QCOMPARE(manifest.emptyFolders, (std::vector<std::string>{"malignant"}));
        QCOMPARE(imageWarnings(manifest).items().back().kind, std::string("empty_folders"));
        QCOMPARE(toJson(manifest)["empty_folders"][0], Json("malignant"));
        QVERIFY(manifest.readAs.find("2 classes from folder names") == 0);
    }

    void oneSubfolderIsNoClass()
    {
        put("images/1.png", 1);
        put("images/2.png", 2);
        QVERIFY(!scanned().labelled());
    }

    void partsOnTop()
    {
        put("train/a/1.png", 1);
        put("train/b/2.png", 2);
        put("Valid/a/3.png", 3);
        put("test/b/4.png", 4);
        const Manifest manifest = scanned();
        QCOMPARE(manifest.classes, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(manifest.indicesOf(Part::Train).size(), std::size_t{2});
        QCOMPARE(manifest.indicesOf(Part::Validation).size(), std::size_t{1});
        QCOMPARE(manifest.indicesOf(Part::Test).size(), std::size_t{1});
        const Json json = toJson(manifest);
        QCOMPARE(json["splits"]["train"].get<int>(), 2);
        QVERIFY(manifest.readAs.find("parts: train, validation, test") != std::string::npos);
    }

    void partsWithoutClasses()
    {
        put("train/1.png", 1);
        put("test/2.png", 2);
        const Manifest manifest = scanned();
        QVERIFY(!manifest.labelled());
        QCOMPARE(manifest.indicesOf(Part::Test).size(), std::size_t{1});
    }

    void table()
    {
        put("x/1.png", 1);
        put("2.png", 2);
        put("3.png", 3);
        pictures::write(m_path / "labels.csv", "patient;file;label;split\r\n"
                                               "P1;x/1.png;yes;train\r\n"
                                               "P1;./2.png;\"no; not\";test\r\n"
                                               "P2;gone.png;no;test\r\n");
        ScanOptions options;
        options.labelsCsv = m_path / "labels.csv";
        const auto manifest = scanFolder(m_path, options, {});
        QVERIFY(manifest.has_value());
        QCOMPARE(manifest->classes, (std::vector<std::string>{"no; not", "yes"}));
        QCOMPARE(manifest->files[0].path, std::string("2.png"));
        QCOMPARE(manifest->images[0].label, 0);
        QCOMPARE(manifest->images[0].patient, std::string("P1"));
        QCOMPARE(manifest->images[0].part, Part::Test);
        QCOMPARE(manifest->images[1].label, -1);
        QCOMPARE(manifest->images[2].part, Part::Train);
        QCOMPARE(manifest->patients, std::optional<std::uint64_t>(1));
        QCOMPARE(problem(*manifest, "gone.png").kind, std::string("table"));
        QVERIFY(problem(*manifest, "gone.png").message.find("Line 4") == 0);
    }

    void tableOfOtherFilesIsRefused()
    {
        put("1.png", 1);
        pictures::write(m_path / "t.csv", "file,label\nz.png,a\n");
        ScanOptions options;
        options.labelsCsv = m_path / "t.csv";
        QCOMPARE(scanFolder(m_path, options, {}).error().kind, ErrorKind::Damaged);
        options.labelsCsv = m_path / "none.csv";
        QCOMPARE(scanFolder(m_path, options, {}).error().kind, ErrorKind::NotFound);
    }

    void badFilesBecomeProblems()
    {
        put("good.png", 1);
        pictures::write(m_path / "notes.jpg", "This is a text file.\n");
        const std::string png = pictures::colourPng(2);
        pictures::write(m_path / "half.png", png.substr(0, png.size() / 2));
        const std::string jpeg = pictures::read(pictures::data("colour.jpg"));
        pictures::write(m_path / "half.jpg", jpeg.substr(0, jpeg.size() / 2));
        pictures::write(m_path / "empty.png", "");
        pictures::write(m_path / "bomb.png", pictures::pngHeader(20000, 20000, 1, 0) +
                                                 pictures::chunk("IDAT", "x") +
                                                 pictures::chunk("IEND", ""));
        pictures::write(m_path / "scan.dcm", std::string(128, '\0') + "DICM");
        QCOMPARE(mkfifo((m_path / "pipe.png").c_str(), 0600), 0);
        pictures::fs::create_symlink("nowhere", m_path / "lost.png");
        const Manifest manifest = scanned();
        QCOMPARE(files(manifest), (std::vector<std::string>{"good.png"}));
        QCOMPARE(problem(manifest, "notes.jpg").kind, std::string("unknown"));
        QVERIFY(problem(manifest, "notes.jpg").message.find("This is text") == 0);
        QCOMPARE(problem(manifest, "half.png").kind, std::string("damaged"));
        QCOMPARE(problem(manifest, "half.jpg").kind, std::string("damaged"));
        QCOMPARE(problem(manifest, "empty.png").kind, std::string("empty"));
        QCOMPARE(problem(manifest, "bomb.png").kind, std::string("limit"));
        QCOMPARE(problem(manifest, "scan.dcm").kind, std::string("unknown"));
        QCOMPARE(problem(manifest, "pipe.png").kind, std::string("unknown"));
        QCOMPARE(problem(manifest, "lost.png").kind, std::string("io"));
        QCOMPARE(toJson(manifest)["images"].get<int>(), 9);
        QCOMPARE(toJson(manifest)["readable"].get<int>(), 1);
    }

    void otherFilesAreIgnoredAndCounted()
    {
        put("a.png", 1);
        pictures::write(m_path / "README.md", "# Images");
        pictures::write(m_path / "info.json", "{}");
        pictures::write(m_path / "IMG_0001", pictures::colourPng(5)); // a picture by its content
        const Manifest manifest = scanned();
        QCOMPARE(files(manifest), (std::vector<std::string>{"IMG_0001", "a.png"}));
        QCOMPARE(manifest.ignored, std::uint64_t{2});
        QVERIFY(manifest.problems.empty());
    }

    void hiddenIsLeftOutAndListed()
    {
        put("a/1.png", 1);
        put("b/2.png", 2);
        put(".ipynb_checkpoints/1-copy.png", 1);
        put("a/.thumb.png", 3);
        const Manifest manifest = scanned();
        QCOMPARE(manifest.classes, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(manifest.images.size(), std::size_t{2});
        QCOMPARE(problem(manifest, ".ipynb_checkpoints").kind, std::string("hidden"));
        QCOMPARE(problem(manifest, "a/.thumb.png").kind, std::string("hidden"));
        QCOMPARE(toJson(manifest)["images"].get<int>(), 2);
    }

    /// Classes that are links to where the pictures are stored.
    void linksToFoldersAreFollowed()
    {
        put("store/x/1.png", 1);
        put("store/y/2.png", 2);
        pictures::fs::create_directories(m_path / "links");
        pictures::fs::create_directory_symlink("../store/x", m_path / "links" / "benign");
        pictures::fs::create_directory_symlink("../store/y", m_path / "links" / "malignant");
        const auto manifest = scanFolder(m_path / "links", {}, {});
        QVERIFY(manifest.has_value());
        QCOMPARE(manifest->classes, (std::vector<std::string>{"benign", "malignant"}));
        QCOMPARE(files(*manifest), (std::vector<std::string>{"benign/1.png", "malignant/2.png"}));
        QVERIFY(manifest->problems.empty());
        // From above they lead to what is read already: each picture once.
        const Manifest both = scanned();
        QCOMPARE(files(both), (std::vector<std::string>{"store/x/1.png", "store/y/2.png"}));
        QCOMPARE(problem(both, "links/benign").kind, std::string("hidden"));
        QCOMPARE(problem(both, "links/malignant").kind, std::string("hidden"));
    }

    void linksThatNeverEnd()
    {
        put("a/1.png", 1);
        pictures::fs::create_directory_symlink(m_path, m_path / "a" / "loop");
        pictures::fs::create_symlink("1.png", m_path / "a" / "2.png");
        const Manifest manifest = scanned();
        QCOMPARE(files(manifest), (std::vector<std::string>{"a/1.png", "a/2.png"}));
        QCOMPARE(problem(manifest, "a/loop").kind, std::string("hidden"));
    }

    /// From a CD: no endings, a directory that holds no picture, and a preview beside. Pictures of
    /// one patient stay together, and nothing says who that is.
    void aCdIsRead()
    {
        const auto copy = [&](const char* from, const char* to) {
            pictures::write(m_path / to, pictures::read(imageFile(from)));
        };
        put("a/preview.png", 1);
        copy("IM000001", "a/IM00001");
        copy("patient_a1.dcm", "a/IM00002.IMA");
        copy("patient_a2.dcm", "b/IM00003");
        copy("patient_b.dcm", "b/IM00004");
        copy("report.dcm", "DICOMDIR");
        pictures::write(m_path / "a" / "notes", "text");
        const Manifest manifest = scanned();
        QCOMPARE(files(manifest),
                 (std::vector<std::string>{"a/IM00001", "a/IM00002.IMA", "a/preview.png",
                                           "b/IM00003", "b/IM00004"}));
        QCOMPARE(problem(manifest, "DICOMDIR").kind, std::string("unknown"));
        QVERIFY(problem(manifest, "DICOMDIR").message.find("holds no picture") !=
                std::string::npos);
        QCOMPARE(manifest.patients, std::optional<std::uint64_t>(3));
        QCOMPARE(manifest.images[1].patient, manifest.images[3].patient);
        QVERIFY(dumpJson(toJson(manifest)).find("A-1") == std::string::npos);
        QCOMPARE(manifest.ignored, std::uint64_t{1});
    }

    /// Files without names have one number for all.
    void oneNumberForAllIsNone()
    {
        for (const char* name : {"patient_a1.dcm", "patient_a2.dcm"})
            pictures::write(m_path / name, pictures::read(imageFile(name)));
        const Manifest manifest = scanned();
        QVERIFY(!manifest.patients);
        QCOMPARE(manifest.remarks.size(), std::size_t{1});
        QCOMPARE(manifest.remarks[0].kind, std::string("patients"));
    }

    /// Slices of a volume are neighbours: all on one side.
    void aVolumeStaysTogether()
    {
        pictures::write(m_path / "v.nii.gz", pictures::read(imageFile("packed.nii.gz")));
        const Manifest manifest = scanned();
        QCOMPARE(manifest.images.size(), std::size_t{7});
        QCOMPARE(manifest.nameOf(manifest.images[2]), std::string("v.nii.gz#3"));
        QCOMPARE(manifest.patients, std::optional<std::uint64_t>(1));
        ScanOptions options;
        options.reading.axis = image::VolumeAxis::Coronal;
        RK_UNWRAP(const auto coronal, scanFolder(m_path, options, {}));
        QCOMPARE(coronal.images.size(), std::size_t{6});
        QVERIFY(coronal.contentHash() != manifest.contentHash());
    }

    /// Values in units of their own: the set's decide what is black and what is white, for all of
    /// them alike, and that is said and kept.
    void valuesOfTheSetDecide()
    {
        for (const char* name : {"float32.tif", "float64.tif", "ras.nii"})
            pictures::write(m_path / name, pictures::read(imageFile(name)));
        const Manifest manifest = scanned();
        const auto& set = manifest.reading.set;
        QVERIFY2(set.holds() && set.black < -500 && set.white > 900 && set.white <= 1000,
                 qPrintable(QString("%1 %2").arg(set.black).arg(set.white)));
        QCOMPARE(imageWarnings(manifest).items()[0].kind, std::string("window"));
        QVERIFY(manifest.reading.isDefault());
        RK_UNWRAP(const auto file, storeManifest(m_path / "list", manifest));
        RK_UNWRAP(const Manifest read, readManifest(file, m_path));
        QVERIFY(read.reading == manifest.reading);
        // The same value is the same level in either file.
        RK_UNWRAP(const auto first, image::readImage(read.refOf(read.images[0])));
        RK_UNWRAP(const auto second, image::readImage(read.refOf(read.images[1])));
        QVERIFY(first.pixels == second.pixels);
        QCOMPARE(first.bits, 16);
        pictures::fs::remove_all(m_path / "list");
        ScanOptions options;
        RK_UNWRAP(options.reading.window, image::windowFrom("0,100"));
        options.reading.mapping = image::Mapping::Window;
        RK_UNWRAP(const auto window, scanFolder(m_path, options, {}));
        QVERIFY(!window.reading.set.holds() && window.remarks.empty());
        QVERIFY(window.contentHash() != manifest.contentHash());
        QCOMPARE(toJson(window)["reading"]["window"], Json({-50.0, 50.0}));
        QVERIFY(image::setPercentiles(options.reading, "25,75"));
        RK_UNWRAP(const auto middle, scanFolder(m_path, options, {}));
        QVERIFY(middle.reading.set.black > set.black && middle.reading.set.white < set.white);
    }

    void bandsAreSaidAndChosen()
    {
        pictures::write(m_path / "s.tif", pictures::read(imageFile("bands13.tif")));
        const Manifest manifest = scanned();
        QVERIFY2(manifest.remarks.back().message.find("13 bands") != std::string::npos,
                 manifest.remarks.back().message.c_str());
        QCOMPARE(manifest.bands, 13);
        QCOMPARE(toJson(manifest)["bands"], Json(13));
        ScanOptions options;
        options.reading.bands = {4, 3, 2};
        RK_UNWRAP(const auto chosen, scanFolder(m_path, options, {}));
        QCOMPARE(chosen.remarks.size(), std::size_t{1}); // of 14 bits in 16
        RK_UNWRAP(const auto file, storeManifest(m_path / "list", chosen));
        RK_UNWRAP(const Manifest read, readManifest(file, m_path));
        QCOMPARE(read.reading.bands, (std::array<int, 3>{4, 3, 2}));
        QCOMPARE(read.bands, 13);
        RK_UNWRAP(const auto usual, image::readImage(manifest.refOf(manifest.images[0])));
        RK_UNWRAP(const auto colours, image::readImage(read.refOf(read.images[0])));
        QVERIFY(usual.pixels != colours.pixels);
        options.reading.bands = {14, 0, 0};
        const auto none = scanFolder(m_path, options, {});
        QVERIFY(!none && none.error().message.find("13 bands") != std::string::npos);
    }

    /// Every pixel is there: taken, and told.
    void anOddEndIsTaken()
    {
        const std::string whole = pictures::read(pictures::data("colour.jpg"));
        QVERIFY(whole.ends_with("\xff\xd9"));
        const std::string body = whole.substr(0, whole.size() - 2);
        pictures::write(m_path / "whole.jpg", whole);
        pictures::write(m_path / "no_end.jpg", body);
        pictures::write(m_path / "stray.jpg", body + std::string(251, '\x55') + "\xff\xd9");
        const Manifest manifest = scanned();
        QCOMPARE(files(manifest),
                 (std::vector<std::string>{"no_end.jpg", "stray.jpg", "whole.jpg"}));
        QVERIFY(manifest.problems.empty());
        QCOMPARE(manifest.remarks.size(), std::size_t{2});
        QCOMPARE(toJson(manifest)["remarks"][0]["file"], Json("no_end.jpg"));
        QCOMPARE(imageWarnings(manifest).items()[0].kind, std::string("mended_images"));
        RK_UNWRAP(const auto file, storeManifest(m_path / "list", manifest));
        RK_UNWRAP(const Manifest read, readManifest(file, m_path));
        QCOMPARE(read.remarks.size(), std::size_t{2});
        QCOMPARE(read.remarks[1].message, manifest.remarks[1].message);
    }

    /// 12 bits in files of 16: every level is kept, 4,095 is white, and that is said. One image
    /// that uses all bits, and nothing is changed.
    void fewBitsInDeepFiles()
    {
        const auto deep = [](std::uint16_t largest) {
            std::string raw(1, '\0');
            for (const std::uint16_t value : {std::uint16_t{0}, std::uint16_t{1000}, largest})
                raw += {static_cast<char>(value >> 8), static_cast<char>(value & 255)};
            return pictures::pngHeader(3, 1, 16, 0) +
                   pictures::chunk("IDAT", pictures::deflated(raw)) + pictures::chunk("IEND", "");
        };
        pictures::write(m_path / "a.png", deep(3000));
        pictures::write(m_path / "b.png", deep(4000));
        const Manifest manifest = scanned();
        QCOMPARE(manifest.usedBits, 12);
        QCOMPARE(manifest.images[0].bits, 16);
        QCOMPARE(imageWarnings(manifest).items()[0].kind, std::string("window"));
        RK_UNWRAP(const auto image, image::readImage(manifest.refOf(manifest.images[1])));
        QCOMPARE(image.bits, 12);
        QCOMPARE(std::get<std::vector<std::uint16_t>>(image.pixels),
                 (std::vector<std::uint16_t>{0, 1000, 4000}));
        RK_UNWRAP(const auto file, storeManifest(m_path / "list", manifest));
        RK_UNWRAP(const Manifest read, readManifest(file, m_path));
        QCOMPARE(read.usedBits, 12);
        pictures::fs::remove_all(m_path / "list");
        pictures::write(m_path / "c.png", deep(65535));
        QCOMPARE(scanned().usedBits, 0);
        // Of these, those that fewer bits hold are nearly black, and that is said.
        QCOMPARE(scanned().remarks.size(), std::size_t{1});
        QCOMPARE(imageWarnings(scanned()).items()[0].kind, std::string("mixed_depths"));
    }

    void rowsAndLabelsThatAreMissingAreTold()
    {
        put("1.png", 1);
        put("2.png", 2);
        put("3.png", 3);
        pictures::write(m_path / "t.csv", "file,label\n1.png,a\n2.png,b\ngone.png,b\n");
        ScanOptions options;
        options.labelsCsv = m_path / "t.csv";
        const auto manifest = scanFolder(m_path, options, {});
        QVERIFY(manifest.has_value());
        const auto warnings = imageWarnings(*manifest);
        QCOMPARE(warnings.items().size(), std::size_t{2});
        QCOMPARE(warnings.items()[0].kind, std::string("table_rows_without_image"));
        QCOMPARE(warnings.items()[1].kind, std::string("images_without_label"));
    }

    void copiesAreFound()
    {
        put("a.png", 1);
        put("b.png", 2);
        put("c.png", 1);
        const Manifest manifest = scanned();
        QCOMPARE(manifest.duplicates.size(), std::size_t{1});
        QCOMPARE(manifest.duplicates[0], (std::vector<std::string>{"a.png", "c.png"}));
    }

    void namesMayHoldAnyByte()
    {
        put("r\xe9"
            "sum\xff.png",
            1);
        put("line\nbreak.png", 2);
        const Manifest manifest = scanned();
        QCOMPARE(manifest.images.size(), std::size_t{2});
        QCOMPARE(manifest.files[1].path, std::string("r\xe9"
                                                     "sum\xff.png"));
        QVERIFY(!dumpJson(toJson(manifest)).empty());
    }

    void threadsChangeNothing()
    {
        for (int i = 0; i < 30; ++i)
            put("c" + std::to_string(i % 3) + "/" + std::to_string(i) + ".png", i);
        pictures::write(m_path / "c1" / "bad.png", "nope");
        ScanOptions one, many;
        one.threads = 1;
        many.threads = 7;
        const std::string first = dumpJson(toJson(*scanFolder(m_path, one, {})));
        QCOMPARE(dumpJson(toJson(*scanFolder(m_path, many, {}))), first);
    }

    void progressAndStop()
    {
        for (int i = 0; i < 20; ++i)
            put(std::to_string(i) + ".png", i);
        job::Watch watch;
        std::uint64_t last = 0, total = 0;
        watch.progress = [&](const job::Progress& p) {
            last = p.done;
            total = p.total;
        };
        QVERIFY(scanFolder(m_path, {}, watch));
        QCOMPARE(last, std::uint64_t{20});
        QCOMPARE(total, std::uint64_t{20});
        std::stop_source source;
        watch.stop = source.get_token();
        watch.progress = [&](const job::Progress&) { source.request_stop(); };
        QCOMPARE(scanFolder(m_path, {}, watch).error().kind, ErrorKind::Cancelled);
    }

    void nothingToRead()
    {
        QCOMPARE(scanFolder(m_path / "none", {}, {}).error().kind, ErrorKind::NotFound);
        const auto empty = scanFolder(m_path, {}, {});
        QCOMPARE(empty.error().kind, ErrorKind::NotFound);
        QVERIFY(!empty.error().hint.empty());
        pictures::write(m_path / "a.zip", "PK");
        pictures::write(m_path / "b.zip", "PK");
        const auto zips = scanFolder(m_path, {}, {});
        QCOMPARE(zips.error().kind, ErrorKind::NotFound);
        QVERIFY2(zips.error().message.find("2 files, mostly *.zip") != std::string::npos,
                 zips.error().message.c_str());
        QCOMPARE(scanFolder(m_path / "a.zip", {}, {}).error().kind, ErrorKind::NotFound);
        pictures::write(m_path / "text.jpg", "hello");
        const auto broken = scanFolder(m_path, {}, {});
        QCOMPARE(broken.error().kind, ErrorKind::Damaged);
        QVERIFY2(broken.error().message.find("text.jpg") != std::string::npos,
                 broken.error().message.c_str());
    }

    void foldersThatMayNotBeOpened()
    {
        put("a.png", 1);
        put("locked/b.png", 2);
        chmod((m_path / "locked").c_str(), 0);
        chmod(m_path.c_str(), 0755);
        const bool root = geteuid() == 0; // for whom no folder is locked
        if (root)
            QCOMPARE(seteuid(65534), 0);
        const Manifest manifest = scanned();
        if (root)
            QCOMPARE(seteuid(0), 0);
        QCOMPARE(problem(manifest, "locked").kind, std::string("io"));
        chmod(m_path.c_str(), 0);
        if (root)
            QCOMPARE(seteuid(65534), 0);
        const auto refused = scanFolder(m_path, {}, {});
        if (root)
            QCOMPARE(seteuid(0), 0);
        chmod(m_path.c_str(), 0700);
        chmod((m_path / "locked").c_str(), 0700);
        QCOMPARE(refused.error().kind, ErrorKind::Io);
    }

    void jsonHasTheContractsKeys()
    {
        put("a/1.png", 1);
        put("b/2.png", 2);
        const Json json = toJson(scanned());
        for (const char* key :
             {"folder", "images", "readable", "classes", "splits", "sizes", "bit_depths",
              "problems", "duplicates", "patients", "read_as", "formats"})
            QVERIFY2(json.contains(key), key);
        QCOMPARE(json["sizes"]["24x24"].get<int>(), 2);
        QCOMPARE(json["bit_depths"]["8"].get<int>(), 2);
        QCOMPARE(json["formats"]["PNG"].get<int>(), 2);
        QVERIFY(json["patients"].is_null());
    }

    void contentHashFollowsTheContent()
    {
        put("a.png", 1);
        put("b.png", 2);
        const std::string before = scanned().contentHash();
        QCOMPARE(scanned().contentHash(), before);
        put("b.png", 3);
        QVERIFY(scanned().contentHash() != before);
    }

private:
    void put(const std::string& file, int seed)
    {
        pictures::write(m_path / file, pictures::colourPng(seed));
    }
    Manifest scanned()
    {
        const auto manifest = scanFolder(m_path, {}, {});
        if (!manifest)
            qWarning("%s", describe(manifest.error()).c_str());
        return manifest ? *manifest : Manifest{};
    }
    static std::vector<std::string> files(const Manifest& manifest)
    {
        std::vector<std::string> names;
        for (const ImageEntry& image : manifest.images)
            names.push_back(manifest.nameOf(image));
        return names;
    }
    static Problem problem(const Manifest& manifest, const std::string& file)
    {
        const auto found = std::find_if(manifest.problems.begin(), manifest.problems.end(),
                                        [&](const Problem& p) { return p.file == file; });
        return found == manifest.problems.end() ? Problem{} : *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    pictures::fs::path m_path;
};

QTEST_APPLESS_MAIN(TestFolderScan)
#include "tst_folder_scan.moc"
