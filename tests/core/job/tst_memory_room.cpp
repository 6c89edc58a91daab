#include "core/job/memory_room.h"

#include "tests/support/in_child.h"
#include "tests/support/sanitized.h"

#include <QtTest/QtTest>

#include <sys/resource.h>

using namespace rekindle;
using job::MemoryRoom;

class TestMemoryRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfTheSystem()
    {
        const char* const text = "MemTotal:       24683656 kB\nMemAvailable:   22366768 kB\n";
        QCOMPARE(job::meminfoBytes(text, "MemAvailable:"), std::uint64_t{22366768} * 1024);
        QCOMPARE(job::meminfoBytes(text, "SwapFree:"), MemoryRoom::kUnlimited);
        QCOMPARE(job::meminfoBytes("MemAvailable: none", "MemAvailable:"), MemoryRoom::kUnlimited);
    }

    void thisMachineHasSome()
    {
        const MemoryRoom room = job::memoryRoom();
        QVERIFY(room.memory > 0 && room.memory != MemoryRoom::kUnlimited);
    }

    /// What is left of a limit is the limit less what is mapped already.
    void aLimitOnAddresses()
    {
        if (test::kSanitized)
            QSKIP("a sanitizer needs more addresses than any limit leaves");
        const int code = test::inChild([] {
            constexpr std::uint64_t kLimit = std::uint64_t{4} << 30;
            const rlimit limit{kLimit, kLimit};
            if (::setrlimit(RLIMIT_AS, &limit) != 0)
                return 1;
            const std::uint64_t left = job::memoryRoom().addresses;
            return left > 0 && left < kLimit ? 0 : 2;
        });
        QCOMPARE(code, 0);
    }
};

QTEST_APPLESS_MAIN(TestMemoryRoom)
#include "tst_memory_room.moc"
