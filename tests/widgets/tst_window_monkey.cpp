#include "tests/widgets/monkey.h"
#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "core/study/study_copy.h"
#include "tests/support/result_macros.h"
#include "widgets/panels/page_list.h"

#include <QDir>

#include <fstream>
#include <iterator>
#include <map>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

constexpr int kEvents = 2000;
constexpr qint64 kHangMs = 10000; ///< one event, on a computer that does other things beside

std::string bytesOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::map<std::string, std::string> filesIn(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).string()] = bytesOf(entry.path());
    }
    return files;
}

} // namespace

/// Two thousand events at random: the window stays up and answers, and nothing of the user's is
/// lost by them. `$REKINDLE_MONKEY_SEED` draws others.
class TestWindowMonkey : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    const fs::path m_study = m_home / "study";
    const fs::path m_weights = m_home / "basic.safetensors";

    /// A copy of the finished example, so that every page has something to show, with runs beside
    /// it that can be gone on with. The sample itself is a copy, too: nothing is lost by a crash.
    void makeStudy()
    {
        const fs::path sample = m_home / "sample";
        fs::copy(REKINDLE_SOURCE_DIR "/resources/sample", sample,
                 fs::copy_options::recursive | fs::copy_options::skip_symlinks);
        qputenv("REKINDLE_SAMPLE", QByteArray::fromStdString(sample.string()));
        RK_VERIFY_OK(study::copyStudy(sample / "finished", m_study));
        RK_UNWRAP(auto study, study::openStudy(m_study));
        RK_VERIFY_OK(study::addWeights(study, m_weights, ""));
        // One that no run uses, so that it can be removed.
        fs::copy_file(m_weights, m_home / "spare.safetensors");
        RK_VERIFY_OK(study::addWeights(study, m_home / "spare.safetensors", "spare"));
        const run::State states[] = {run::State::Failed, run::State::Paused, run::State::Done};
        for (int i = 0; i < 3; ++i) {
            run::PretrainSettings settings;
            settings.images = study.images;
            settings.pair = i < 2 ? "pair-8" : "pair-9";
            settings.arm = i == 1 ? run::Arm::P2x : run::Arm::P1x;
            if (i == 1)
                settings.init = m_weights.string();
            RK_UNWRAP(const auto folder,
                      run::RunFolder::create(m_study / "runs" / ("run-" + std::to_string(i)),
                                             settings, m_study));
            run::Status status;
            status.state = states[i];
            if (status.state == run::State::Failed)
                status.error = Error{ErrorKind::Device, "The card was lost", "cuda:0", {}};
            RK_VERIFY_OK(folder.writeStatus(status));
        }
    }

    /// Grey pictures of 12 bits in files of 16, whose brightness can be chosen, and slides by their
    /// names.
    void makeDeepImages()
    {
        for (int i = 0; i < 8; ++i) {
            const fs::path into = m_home / "images" / (i % 2 == 0 ? "a" : "b");
            fs::create_directories(into);
            QImage image(64, 64, QImage::Format_Grayscale16);
            for (int y = 0; y < 64; ++y) {
                auto* line = reinterpret_cast<quint16*>(image.scanLine(y));
                for (int x = 0; x < 64; ++x)
                    line[x] = static_cast<quint16>((64 * y + x + 97 * i) % 4096);
            }
            QVERIFY(image.save(bridge::qtPath(into / (std::to_string(i) + ".png"))));
        }
        for (const char* name : {"a.svs", "b.svs"})
            std::ofstream(m_home / "images" / name) << "no slide";
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        // Nothing is trained by accident, and what is typed as a file's name stays in here.
        qputenv("REKINDLE_CLI", "/bin/true");
        QVERIFY(QDir::setCurrent(bridge::qtPath(m_home.path())));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QApplication::setQuitOnLastWindowClosed(false);
        makeDeepImages();
        fs::create_directories(m_home / "saves");
        fs::copy_file(REKINDLE_TEST_DATA "/model/basic.safetensors", m_weights);
        makeStudy();
    }

    void nothingIsLost()
    {
        const auto images = filesIn(m_home / "images"), sample = filesIn(m_home / "sample");
        std::map<std::string, std::string> jobs;
        for (int i = 0; i < 3; ++i) {
            const std::string name = "run-" + std::to_string(i);
            jobs[name] = bytesOf(m_study / "runs" / name / "job.json");
            QVERIFY(!jobs[name].empty());
        }
        const std::string weights = bytesOf(m_weights);
        bool fine = false;
        const auto wished = qEnvironmentVariable("REKINDLE_MONKEY_SEED").toUInt(&fine);
        const quint32 seed = fine ? wished : 22;
        qInfo("seed %u", seed);

        test::WindowDriver driver;
        driver.window().controller().openFolder(m_study);
        QVERIFY(test::patiently([&] { return driver.window().context().session.isOpen(); }));
        const auto home = [&] { driver.window().controller().openFolder(m_study); };
        test::Monkey monkey(driver.window(), {m_home / "images", m_weights, m_home / "saves", home},
                            seed, kEvents);
        monkey.start();
        int before = -1;
        // As long as it gets on; what stands still hangs.
        while (!monkey.done() && monkey.count() != before) {
            before = monkey.count();
            (void)test::patiently([&] { return monkey.done(); }, 20000);
        }
        QVERIFY2(monkey.done(), qPrintable(QStringLiteral("stopped after %1 events, at %2")
                                               .arg(monkey.count())
                                               .arg(monkey.last())));
        qInfo() << monkey.visits().size() << "things in" << monkey.windows();
        // A walk that does not get anywhere finds nothing.
        QVERIFY2(monkey.visits().size() > 100, qPrintable(QString::number(monkey.visits().size())));
        QVERIFY2(monkey.windows().size() >= 8, qPrintable(monkey.windows().values().join(u' ')));
        QVERIFY2(monkey.longest() < kHangMs * test::kPatience,
                 qPrintable(QString::number(monkey.longest())));
        QVERIFY(test::patiently([&] {
            return QApplication::activePopupWidget() == nullptr &&
                   QApplication::activeModalWidget() == nullptr;
        }));
        driver.window().show();
        QVERIFY(test::patiently([&] { return !driver.window().context().session.busy(); }));

        // It still works.
        driver.window().controller().openFolder(m_study);
        QVERIFY(test::patiently([&] {
            return driver.window().context().session.isOpen() &&
                   driver.window().context().session.study().folder == m_study;
        }));
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }));
        }
        QCOMPARE(filesIn(m_home / "images"), images);
        QCOMPARE(filesIn(m_home / "sample"), sample);
        QCOMPARE(bytesOf(m_weights), weights);
        RK_UNWRAP(const study::Study study, study::openStudy(m_study));
        for (const auto& [name, job] : jobs)
            QVERIFY2(bytesOf(m_study / "runs" / name / "job.json") == job, name.c_str());
        for (const fs::path& run : study::runFolders(study)) {
            const auto opened = run::RunFolder::open(run);
            QVERIFY2(opened && opened->status() && opened->settings(), run.c_str());
        }
    }
};

QTEST_MAIN(TestWindowMonkey)
#include "tst_window_monkey.moc"
