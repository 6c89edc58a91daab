#include "core/storage/file_lock.h"

#include "core/base/json.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "tests/support/temp_folder.h"

#include <atomic>
#include <chrono>
#include <thread>

using namespace rekindle;
using storage::FileLock;
namespace fs = std::filesystem;

namespace {

bool waitUntilHeld(const fs::path& file)
{
    for (int i = 0; i < 500; ++i) {
        if (FileLock::isHeld(file))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

} // namespace

class TestFileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heldForItsLife()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "run.lock";
        QVERIFY(!FileLock::isHeld(file));
        {
            RK_UNWRAP(const auto lock, FileLock::take(file));
            QVERIFY(FileLock::isHeld(file));
            RK_VERIFY_FAILS(ErrorKind::Busy, FileLock::take(file));
            RK_UNWRAP(const auto owner, readJsonFile(file));
            QCOMPARE(owner["pid"].get<int>(), ::getpid());
        }
        QVERIFY(!FileLock::isHeld(file));
        RK_VERIFY_OK(FileLock::take(file));
    }

    void freeAfterAKill()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "run.lock";
        test::Victim owner([&] {
            const auto lock = FileLock::take(file);
            for (;;)
                ::pause();
        });
        QVERIFY(waitUntilHeld(file));
        RK_VERIFY_FAILS(ErrorKind::Busy, FileLock::take(file));
        owner.kill();
        RK_VERIFY_OK(FileLock::take(file));
    }

    void ofManyExactlyOneWins()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "run.lock";
        for (int round = 0; round < 4; ++round) {
            // The winner holds it until all have tried: losers give up after 0.1 s.
            const auto contend = [&] {
                const auto lock = FileLock::take(file);
                if (lock)
                    std::this_thread::sleep_for(std::chrono::milliseconds(300));
                return lock ? 10 : lock.error().kind == ErrorKind::Busy ? 20 : 30;
            };
            test::Victim a([&] { ::_exit(contend()); });
            test::Victim b([&] { ::_exit(contend()); });
            QCOMPARE(a.wait() + b.wait(), 30);
        }
    }

    /// Looking must not make somebody else's take fail.
    void lookingIsNotHolding()
    {
        const test::TempFolder folder;
        const fs::path file = folder / "run.lock";
        RK_VERIFY_OK(FileLock::take(file));
        std::atomic<bool> stop{false};
        std::thread looker([&] {
            while (!stop) {
                static_cast<void>(FileLock::isHeld(file));
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
        int busy = 0;
        for (int i = 0; i < 300; ++i)
            busy += FileLock::take(file) ? 0 : 1;
        stop = true;
        looker.join();
        QCOMPARE(busy, 0);
    }

    void aFolderThatIsNotThere()
    {
        const test::TempFolder folder;
        RK_VERIFY_FAILS(ErrorKind::NotFound, FileLock::take(folder / "none/run.lock"));
        QVERIFY(!FileLock::isHeld(folder / "none/run.lock"));
    }
};

QTEST_APPLESS_MAIN(TestFileLock)
#include "tst_file_lock.moc"
