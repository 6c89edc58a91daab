#include "core/storage/atomic_write.h"
#include "core/storage/sealed_folder.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <cerrno>
#include <fstream>
#include <sched.h>
#include <sstream>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace rekindle;
using storage::atomicWrite;
namespace fs = std::filesystem;

namespace {

constexpr int kNoMount = 77;
const std::string kGood(4000, 'g');

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// The former file is as it was, and nothing lies beside it.
bool onlyTheGoodOne(const fs::path& folder)
{
    return contentOf(folder / "a.txt") == kGood &&
           std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1;
}

/// A disk of 64 KiB at `folder`, seen by this process alone.
bool mountTiny(const fs::path& folder)
{
    if (::unshare(::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    return ::mount("none", folder.c_str(), "tmpfs", 0, "size=64k") == 0;
}

int onAFullDisk(const fs::path& folder)
{
    if (!mountTiny(folder))
        return kNoMount;
    if (!atomicWrite(folder / "a.txt", kGood))
        return 1;
    const auto wrote = atomicWrite(folder / "a.txt", std::string(256 << 10, 'x'));
    if (wrote || wrote.error().kind != ErrorKind::Space || !onlyTheGoodOne(folder))
        return 2;
    auto sealed = storage::SealedFolder::create(folder / "save");
    if (!sealed || atomicWrite(sealed->file("state"), std::string(256 << 10, 'x')))
        return 3;
    sealed = fail(ErrorKind::Cancelled, "dropped");
    if (!onlyTheGoodOne(folder))
        return 4;
    return 0;
}

int onAReadOnlyDisk(const fs::path& folder)
{
    if (!mountTiny(folder))
        return kNoMount;
    if (!atomicWrite(folder / "a.txt", kGood))
        return 1;
    if (::mount("none", folder.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
        return kNoMount;
    const auto wrote = atomicWrite(folder / "a.txt", "new");
    if (wrote || wrote.error().kind != ErrorKind::Io ||
        wrote.error().message.find("read-only") == std::string::npos || !onlyTheGoodOne(folder))
        return 2;
    const auto made = storage::makeFolder(folder / "new");
    return made || made.error().message.find("read-only") == std::string::npos ? 3 : 0;
}

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Works wherever tests run: the system refuses to let a file grow.
    void aLimitOnFileSizesIsAnErrorAndNotACrash()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(atomicWrite(folder / "a.txt", kGood));
        const int code = test::inChild([&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{16 << 10, 16 << 10};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto wrote = atomicWrite(folder / "a.txt", std::string(1 << 20, 'x'));
            return !wrote && wrote.error().kind == ErrorKind::Space ? 0 : 1;
        });
        QCOMPARE(code, 0);
        QVERIFY(onlyTheGoodOne(folder.path()));
    }

    void aFullDisk()
    {
        const test::TempFolder folder;
        const int code = test::inChild([&] { return onAFullDisk(folder.path()); });
        if (code == kNoMount)
            QSKIP(
                "this machine lets nobody mount a small disk; the size limit above stands for it");
        QCOMPARE(code, 0);
    }

    void aReadOnlyDisk()
    {
        const test::TempFolder folder;
        const int code = test::inChild([&] { return onAReadOnlyDisk(folder.path()); });
        if (code == kNoMount)
            QSKIP("this machine lets nobody mount a small disk");
        QCOMPARE(code, 0);
    }

    void aFolderWithoutRights()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(atomicWrite(folder / "a.txt", kGood));
        const int code = test::inChild([&] {
            // Rights do not bind root: this process becomes somebody else.
            if (::geteuid() == 0) {
                ::chmod(folder.path().c_str(), 0755);
                if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                    return 3;
            } else {
                ::chmod(folder.path().c_str(), 0500);
            }
            const auto wrote = atomicWrite(folder / "a.txt", "new");
            const bool said = !wrote && wrote.error().kind == ErrorKind::Io &&
                              wrote.error().message.find("permission") != std::string::npos;
            return said ? 0 : 1;
        });
        ::chmod(folder.path().c_str(), 0700);
        QCOMPARE(code, 0);
        QVERIFY(onlyTheGoodOne(folder.path()));
    }

    void everyReasonHasItsSentence_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("full") << ENOSPC << "space"
                              << "full";
        QTest::newRow("quota") << EDQUOT << "space"
                               << "quota";
        QTest::newRow("too large") << EFBIG << "space"
                                   << "larger";
        QTest::newRow("read-only") << EROFS << "io"
                                   << "read-only";
        QTest::newRow("rights") << EACCES << "io"
                                << "permission";
        QTest::newRow("broken disk") << EIO << "io"
                                     << "error";
        QTest::newRow("unknown") << 4711 << "io"
                                 << "unknown";
    }
    void everyReasonHasItsSentence()
    {
        QFETCH(const int, code);
        QFETCH(const QString, kind);
        QFETCH(const QString, word);
        const Error error = storage::ioError(code, "written", "/data/run/file.bin");
        QCOMPARE(QString::fromStdString(std::string(kindName(error.kind))), kind);
        QVERIFY(QString::fromStdString(error.message).contains(word));
        QCOMPARE(error.subject, std::string("/data/run/file.bin"));
    }
};

QTEST_APPLESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
