#include "tests/support/pictures.h"
#include "tests/support/sanitized.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"
#include "core/storage/table_file.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <ctime>
#include <functional>

using namespace rekindle;
using namespace rekindle::dataset;

namespace {

double processorSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

Manifest manyImages(std::size_t count)
{
    Manifest manifest;
    manifest.classes = {"benign", "malignant", "normal"};
    for (std::size_t i = 0; i < count; ++i) {
        ImageEntry entry;
        entry.label = static_cast<int>(i % 3);
        entry.part = i % 5 == 0 ? Part::Test : Part::Train;
        entry.patient = "patient-" + std::to_string(i / 7);
        entry.width = entry.height = 1024;
        entry.channels = 3;
        entry.bits = 8;
        std::string hash = std::to_string(i);
        hash.insert(0, 64 - hash.size(), '0');
        manifest.add({.path = "train/malignant/slide-" + std::to_string(i / 100) + "/tile-" +
                              std::to_string(i) + ".png",
                      .format = "PNG",
                      .sha256 = hash,
                      .bytes = 100'000 + i,
                      .modified = 1'700'000'000'000'000'000},
                     std::move(entry));
    }
    return manifest;
}

} // namespace

/// A manifest must come back as it went, under the name of its content.
class TestManifestFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = pictures::fs::path(m_folder->path().toStdString()) / "set";
        m_lists = m_path.parent_path() / "lists";
        pictures::write(m_path / "train/a/1.png", pictures::colourPng(1));
        pictures::write(m_path / "train/b/2.png", pictures::colourPng(1));
        pictures::write(m_path / "test/b/r\xe9.png", pictures::colourPng(3));
        pictures::write(m_path / "test/b/bad.png", "text");
        const auto manifest = scanFolder(m_path, {}, {});
        QVERIFY(manifest.has_value());
        m_manifest = *manifest;
        m_manifest.images[0].patient = "P1";
        m_manifest.deriveFacts();
    }

    // Qt does not remove files whose names are not UTF-8.
    void cleanup() { pictures::fs::remove_all(m_path); }

    void comesBackAsItWent()
    {
        const auto file = storeManifest(m_lists, m_manifest);
        QVERIFY(file.has_value());
        const auto back = readManifest(*file, m_path);
        if (!back)
            QFAIL(describe(back.error()).c_str());
        QCOMPARE(dumpJson(toJson(*back)), dumpJson(toJson(m_manifest)));
        QCOMPARE(back->contentHash(), m_manifest.contentHash());
        QCOMPARE(back->folder, m_path);
        QCOMPARE(back->problems.size(), std::size_t{1});
        QCOMPARE(back->duplicates, m_manifest.duplicates);
        QCOMPARE(back->duplicates.size(), std::size_t{1});
        QCOMPARE(back->patients, std::optional<std::uint64_t>(1));
        for (std::size_t i = 0; i < m_manifest.images.size(); ++i) {
            QCOMPARE(back->nameOf(back->images[i]), m_manifest.nameOf(m_manifest.images[i]));
            QCOMPARE(back->images[i].label, m_manifest.images[i].label);
            QCOMPARE(back->images[i].part, m_manifest.images[i].part);
            QCOMPARE(back->images[i].patient, m_manifest.images[i].patient);
            QCOMPARE(back->files[i].bytes, m_manifest.files[i].bytes);
            QCOMPARE(back->files[i].modified, m_manifest.files[i].modified);
            QVERIFY(back->files[i].modified > 0);
        }
    }

    /// The same list is the same file, and the one that is there is not written again.
    void isStoredOnce()
    {
        const auto first = storeManifest(m_lists, m_manifest);
        const auto written = pictures::fs::last_write_time(*first);
        Manifest elsewhere = m_manifest;
        elsewhere.folder = "/somewhere/else";
        QCOMPARE(*storeManifest(m_lists, elsewhere), *first);
        QVERIFY(pictures::fs::last_write_time(*first) == written);
        // A damaged one is made good again.
        pictures::fs::resize_file(*first, pictures::fs::file_size(*first) / 2);
        QVERIFY(!readManifest(*first, m_path));
        QCOMPARE(*storeManifest(m_lists, m_manifest), *first);
        QVERIFY(readManifest(*first, m_path).has_value());
        elsewhere.images[0].label = 0;
        QVERIFY(*storeManifest(m_lists, elsewhere) != *first);
    }

    void aChangedByteIsNoticed()
    {
        const auto file = storeManifest(m_lists, m_manifest);
        std::string bytes = pictures::read(*file);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        pictures::write(*file, bytes);
        QCOMPARE(readManifest(*file, m_path).error().kind, ErrorKind::Damaged);
        QCOMPARE(readManifest(m_lists / "none.h5", m_path).error().kind, ErrorKind::NotFound);
    }

    /// Tables that are whole, under their right name, and say what no manifest says.
    void impossibleListsAreRefused_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("kind");
        const int damaged = static_cast<int>(ErrorKind::Damaged);
        QTest::newRow("schema") << "schema"
                                << "rekindle.images/9" << static_cast<int>(ErrorKind::Version);
        QTest::newRow("column missing") << "images_label"
                                        << "" << damaged;
        QTest::newRow("label outside") << "images_label"
                                       << "7" << damaged;
        QTest::newRow("huge label") << "images_label"
                                    << "4294967296" << damaged;
        QTest::newRow("no such part") << "images_part"
                                      << "4" << damaged;
        QTest::newRow("file outside") << "images_file"
                                      << "3" << damaged;
        QTest::newRow("frame outside") << "images_frame"
                                       << "1" << damaged;
        QTest::newRow("patient outside") << "images_patient"
                                         << "2" << damaged;
        QTest::newRow("no width") << "images_width"
                                  << "0" << damaged;
        QTest::newRow("negative size") << "files_bytes"
                                       << "-1" << damaged;
        QTest::newRow("format outside") << "files_format"
                                        << "1" << damaged;
        QTest::newRow("path outside") << "files_path"
                                      << "../../etc/passwd" << damaged;
        QTest::newRow("absolute path") << "files_path"
                                       << "/etc/passwd" << damaged;
        QTest::newRow("empty path") << "files_path"
                                    << "(empty)" << damaged;
    }

    void impossibleListsAreRefused()
    {
        QFETCH(QString, column);
        QFETCH(QString, value);
        QFETCH(int, kind);
        const auto file = storeManifest(m_lists, m_manifest);
        auto table = storage::readTable(*file, file->stem().string());
        QVERIFY(table.has_value());
        const std::string name = column.toStdString();
        if (table->attributes.contains(name)) {
            table->attributes[name] = value.toStdString();
        } else if (value.isEmpty()) {
            table->arrays.erase(name);
        } else {
            auto& values = table->arrays.at(name).values;
            if (auto* numbers = std::get_if<std::vector<std::int64_t>>(&values))
                numbers->front() = value.toLongLong();
            else
                std::get<std::vector<std::string>>(values).front() =
                    value == u"(empty)" ? std::string() : value.toStdString();
        }
        const auto other = storage::storeTable(m_lists, ".h5", *table);
        QVERIFY(other.has_value() && *other != *file);
        const auto back = readManifest(*other, m_path);
        QVERIFY(!back);
        QCOMPARE(static_cast<int>(back.error().kind), kind);
    }

    /// The figure of the product's promise, in this process's own time.
    void aHundredThousandImagesInAMoment()
    {
        const Manifest manifest = manyImages(100'000);
        const auto file = storeManifest(m_lists, manifest);
        const double before = processorSeconds();
        const auto back = readManifest(*file, m_path);
        const double taken = processorSeconds() - before;
        QVERIFY(back.has_value());
        QCOMPARE(back->contentHash(), manifest.contentHash());
        qInfo("100,000 images: %.0f ms, %.1f MB", taken * 1e3,
              static_cast<double>(pictures::fs::file_size(*file)) * 1e-6);
        QVERIFY2(taken < 0.3 * test::kPatience, qPrintable(QString::number(taken)));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    pictures::fs::path m_path;
    pictures::fs::path m_lists;
    Manifest m_manifest;
};

QTEST_APPLESS_MAIN(TestManifestFile)
#include "tst_manifest_file.moc"
