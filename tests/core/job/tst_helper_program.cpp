#include "core/job/child_process.h"
#include "core/job/helper_program.h"
#include "tests/support/result_macros.h"

#include <QtTest/QtTest>
#include <string_view>

using namespace rekindle;
using namespace rekindle::job;
using namespace std::chrono_literals;

namespace {

std::filesystem::path ours()
{
    return programFolder() / "answering";
}

std::span<const std::byte> bytes(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::string text(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

/// Programs that answer, that do not, and that end. The system's own serve: what cat is asked, it
/// answers with the same length and words. Beside them one of ours (answering.cpp).
class TestHelperProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOneAfterTheOther()
    {
        RK_UNWRAP(auto cat, HelperProgram::start("/bin/cat"));
        for (const std::string_view asked : {"first", "", "third"}) {
            RK_UNWRAP(const auto answer, cat.ask(bytes(asked), 100, 10s));
            QCOMPARE(text(answer), std::string(asked));
        }
    }

    void aLongAnswerIsRefused()
    {
        RK_UNWRAP(auto cat, HelperProgram::start("/bin/cat"));
        RK_VERIFY_FAILS(ErrorKind::Limit, cat.ask(bytes("too long"), 4, 10s));
    }

    /// sort says nothing before it has read all.
    void silenceHasAnEnd()
    {
        RK_UNWRAP(auto sort, HelperProgram::start("/usr/bin/sort"));
        QElapsedTimer clock;
        clock.start();
        RK_VERIFY_FAILS(ErrorKind::Limit, sort.ask(bytes("well?"), 100, 200ms));
        QVERIFY(clock.elapsed() >= 200 && clock.elapsed() < 5000);
    }

    void oneThatEndsIsTold()
    {
        RK_UNWRAP(auto ended, HelperProgram::start("/bin/true"));
        RK_VERIFY_FAILS(ErrorKind::WorkerDied, ended.ask(bytes("still there?"), 100, 10s));
    }

    void oneOfOursAnswersInTwoParts()
    {
        RK_UNWRAP(auto program, HelperProgram::start(ours()));
        using Words = std::pair<const char*, const char*>;
        for (const auto& [asked, said] : std::initializer_list<Words>{
                 {"rabc", "reversed cba"}, {"r", "reversed "}, {"s", "soon"}}) {
            RK_UNWRAP(const auto answer, program.ask(bytes(asked), 100, 10s));
            QCOMPARE(text(answer), std::string(said));
        }
    }

    void itOpensNoFiles()
    {
        RK_UNWRAP(auto program, HelperProgram::start(ours()));
        RK_UNWRAP(const auto answer, program.ask(bytes("f"), 100, 10s));
        QCOMPARE(text(answer), std::string("none"));
    }

    void whatEndsIt_data()
    {
        QTest::addColumn<QString>("question");
        QTest::newRow("no sense in it") << QString("?");
        QTest::newRow("no question") << QString();
        QTest::newRow("too long") << QString("r").repeated(65);
        QTest::newRow("read by half") << QString("half");
        QTest::newRow("takes too much time") << QString("t");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QTest::newRow("takes too much memory") << QString("m");
#endif
    }

    /// Itself alone.
    void whatEndsIt()
    {
        QFETCH(const QString, question);
        RK_UNWRAP(auto program, HelperProgram::start(ours()));
        const std::string asked = question.toStdString();
        RK_VERIFY_FAILS(ErrorKind::WorkerDied, program.ask(bytes(asked), 1u << 31, 10s));
    }

    void oneThatIsMissingIsTold()
    {
        RK_VERIFY_FAILS(ErrorKind::NotFound, HelperProgram::start("/no/such/program"));
    }
};

QTEST_APPLESS_MAIN(TestHelperProgram)
#include "tst_helper_program.moc"
