#include "tests/widgets/timed_application.h"
#include "tests/widgets/window_driver.h"

#include "core/dataset/draw_parts.h"
#include "core/run/metrics_journal.h"
#include "tests/support/in_child.h"
#include "tests/support/result_macros.h"
#include "widgets/bridge/run_follower.h"
#include "widgets/bridge/study_job.h"
#include "widgets/bridge/window_threads.h"
#include "widgets/bridge/worker_process.h"
#include "widgets/panels/thinned_curve.h"
#include "widgets/plots/figure_view.h"

#include <QListView>
#include <QTableView>

#include <condition_variable>
#include <fstream>
#include <malloc.h>
#include <mutex>
#include <thread>
#include <unistd.h>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

namespace {

/// Work waits here until the test lets it go on, like a read from a drive that hangs.
class Gate
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_open; });
    }
    void open()
    {
        const std::scoped_lock lock(m_mutex);
        m_open = true;
        m_opened.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_open = false;
};

std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t whole = 0, resident = 0;
    file >> whole >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// The program of a user who closes the window while a drive hangs.
int closeWhileADriveHangs(int argc, char** argv)
{
    const QApplication application(argc, argv);
    {
        gui::MainWindow window;
        window.show();
        window.context().session.open([](const job::Watch&) -> Result<study::Study> {
            std::this_thread::sleep_for(std::chrono::minutes(5));
            return fail(ErrorKind::Io, "The drive does not answer");
        });
        QTest::qWait(200);
    }
    return bridge::leave(7);
}

} // namespace

/// Work in the background: it belongs to one study, never keeps the window's thread or the window,
/// and a long run costs neither memory nor time.
class TestWindowJobs : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    fs::path m_a, m_b;

    static bool opened(test::WindowDriver& driver, const fs::path& folder, Step step = Step::Study)
    {
        driver.window().controller().openFolder(folder, step);
        return test::patiently(
            [&] {
                auto& session = driver.window().context().session;
                return session.isOpen() && session.study().folder == folder && !session.busy();
            },
            20000);
    }

    static study::Study onDisk(const fs::path& folder)
    {
        const auto study = study::openStudy(folder);
        return study ? *study : study::Study{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        test::makeImages(m_home / "images", 6);
    }

    void init()
    {
        static int number = 0;
        ++number;
        m_a = m_home / ("a" + std::to_string(number));
        m_b = m_home / ("b" + std::to_string(number));
        RK_VERIFY_OK(study::createStudy(m_a, "A"));
        RK_VERIFY_OK(study::createStudy(m_b, "B"));
    }

    void aScanGoesToTheStudyItWasStartedFor()
    {
        test::WindowDriver driver;
        QVERIFY(opened(driver, m_a, Step::Images));
        driver.window().pages().readImages(m_home / "images");
        QVERIFY(opened(driver, m_b, Step::Images));
        QVERIFY(test::patiently([&] { return !onDisk(m_a).images.empty(); }, 20000));
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY2(driver.message().contains(bridge::qtPath(m_a)), qPrintable(driver.message()));
        QVERIFY(onDisk(m_b).images.empty());
        QVERIFY(driver.window().context().session.manifest() == nullptr);
        QVERIFY(driver.find<QPushButton>("images-read")->isEnabled());
        // And there it is when its study is opened again.
        QVERIFY(opened(driver, m_a, Step::Images));
        QVERIFY(driver.window().context().session.manifest() != nullptr);
        QCOMPARE(driver.window().context().session.manifest()->images.size(), std::size_t{24});
    }

    void aRepairGoesToTheStudyItWasStartedFor()
    {
        // A worker that takes its time: "repair" "<in>" "-o" "<out>" ...
        const fs::path worker = m_home / "worker.sh";
        std::ofstream(worker)
            << "#!/bin/sh\nsleep 1\ncp \"$2\" \"$4\"\necho '{\"schema\": \"x\"}'\n";
        fs::permissions(worker, fs::perms::owner_all);
        qputenv("REKINDLE_CLI", worker.c_str());
        test::WindowDriver driver;
        QVERIFY(opened(driver, m_a, Step::Weights));
        driver.window().pages().addWeights(REKINDLE_TEST_DATA "/model/basic.safetensors");
        QVERIFY(test::patiently([&] { return onDisk(m_a).weights.size() == 1; }, 20000));
        driver.window().showStep(Step::Repair);
        QVERIFY(test::patiently([&] { return !driver.window().loading(); }, 20000));
        QVERIFY(driver.click("main-repair"));
        QVERIFY(!driver.page()->mainButton()->isEnabled());
        QVERIFY(opened(driver, m_b, Step::Repair));
        QCOMPARE(driver.page()->mark(), panels::Mark::Empty);
        QVERIFY(test::patiently([&] { return onDisk(m_a).weights.size() == 2; }, 20000));
        QVERIFY(test::patiently([&] { return !driver.message().isEmpty(); }));
        QVERIFY2(driver.message().contains(bridge::qtPath(m_a)), qPrintable(driver.message()));
        QVERIFY(onDisk(m_b).weights.empty());
        QVERIFY(driver.window().context().session.study().weights.empty());
        qunsetenv("REKINDLE_CLI");
    }

    void whatIsShownOfAnotherStudyIsDropped()
    {
        bridge::StudySession session;
        bridge::StudyJob job(session);
        const auto open = [&](const fs::path& folder) {
            bool done = false;
            session.openFolder(folder, [&](const Result<void>&) { done = true; });
            return test::patiently([&] { return done && !session.busy(); });
        };
        QVERIFY(open(m_a));
        const auto gate = std::make_shared<Gate>();
        int shown = 0;
        job.look<int>(
            [gate](const job::Watch&) -> Result<int> {
                gate->pass();
                return 1;
            },
            [&](const Result<int>&) { ++shown; });
        QVERIFY(job.running());
        QVERIFY(open(m_b));
        QVERIFY(!job.running());
        // The page is free for its new study while the old work still hangs.
        job.look<int>([](const job::Watch&) -> Result<int> { return 2; },
                      [&](const Result<int>& result) {
                          QCOMPARE(*result, 2);
                          shown += 10;
                      });
        QVERIFY(test::patiently([&] { return shown == 10; }));
        gate->open();
        QVERIFY(bridge::waitForThreads(std::chrono::seconds(5)));
        QTest::qWait(20);
        QCOMPARE(shown, 10);
    }

    void aFailureNamesTheStudyItBelongsTo()
    {
        bridge::StudySession session;
        bridge::StudyJob job(session);
        bool done = false;
        session.openFolder(m_a, [&](const Result<void>&) { done = true; });
        QVERIFY(test::patiently([&] { return done && !session.busy(); }));
        const auto gate = std::make_shared<Gate>();
        int shown = 0;
        std::vector<std::pair<fs::path, bool>> told;
        connect(&session, &bridge::StudySession::endedElsewhere, this,
                [&](const fs::path& study, const Result<void>& result) {
                    told.emplace_back(study, result.has_value());
                });
        job.make<int>(
            [gate](const job::Watch&) -> Result<int> {
                gate->pass();
                return fail(ErrorKind::Io, "No");
            },
            [](study::Study&, const int&) { return Result<void>(); },
            [&](const Result<void>&) { ++shown; });
        session.openFolder(m_b);
        QVERIFY(test::patiently([&] { return session.study().folder == m_b; }));
        gate->open();
        QVERIFY(test::patiently([&] { return !told.empty(); }));
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told[0].first, m_a);
        QVERIFY(!told[0].second);
        QCOMPARE(shown, 0);
    }

    /// What the worker says is what people read, whatever its exit code.
    void aWorkersErrorIsItsOwn()
    {
        const fs::path worker = m_home / "failing.sh";
        std::ofstream(worker)
            << "#!/bin/sh\necho '{\"error\": {\"kind\": \"mismatch\", \"message\": \"No ResNet\", "
               "\"subject\": \"a.pth\", \"hint\": \"Another.\"}}'\nexit 3\n";
        fs::permissions(worker, fs::perms::owner_all);
        qputenv("REKINDLE_CLI", worker.c_str());
        const auto answer = bridge::runWorker({QStringLiteral("info")}, {});
        qunsetenv("REKINDLE_CLI");
        RK_VERIFY_FAILS(ErrorKind::Mismatch, answer);
        QCOMPARE(describe(answer.error()), std::string("No ResNet: a.pth. Another."));
    }

    void closingTheWindowWaitsForNothing()
    {
        const auto gate = std::make_shared<Gate>();
        QElapsedTimer timer;
        {
            test::WindowDriver driver;
            QVERIFY(opened(driver, m_a));
            driver.window().context().session.perform(
                [gate](study::Study&, const job::Watch&) -> Result<void> {
                    gate->pass();
                    return {};
                });
            QTest::qWait(50);
            timer.start();
        }
        QVERIFY2(timer.elapsed() < 2000 * test::kPatience,
                 qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!bridge::waitForThreads(std::chrono::milliseconds(10)));
        gate->open();
        QVERIFY(bridge::waitForThreads(std::chrono::seconds(5)));
    }

    /// Nobody waits for what was going on, but it is told that nobody wants it any more.
    void workNobodyWantsIsAskedToStop()
    {
        {
            bridge::StudySession session;
            session.open([](const job::Watch& watch) -> Result<study::Study> {
                for (int i = 0; i < 20'000 && !watch.stop.stop_requested(); ++i)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return fail(ErrorKind::Cancelled, "Stopped on request");
            });
            QTest::qWait(20);
        }
        QVERIFY(bridge::waitForThreads(std::chrono::seconds(5)));
    }

    void theProgramEndsThoughADriveHangs()
    {
        QElapsedTimer timer;
        timer.start();
        test::Victim program("--close-while-a-drive-hangs", m_home.path());
        QCOMPARE(program.wait(), 7);
        // Starting takes its time too; the work that hangs takes five minutes.
        QVERIFY2(timer.elapsed() < 10000 * test::kPatience,
                 qPrintable(QString::number(timer.elapsed())));
    }

    void aDamagedListOfImagesIsNotNoImages()
    {
        test::WindowDriver driver;
        QVERIFY(opened(driver, m_a, Step::Images));
        driver.window().pages().readImages(m_home / "images");
        QVERIFY(test::patiently(
            [&] { return driver.window().context().session.manifest() != nullptr; }, 20000));
        const fs::path list = driver.window().context().session.study().imageList;
        QVERIFY(fs::exists(list));
        fs::resize_file(list, fs::file_size(list) / 2);
        QVERIFY(opened(driver, m_b));
        QVERIFY(opened(driver, m_a, Step::Images));
        for (const Step step : {Step::Images, Step::Pretrain, Step::Score, Step::Study}) {
            driver.window().showStep(step);
            QTest::qWait(20);
            QStringList said;
            for (const QLabel* label : driver.page()->findChildren<QLabel*>()) {
                if (label->isVisible())
                    said << label->text();
            }
            const QString all = said.join(u' ');
            QVERIFY2(all.contains(bridge::qtPath(list)), qPrintable(all));
            QVERIFY2(!all.contains(u"No images yet") && !all.contains(u"none chosen"),
                     qPrintable(all));
        }
        driver.window().showStep(Step::Images);
        QCOMPARE(driver.page()->mark(), panels::Mark::Needs);
        // What the page says to do puts it right.
        QVERIFY(driver.click("images-read"));
        QVERIFY(test::patiently(
            [&] { return driver.window().context().session.manifest() != nullptr; }, 20000));
        QCOMPARE(driver.page()->mark(), panels::Mark::Done);
    }

    void aHundredThousandImagesAreCountedInTheBackground()
    {
        dataset::Manifest manifest;
        manifest.folder = m_home / "many";
        manifest.readAs = "One folder a class";
        manifest.classes = {"one", "two", "three"};
        for (std::size_t i = 0; i < 100'000; ++i) {
            dataset::ImageEntry entry;
            entry.label = static_cast<int>(i % 3);
            entry.width = entry.height = 32;
            entry.channels = 3;
            entry.bits = 8;
            entry.patient = "p" + std::to_string(i / 7);
            manifest.add({.path = "c" + std::to_string(i % 3) + "/" + std::to_string(i) + ".png",
                          .format = "PNG",
                          .sha256 = QByteArray::number(static_cast<qulonglong>(i), 16)
                                        .rightJustified(64, '0')
                                        .toStdString(),
                          .bytes = 100},
                         std::move(entry));
        }
        dataset::drawParts(manifest, 0);
        auto study = onDisk(m_a);
        RK_VERIFY_OK(study::setImages(study, manifest));
        test::WindowDriver driver;
        driver.window().showStep(Step::Images);
        auto* application = dynamic_cast<test::TimedApplication*>(QCoreApplication::instance());
        QVERIFY(application != nullptr);
        application->startAnew();
        QVERIFY(opened(driver, m_a, Step::Images));
        QTest::qWait(50);
        const auto& parts = driver.window().context().session.images().parts;
        QVERIFY(parts != nullptr);
        QCOMPARE(parts->train + parts->validation + parts->test, std::uint64_t{100'000});
        QCOMPARE(parts->classes.size(), std::size_t{3});
        QCOMPARE(parts->classes[0].all, std::uint64_t{33'334});
        qInfo("longest event with 100,000 images: %.1f ms, %.1f ms of computing",
              application->longestMs(), application->longestComputedMs());
        // Reading and counting them takes far longer.
        QVERIFY(application->longestComputedMs() < 50 * test::kPatience);
    }

    void aLongRunIsFollowedInLittleMemoryAndKeepsItsPeak()
    {
        constexpr int kLines = 100'000, kSpike = 65'535;
        auto study = onDisk(m_a);
        run::PretrainSettings settings;
        settings.images = m_home / "images";
        RK_UNWRAP(const auto folder, run::RunFolder::create(m_a / "runs" / "long", settings, m_a));
        RK_VERIFY_OK(study::changeStudy(study, [](study::Study& fresh) -> Result<void> {
            fresh.queue = {"runs/long"};
            return {};
        }));
        {
            RK_UNWRAP(auto journal, run::MetricsJournal::open(folder.metricsFile(), -1));
            for (int i = 0; i < kLines; ++i)
                RK_VERIFY_OK(journal.append(Json{{"kind", "step"},
                                                 {"step", i},
                                                 {"epoch", i / 1000.0},
                                                 {"loss", i == kSpike ? 77.0 : 4.0},
                                                 {"lr", 0.1}}));
        }
        bridge::RunFollower follower;
        ::malloc_trim(0);
        const std::size_t before = residentBytes();
        QVERIFY(follower.look(m_a));
        const std::size_t more = residentBytes() - std::min(before, residentBytes());
        const auto views = follower.views();
        QCOMPARE(views.size(), std::size_t{1});
        QCOMPARE(views[0].points, std::size_t{kLines});
        qInfo("100,000 lines: %.1f MB held, %.1f MB more in use",
              static_cast<double>(views[0].curve->bytes()) / 1e6, static_cast<double>(more) / 1e6);
        QVERIFY(views[0].curve->bytes() < 6'000'000);
        // As JSON the lines take more than 60 MB; a piece of them at a time takes a few.
        QVERIFY(more < 30'000'000 * test::kPatience);
        const auto figure = panels::liveFigure({&views[0]});
        QCOMPARE(figure.series.size(), std::size_t{1});
        const auto& series = figure.series[0];
        QVERIFY(series.x.size() <= 1000 && series.x.size() >= 400);
        QCOMPARE(*std::max_element(series.high.begin(), series.high.end()), 77.0);
        // Looked at closely the spike is one point again, and all else is still there.
        const double at = kSpike / 1000.0;
        const auto close =
            panels::liveFigure({&views[0]}, {.part = panels::CurvePart{at - 0.1, at + 0.1}});
        const auto& fine = close.series[0];
        const auto spike = std::max_element(fine.high.begin(), fine.high.end()) - fine.high.begin();
        QCOMPARE(fine.x[static_cast<std::size_t>(spike)], at);
        QCOMPARE(fine.low[static_cast<std::size_t>(spike)], 77.0);
        QVERIFY(fine.x.front() < 2 && fine.x.back() == (kLines - 1) / 1000.0);
        // One line more is one point more, in the same curve.
        {
            RK_UNWRAP(auto journal, run::MetricsJournal::open(folder.metricsFile(), kLines - 1));
            RK_VERIFY_OK(journal.append(Json{{"epoch", kLines / 1000.0}, {"loss", 3.5}}));
        }
        QVERIFY(follower.look(m_a));
        QCOMPARE(follower.views()[0].points, std::size_t{kLines + 1});
        QCOMPARE(follower.views()[0].curve.get(), views[0].curve.get());
        QVERIFY(!follower.look(m_a));
    }
};

int main(int argc, char** argv)
{
    if (argc > 1 && std::string_view(argv[1]) == "--close-while-a-drive-hangs")
        return closeWhileADriveHangs(argc, argv);
    test::TimedApplication application(argc, argv);
    TestWindowJobs test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_window_jobs.moc"
