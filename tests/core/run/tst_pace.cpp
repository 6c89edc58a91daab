#include "core/run/run_control.h"

#include <QtTest/QtTest>
#include <thread>

using namespace rekindle;
using run::Pace;
using run::Request;

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeforeFiveStepsAndTwoSeconds()
    {
        Pace quick;
        for (int i = 0; i < 15; ++i)
            quick.stepAt(0.1 * i, 32); // 15 calls, 1.4 s
        QCOMPARE(quick.imagesPerSecond(), 0.0);
        QCOMPARE(quick.secondsLeft(10), -1.0);
        Pace few;
        for (int i = 0; i < 5; ++i)
            few.stepAt(10.0 * i, 32); // 4 steps, 40 s
        QCOMPARE(few.imagesPerSecond(), 0.0);
        few.stepAt(50, 32);
        QCOMPARE(few.imagesPerSecond(), 3.2);
        QCOMPARE(few.secondsLeft(7), 70.0);
    }

    void onePauseDoesNotMoveIt()
    {
        Pace pace;
        double now = 100;
        for (int i = 0; i < 50; ++i)
            pace.stepAt(now += i == 25 ? 3600 : 0.5, 64);
        QVERIFY(std::abs(pace.imagesPerSecond() - 128) < 1e-9);
        QVERIFY(std::abs(pace.secondsLeft(100) - 50) < 1e-9);
    }

    void onlyTheLatestStepsCount()
    {
        Pace pace;
        double now = 0;
        for (int i = 0; i < 300; ++i)
            pace.stepAt(now += 1, 10);
        for (int i = 0; i < 200; ++i)
            pace.stepAt(now += 2, 10);
        QCOMPARE(pace.imagesPerSecond(), 5.0);
    }

    void nothingWeakensACancel()
    {
        run::RunControl control;
        QVERIFY(control.request() == Request::None);
        control.ask(Request::Pause);
        control.ask(Request::None);
        QVERIFY(control.request() == Request::Pause);
        control.ask(Request::Finish);
        QVERIFY(control.request() == Request::Finish);
        control.ask(Request::Cancel);
        control.ask(Request::Pause);
        control.ask(Request::Finish);
        QVERIFY(control.request() == Request::Cancel);
    }

    void reportsCrossThreads()
    {
        run::RunControl control;
        std::jthread trainer([&] {
            for (std::int64_t i = 1; i <= 20'000; ++i) {
                run::Status status;
                status.step = i;
                status.imagesSeen = 32 * i;
                status.activity = "pretraining";
                control.report(status);
            }
        });
        std::int64_t last = 0;
        while (last < 20'000) {
            const auto status = control.progress();
            QVERIFY(status.step >= last);
            QCOMPARE(status.imagesSeen, 32 * status.step);
            last = status.step;
        }
    }
};

QTEST_APPLESS_MAIN(TestPace)
#include "tst_pace.moc"
