#include "core/storage/atomic_write.h"

#include "core/storage/sealed_folder.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <thread>

using namespace rekindle;
using storage::AtomicFile;
using storage::atomicWrite;
using storage::Existing;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::size_t entries(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

unsigned modeOf(const fs::path& path)
{
    struct stat about {
    };
    ::stat(path.c_str(), &about);
    return about.st_mode & 07777;
}

} // namespace

class TestAtomicWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheWholeText()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(atomicWrite(folder / "a.txt", "first"));
        RK_VERIFY_OK(atomicWrite(folder / "a.txt", "second"));
        QCOMPARE(contentOf(folder / "a.txt"), std::string("second"));
        QCOMPARE(entries(folder.path()), std::size_t(1));
    }

    void modesDoNotDependOnTheUmask()
    {
        const test::TempFolder folder;
        const mode_t before = ::umask(0);
        const auto made = storage::makeFolder(folder / "x/y");
        const auto wrote = atomicWrite(folder / "x/y/a.txt", "text");
        ::umask(before);
        RK_VERIFY_OK(made);
        RK_VERIFY_OK(wrote);
        QCOMPARE(modeOf(folder / "x"), 0700u);
        QCOMPARE(modeOf(folder / "x/y"), 0700u);
        QCOMPARE(modeOf(folder / "x/y/a.txt"), 0600u);
    }

    void withoutCommitNothingStays()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(atomicWrite(folder / "a.txt", "good"));
        {
            RK_UNWRAP(auto file, AtomicFile::create(folder / "a.txt"));
            RK_VERIFY_OK(file.write("half"));
        }
        QCOMPARE(contentOf(folder / "a.txt"), std::string("good"));
        QCOMPARE(entries(folder.path()), std::size_t(1));
    }

    void refusesWhatIsThere()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(atomicWrite(folder / "a.txt", "mine", Existing::Refuse));
        RK_VERIFY_FAILS(ErrorKind::Usage, atomicWrite(folder / "a.txt", "yours", Existing::Refuse));
        QCOMPARE(contentOf(folder / "a.txt"), std::string("mine"));
    }

    /// Both looked while nothing was there; only one may win.
    void refusesWhatAppearedMeanwhile()
    {
        const test::TempFolder folder;
        RK_UNWRAP(auto first, AtomicFile::create(folder / "a.txt", Existing::Refuse));
        RK_UNWRAP(auto second, AtomicFile::create(folder / "a.txt", Existing::Refuse));
        RK_VERIFY_OK(first.write("first"));
        RK_VERIFY_OK(second.write("second"));
        RK_VERIFY_OK(second.commit());
        RK_VERIFY_FAILS(ErrorKind::Usage, first.commit());
        QCOMPARE(contentOf(folder / "a.txt"), std::string("second"));
        {
            const auto dropped = std::move(first);
        }
        QCOMPARE(entries(folder.path()), std::size_t(1));
    }

    void aFolderIsNotReplaced()
    {
        const test::TempFolder folder;
        fs::create_directory(folder / "a");
        RK_VERIFY_FAILS(ErrorKind::Usage, atomicWrite(folder / "a", "text"));
        QVERIFY(fs::is_directory(folder / "a"));
    }

    void aMissingOrWrongParentIsSaid()
    {
        const test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::NotFound, atomicWrite(folder / "none/a.txt", "text"));
        RK_VERIFY_OK(atomicWrite(folder / "file", "text"));
        RK_VERIFY_FAILS(ErrorKind::NotFound, atomicWrite(folder / "file/a.txt", "text"));
        RK_VERIFY_FAILS(ErrorKind::NotFound, storage::makeFolder(folder / "file/sub"));
        RK_VERIFY_FAILS(ErrorKind::Usage, storage::makeFolder(folder / "file"));
    }

    void aLinkInThePlaceOfTheTargetIsReplacedNotFollowed()
    {
        const test::TempFolder folder;
        RK_VERIFY_OK(atomicWrite(folder / "other.txt", "other"));
        fs::create_symlink(folder / "other.txt", folder / "a.txt");
        RK_VERIFY_OK(atomicWrite(folder / "a.txt", "mine"));
        QCOMPARE(contentOf(folder / "other.txt"), std::string("other"));
        QCOMPARE(contentOf(folder / "a.txt"), std::string("mine"));
    }

    /// A pipe stands for whatever is no file: as root a device node would be gone.
    void whatIsNoFileIsNotReplaced()
    {
        const test::TempFolder folder;
        QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
        RK_VERIFY_FAILS(ErrorKind::Usage, atomicWrite(folder / "pipe", "text"));
        QVERIFY(fs::is_fifo(folder / "pipe"));
    }

    void aKillLeavesTheFileWholeOrAbsent()
    {
        const test::TempFolder folder;
        const fs::path target = folder / "a.bin";
        constexpr std::size_t kBytes = 1 << 20;
        for (int round = 0; round < 12; ++round) {
            test::Victim victim([&] {
                for (char c = 'a';; c = c == 'z' ? 'a' : static_cast<char>(c + 1))
                    static_cast<void>(atomicWrite(target, std::string(kBytes, c)).has_value());
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(7 + 5 * round));
            victim.kill();
            if (!fs::exists(target))
                continue;
            const std::string text = contentOf(target);
            QCOMPARE(text.size(), kBytes);
            QVERIFY(text.find_first_not_of(text.front()) == std::string::npos);
        }
        QVERIFY(fs::exists(target));
        storage::sweepUnsealed(folder.path());
        QCOMPARE(entries(folder.path()), std::size_t(1));
    }

    void freeSpaceOfAPathThatIsNotThereYet()
    {
        const test::TempFolder folder;
        RK_UNWRAP(const auto bytes, storage::freeSpace(folder / "not/yet/there"));
        QCOMPARE(bytes > 0, fs::space(folder.path()).available > 0);
    }
};

QTEST_APPLESS_MAIN(TestAtomicWrite)
#include "tst_atomic_write.moc"
