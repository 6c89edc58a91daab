// A drive that fails or memory that runs out while a good file is read is no fault of the file:
// 'damaged' would send people to fetch it again. This program's own pread and inflateInit2_ stand
// in front of the libraries' and fail when they are told to.
#include "core/checkpoint/checkpoint.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>
#include <cerrno>
#include <dlfcn.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zlib.h>

using namespace rekindle;

namespace {

const std::filesystem::path kData = std::filesystem::path(REKINDLE_TEST_DATA) / "checkpoint";

int g_reads = 0;        ///< since it was set to 0
int g_failingRead = -1; ///< this one fails; none when below 0
int g_failure = EIO;
bool g_noMemoryToUnpack = false;
int g_unpacked = 0;

} // namespace

extern "C" ssize_t pread(int fd, void* into, size_t count, off_t offset)
{
    if (g_reads++ == g_failingRead) {
        errno = g_failure;
        return -1;
    }
    return ::syscall(SYS_pread64, fd, into, count, offset);
}

extern "C" int inflateInit2_(z_streamp stream, int bits, const char* version, int size)
{
    ++g_unpacked;
    if (g_noMemoryToUnpack)
        return Z_MEM_ERROR;
    using Init = int (*)(z_streamp, int, const char*, int);
    static const auto kReal = reinterpret_cast<Init>(::dlsym(RTLD_NEXT, "inflateInit2_"));
    return kReal(stream, bits, version, size);
}

class TestFailingReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        g_failingRead = -1;
        g_noMemoryToUnpack = false;
    }

    void anyReadThatFails_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"basic.pth", "deflated.pth", "f16.safetensors"})
            QTest::newRow(file) << file;
    }

    void anyReadThatFails()
    {
        QFETCH(QString, file);
        const auto path = kData / file.toStdString();
        g_reads = 0;
        RK_VERIFY_OK(checkpoint::readCheckpoint(path));
        const int reads = g_reads;
        QVERIFY(reads > 10);
        for (int failing = 0; failing < reads; ++failing) {
            g_reads = 0;
            g_failingRead = failing;
            RK_VERIFY_FAILS(ErrorKind::Io, checkpoint::readCheckpoint(path));
        }
        g_failingRead = -1;
        RK_UNWRAP(const auto read, checkpoint::readCheckpoint(path));
        g_reads = 0;
        g_failingRead = 0;
        RK_VERIFY_FAILS(ErrorKind::Io, checkpoint::contentHash(read));
    }

    void noMemoryToUnpack()
    {
        RK_VERIFY_OK(checkpoint::readCheckpoint(kData / "deflated.pth"));
        QVERIFY(g_unpacked > 0);
        g_noMemoryToUnpack = true;
        RK_VERIFY_FAILS(ErrorKind::Memory, checkpoint::readCheckpoint(kData / "deflated.pth"));
    }
};

QTEST_APPLESS_MAIN(TestFailingReads)
#include "tst_failing_reads.moc"
