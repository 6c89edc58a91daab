#include "core/run/run_control.h"

#include <QtTest/QtTest>

using namespace rekindle;

class TestRunControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whoever waits for images is told to stop for a pause and a cancel. An early end lets the
    /// step in work come to its end.
    void stopsWhoeverWaits()
    {
        for (const run::Request request : {run::Request::Pause, run::Request::Cancel}) {
            run::RunControl control;
            const std::stop_token token = control.stopToken();
            control.ask(run::Request::None);
            control.ask(run::Request::Finish);
            QVERIFY(!token.stop_requested());
            control.ask(request);
            QVERIFY(token.stop_requested());
            QCOMPARE(control.request(), request);
        }
    }
};

QTEST_APPLESS_MAIN(TestRunControl)
#include "tst_run_control.moc"
