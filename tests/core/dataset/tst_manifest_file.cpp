#include "tests/support/pictures.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/manifest_file.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace rekindle;
using namespace rekindle::dataset;

/// A manifest must come back as it went, and notice that images went or changed.
class TestManifestFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = pictures::fs::path(m_folder->path().toStdString()) / "set";
        pictures::write(m_path / "train/a/1.png", pictures::colourPng(1));
        pictures::write(m_path / "train/b/2.png", pictures::colourPng(1));
        pictures::write(m_path / "test/b/r\xe9.png", pictures::colourPng(3));
        pictures::write(m_path / "test/b/bad.png", "text");
        const auto manifest = scanFolder(m_path, {}, {});
        QVERIFY(manifest.has_value());
        m_manifest = *manifest;
        m_manifest.images[0].patient = "P1";
        m_manifest.patients = 1;
        m_file = m_path.parent_path() / "images.json";
    }

    // Qt does not remove files whose names are not UTF-8.
    void cleanup() { pictures::fs::remove_all(m_path); }

    void comesBackAsItWent()
    {
        QVERIFY(writeManifest(m_file, m_manifest));
        const auto back = readManifest(m_file);
        if (!back)
            QFAIL(describe(back.error()).c_str());
        QCOMPARE(dumpJson(toJson(*back)), dumpJson(toJson(m_manifest)));
        QCOMPARE(back->contentHash(), m_manifest.contentHash());
        QCOMPARE(back->folder, m_manifest.folder);
        for (std::size_t i = 0; i < m_manifest.images.size(); ++i) {
            QCOMPARE(back->images[i].file, m_manifest.images[i].file);
            QCOMPARE(back->images[i].label, m_manifest.images[i].label);
            QCOMPARE(back->images[i].part, m_manifest.images[i].part);
            QCOMPARE(back->images[i].patient, m_manifest.images[i].patient);
            QCOMPARE(back->images[i].bytes, m_manifest.images[i].bytes);
        }
        QVERIFY(checkUnchanged(*back));
    }

    void changesAreCounted()
    {
        QVERIFY(checkUnchanged(m_manifest));
        pictures::fs::remove(m_path / "train/a/1.png");
        pictures::write(m_path / "train/b/2.png", "shorter");
        const auto changed = checkUnchanged(m_manifest);
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, ErrorKind::Mismatch);
        QCOMPARE(changed.error().message, std::string("1 of 3 images is gone, 1 has changed"));
        pictures::fs::remove_all(m_path);
        QCOMPARE(checkUnchanged(m_manifest).error().kind, ErrorKind::Mismatch);
    }

    void damagedFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("kind");
        const int damaged = static_cast<int>(ErrorKind::Damaged);
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("") << damaged;
        QTest::newRow("other schema")
            << QByteArray("rekindle.images/1") << QByteArray("rekindle.images/9")
            << static_cast<int>(ErrorKind::Version);
        QTest::newRow("no list") << QByteArray("\"images\"") << QByteArray("\"pictures\"")
                                 << damaged;
        QTest::newRow("label outside")
            << QByteArray("\"label\": 1") << QByteArray("\"label\": 7") << damaged;
        QTest::newRow("huge label")
            << QByteArray("\"label\": 1") << QByteArray("\"label\": 4294967296") << damaged;
        QTest::newRow("path outside")
            << QByteArray("train/a/1.png") << QByteArray("../../etc/passwd") << damaged;
        QTest::newRow("absolute path")
            << QByteArray("train/a/1.png") << QByteArray("/etc/passwd") << damaged;
        QTest::newRow("width in words")
            << QByteArray("\"width\": 24") << QByteArray("\"width\": \"wide\"") << damaged;
    }

    void damagedFilesAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, kind);
        QVERIFY(writeManifest(m_file, m_manifest));
        QByteArray text = QByteArray::fromStdString(pictures::read(m_file));
        QVERIFY(text.contains(from));
        text.replace(from, to);
        pictures::write(m_file, text.toStdString());
        const auto back = readManifest(m_file);
        QVERIFY(!back);
        QCOMPARE(static_cast<int>(back.error().kind), kind);
    }

    void missingFile()
    {
        QCOMPARE(readManifest(m_path / "none.json").error().kind, ErrorKind::NotFound);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    pictures::fs::path m_path;
    pictures::fs::path m_file;
    Manifest m_manifest;
};

QTEST_APPLESS_MAIN(TestManifestFile)
#include "tst_manifest_file.moc"
