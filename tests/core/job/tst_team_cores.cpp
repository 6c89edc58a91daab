#include "core/job/team_cores.h"

#include <QtTest/QtTest>
#include <chrono>
#include <thread>

using namespace rekindle::job;

namespace {

using Cores = std::vector<int>;

/// A team of two on two cores, and what others do there, told a second at a time.
class Machine
{
public:
    /// `waits`: the share of the second in which each thread was held up; `others`: how much of a
    /// core others used, on those that were left `onLeft`.
    std::optional<Cores> second(const std::vector<double>& waits, double others, double own = 1.2,
                                double onLeft = 1)
    {
        m_now.clock += 1;
        m_now.own += own;
        m_now.busy += own + others;
        for (std::size_t i = 0; i < waits.size(); ++i)
            m_team[i].waited += waits[i];
        m_left = m_cores.left().empty() ? 0 : m_left + onLeft;
        return m_cores.look(m_team, m_now, m_left);
    }
    std::vector<ThreadMoment> m_team{{4, 10.0}, {7, 20.0}};

private:
    TeamCores m_cores{Cores{4, 7}};
    CoresMoment m_now{100, 50, 30};
    double m_left = 0;
};

} // namespace

class TestTeamCores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuietMachineIsLeftAsItIs()
    {
        Machine machine;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!machine.second({0.01, 0.02}, 0.02));
    }

    /// After two seconds of it, not at a moment's work.
    void aBusyCoreIsLeft()
    {
        Machine machine;
        QVERIFY(!machine.second({0.01, 0.01}, 0));
        QVERIFY(!machine.second({0.5, 0.01}, 1));
        QVERIFY(!machine.second({0.01, 0.01}, 0));
        QVERIFY(!machine.second({0.5, 0.01}, 1));
        QCOMPARE(machine.second({0.5, 0.01}, 1), std::optional(Cores{7}));
        // Threads that take turns on one core wait, and that is no reason for anything.
        for (int i = 0; i < 5; ++i)
            QVERIFY(!machine.second({0.5, 0.5}, 1));
    }

    void whenTheOthersHaveGoneAllCoresAreUsedAgain()
    {
        Machine machine;
        static_cast<void>(machine.second({0, 0}, 0));
        static_cast<void>(machine.second({0.01, 0.6}, 1));
        QCOMPARE(machine.second({0.01, 0.6}, 1), std::optional(Cores{4}));
        QVERIFY(!machine.second({0.5, 0.5}, 0.1)); // a look has nothing before it
        QVERIFY(!machine.second({0.5, 0.5}, 0.1));
        QCOMPARE(machine.second({0.5, 0.5}, 0.1), std::optional(Cores({4, 7})));
        QVERIFY(!machine.second({0, 0}, 0));
    }

    /// Two programs may leave the same core to each other: then it is nobody's.
    void aCoreThatNobodyUsesIsTakenBack()
    {
        Machine machine;
        static_cast<void>(machine.second({0, 0}, 0));
        static_cast<void>(machine.second({0.5, 0}, 1));
        QVERIFY(machine.second({0.5, 0}, 1));
        for (int i = 0; i < 3; ++i)
            QVERIFY(!machine.second({0.5, 0.5}, 0.6, 0.6, 0.9));
        QVERIFY(!machine.second({0.5, 0.5}, 0.6, 0.6, 0.1));
        QCOMPARE(machine.second({0.5, 0.5}, 0.6, 0.6, 0.1), std::optional(Cores({4, 7})));
    }

    /// Others on all cores: nowhere is better than anywhere.
    void whenTheyFollowAllCoresAreUsedAgain()
    {
        Machine machine;
        static_cast<void>(machine.second({0, 0}, 0));
        static_cast<void>(machine.second({0.5, 0}, 1));
        QVERIFY(machine.second({0.5, 0}, 1));
        QVERIFY(!machine.second({0.5, 0.5}, 1.8));
        QVERIFY(!machine.second({0.5, 0.5}, 1.8));
        QCOMPARE(machine.second({0.5, 0.5}, 1.8), std::optional(Cores({4, 7})));
        for (int i = 0; i < 4; ++i)
            QVERIFY(!machine.second({0.5, 0.5}, 2));
    }

    /// What holds a thread up may be this program itself, which reads images beside it.
    void ourOwnWorkIsNoReason()
    {
        Machine machine;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!machine.second({0.4, 0.02}, 0.1, 2.0));
    }

    void theKernelKnowsThisThread()
    {
        const auto thread = thisThreadNow();
        QVERIFY(thread.has_value());
        QVERIFY(thread->core >= 0);
        const Cores all = coresOfThisThread();
        QVERIFY(std::find(all.begin(), all.end(), thread->core) != all.end());
    }

    void theKernelKnowsItsCores()
    {
        const Cores all = coresOfThisThread();
        const auto before = coresNow(all);
        QVERIFY(before.has_value());
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(200);
        while (std::chrono::steady_clock::now() < until) {
        }
        const auto after = coresNow(all);
        QVERIFY(after.has_value());
        QVERIFY(after->clock - before->clock >= 0.2);
        QVERIFY(after->own > before->own);
        QVERIFY(after->busy >= before->busy);
        QVERIFY(!coresNow({100'000}).has_value());
    }

    void threadsMoveAndComeBack()
    {
        const Cores all = coresOfThisThread();
        QVERIFY(!all.empty());
        std::thread([&] {
            keepThisThreadOn({all.back()});
            QCOMPARE(coresOfThisThread(), Cores{all.back()});
            QCOMPARE(thisThreadNow()->core, all.back());
            keepThisThreadOn({}); // is refused
            QCOMPARE(coresOfThisThread(), Cores{all.back()});
            keepThisThreadOn(all);
            QCOMPARE(coresOfThisThread(), all);
        }).join();
        QCOMPARE(coresOfThisThread(), all);
    }
};

QTEST_APPLESS_MAIN(TestTeamCores)
#include "tst_team_cores.moc"
