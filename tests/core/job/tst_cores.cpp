#include "core/job/core_quota.h"
#include "core/job/cores.h"
#include "tests/support/temp_folder.h"

#include <QtTest/QtTest>
#include <fstream>
#include <sched.h>
#include <thread>

using namespace rekindle;

namespace {

void write(const std::filesystem::path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

} // namespace

class TestCores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMaskBounds()
    {
        cpu_set_t before;
        CPU_ZERO(&before);
        QCOMPARE(::sched_getaffinity(0, sizeof before, &before), 0);
        QVERIFY(job::usableCores() <= CPU_COUNT(&before));
        QVERIFY(job::usableCores() >= 1);
        int first = 0;
        while (!CPU_ISSET(first, &before))
            ++first;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(first, &one);
        QCOMPARE(::sched_setaffinity(0, sizeof one, &one), 0);
        const int narrowed = job::usableCores();
        ::sched_setaffinity(0, sizeof before, &before);
        QCOMPARE(narrowed, 1);
    }

    void quotas_data()
    {
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("quota");
        QTest::addColumn<double>("cores");
        QTest::newRow("v2") << "0::/a/b"
                            << "sys/fs/cgroup/a/b/cpu.max"
                            << "250000 100000" << 2.5;
        QTest::newRow("v2 above it") << "0::/a/b"
                                     << "sys/fs/cgroup/a/cpu.max"
                                     << "400000 100000" << 4.0;
        QTest::newRow("v2 of a container") << "0::/../x"
                                           << "sys/fs/cgroup/cpu.max"
                                           << "100000 100000" << 0.0;
        QTest::newRow("v2 mounted as root") << "0::/far/away"
                                            << "sys/fs/cgroup/cpu.max"
                                            << "150000 100000" << 1.5;
        QTest::newRow("no quota") << "0::/a"
                                  << "sys/fs/cgroup/a/cpu.max"
                                  << "max 100000" << 0.0;
        QTest::newRow("nonsense") << "0::/a"
                                  << "sys/fs/cgroup/a/cpu.max"
                                  << "\x01 nan" << 0.0;
    }
    void quotas()
    {
        QFETCH(QString, groups);
        QFETCH(QString, file);
        QFETCH(QString, quota);
        QFETCH(double, cores);
        test::TempFolder root;
        write(root / "proc/self/cgroup", groups.toStdString() + "\n");
        write(root / file.toStdString(), quota.toStdString() + "\n");
        QCOMPARE(job::coreQuota(root.path()).value_or(0), cores);
    }

    void theOlderGroupsCountToo()
    {
        test::TempFolder root;
        write(root / "proc/self/cgroup", "5:memory:/m\n4:cpu,cpuacct:/box\n");
        write(root / "sys/fs/cgroup/cpu,cpuacct/box/cpu.cfs_quota_us", "300000\n");
        write(root / "sys/fs/cgroup/cpu,cpuacct/box/cpu.cfs_period_us", "100000\n");
        QCOMPARE(job::coreQuota(root.path()).value_or(0), 3.0);
        write(root / "sys/fs/cgroup/cpu,cpuacct/box/cpu.cfs_quota_us", "-1\n");
        QVERIFY(!job::coreQuota(root.path()));
    }

    void threadsStayWithinTheCores()
    {
        const int usable = job::usableCores();
        for (const int wish : {0, 1, 2, 3, 4, 7, 8, 16, 64, 1000}) {
            const int cores = wish == 0 ? usable : std::min(wish, usable);
            for (const bool onGpu : {false, true}) {
                const job::ThreadShare share = job::shareCores(wish, onGpu);
                QVERIFY(share.compute >= 1 && share.loader >= 1);
                QVERIFY2(share.compute + share.loader <= cores + 1,
                         qPrintable(QString::number(wish)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestCores)
#include "tst_cores.moc"
