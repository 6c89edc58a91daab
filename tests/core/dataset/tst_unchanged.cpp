#include "tests/support/pictures.h"

#include "core/dataset/folder_scan.h"
#include "core/dataset/unchanged.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <chrono>
#include <stop_token>

using namespace rekindle;
using namespace rekindle::dataset;

/// A run must notice that its images went or changed, before it begins and when it is asked.
class TestUnchanged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = pictures::fs::path(m_folder->path().toStdString()) / "set";
        for (int i = 0; i < 4; ++i)
            pictures::write(m_path / (std::to_string(i) + ".png"), pictures::colourPng(i));
        const auto manifest = scanFolder(m_path, {}, {});
        QVERIFY(manifest.has_value());
        m_manifest = *manifest;
    }

    void whatIsThereIsUnchanged()
    {
        QVERIFY(checkUnchanged(m_manifest, Looking::AtFacts, {}));
        QVERIFY(checkUnchanged(m_manifest, Looking::AtBytes, {}));
    }

    void changesAreCounted()
    {
        pictures::fs::remove(m_path / "0.png");
        pictures::write(m_path / "2.png", "shorter");
        const auto changed = checkUnchanged(m_manifest, Looking::AtFacts, {});
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, ErrorKind::Mismatch);
        QCOMPARE(changed.error().message,
                 std::string("1 of 4 images is gone, 1 has changed; the first is 0.png"));
        pictures::fs::remove_all(m_path);
        QCOMPARE(checkUnchanged(m_manifest, Looking::AtFacts, {}).error().kind,
                 ErrorKind::Mismatch);
    }

    /// A copy has other times and the same bytes.
    void anotherTimeAloneIsNoChange()
    {
        touch("1.png", std::chrono::hours(5));
        QVERIFY(checkUnchanged(m_manifest, Looking::AtFacts, {}));
    }

    /// As long as before, and other bytes: the time tells that it is worth a look.
    void anotherContentOfTheSameSizeIsFound()
    {
        spoil("1.png");
        touch("1.png", std::chrono::hours(5));
        const auto changed = checkUnchanged(m_manifest, Looking::AtFacts, {});
        QVERIFY(!changed);
        QCOMPARE(changed.error().message,
                 std::string("0 of 4 images are gone, 1 has changed; the first is 1.png"));
    }

    /// Where size and time are as they were, only the bytes can tell.
    void whatTheFactsHideTheBytesShow()
    {
        const auto before = pictures::fs::last_write_time(m_path / "1.png");
        spoil("1.png");
        pictures::fs::last_write_time(m_path / "1.png", before);
        QVERIFY(checkUnchanged(m_manifest, Looking::AtFacts, {}));
        QCOMPARE(checkUnchanged(m_manifest, Looking::AtBytes, {}).error().kind,
                 ErrorKind::Mismatch);
    }

    /// For whoever can do without some; what changed is no less a fault.
    void whatIsGoneIsCounted()
    {
        const auto none = countGone(m_manifest, Looking::AtFacts, {});
        QVERIFY(none && *none == 0);
        pictures::fs::remove(m_path / m_manifest.files[0].path);
        const auto one = countGone(m_manifest, Looking::AtFacts, {});
        QVERIFY(one && *one == 1);
        QCOMPARE(checkUnchanged(m_manifest, Looking::AtFacts, {}).error().kind,
                 ErrorKind::Mismatch);
        spoil(m_manifest.files[1].path.c_str());
        touch(m_manifest.files[1].path.c_str(), std::chrono::hours(1));
        QCOMPARE(countGone(m_manifest, Looking::AtFacts, {}).error().kind, ErrorKind::Mismatch);
        for (const ImageFile& file : m_manifest.files)
            pictures::fs::remove(m_path / file.path);
        QCOMPARE(countGone(m_manifest, Looking::AtFacts, {}).error().kind, ErrorKind::Mismatch);
    }

    void aStopIsMet()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(checkUnchanged(m_manifest, Looking::AtBytes, {stop.get_token(), {}}).error().kind,
                 ErrorKind::Cancelled);
    }

private:
    void spoil(const char* name)
    {
        std::string bytes = pictures::read(m_path / name);
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
        pictures::write(m_path / name, bytes);
    }
    void touch(const char* name, std::chrono::hours later)
    {
        pictures::fs::last_write_time(m_path / name,
                                      pictures::fs::last_write_time(m_path / name) + later);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    pictures::fs::path m_path;
    Manifest m_manifest;
};

QTEST_APPLESS_MAIN(TestUnchanged)
#include "tst_unchanged.moc"
