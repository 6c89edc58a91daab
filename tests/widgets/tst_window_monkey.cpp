#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "tests/support/result_macros.h"
#include "widgets/panels/page_list.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QRandomGenerator>

#include <fstream>
#include <iterator>
#include <map>

using namespace rekindle;
namespace fs = std::filesystem;

namespace {

constexpr int kEvents = 5000;
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

/// Clicks, keys and the wheel, wherever they happen to fall, in whatever is in front.
class Monkey : public QObject
{
public:
    Monkey(test::WindowDriver& driver, quint32 seed) : m_driver(driver), m_random(seed) {}

    /// Each event has a timer of its own: one that is at work does not come again in the loop of a
    /// dialog that it opened, and nobody would close that.
    void start() { QTimer::singleShot(0, this, &Monkey::act); }
    [[nodiscard]] bool done() const { return m_done >= kEvents; }
    [[nodiscard]] int count() const { return m_done; }
    [[nodiscard]] qint64 longest() const { return m_longest; }
    [[nodiscard]] const QString& last() const { return m_last; }

private:
    void act()
    {
        if (done()) {
            leave();
            return;
        }
        start();
        ++m_done;
        QWidget* target = front();
        // Only the window itself is under test: a file dialog can reach every file of this
        // computer.
        if (auto* files = qobject_cast<QFileDialog*>(target)) {
            files->reject();
            return;
        }
        // Without a window manager nobody gives a window the keyboard back after a dialog, and
        // shortcuts are those of the active window.
        if (QApplication::activePopupWidget() == nullptr && QApplication::activeWindow() != target)
            QApplication::setActiveWindow(target);
        QElapsedTimer timer;
        timer.start();
        const int before = m_done;
        poke(*target);
        // What opened a dialog with a loop of its own came back only when that was closed.
        if (m_done == before)
            m_longest = std::max(m_longest, timer.elapsed());
    }

    /// Closes what has a loop of its own, one a time; the test goes on when all have ended.
    void leave()
    {
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        else if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
            dialog->reject();
        else
            return;
        start();
    }

    QWidget* front()
    {
        if (QWidget* popup = QApplication::activePopupWidget())
            return popup;
        if (QWidget* modal = QApplication::activeModalWidget())
            return modal;
        if (!m_driver.window().isVisible())
            m_driver.window().show();
        return &m_driver.window();
    }

    [[nodiscard]] int below(int end) { return static_cast<int>(m_random.bounded(end)); }

    void poke(QWidget& front)
    {
        const int kind = below(10);
        if (kind < 4)
            click(front);
        else if (kind < 9)
            key(front);
        else
            wheel(front);
    }

    void click(QWidget& front)
    {
        const QPoint place(below(std::max(front.width(), 1)), below(std::max(front.height(), 1)));
        QWidget* child = front.childAt(place);
        QWidget& target = child != nullptr ? *child : front;
        m_last = QStringLiteral("click on %1 %2").arg(nameOf(target), target.objectName());
        const auto button = below(8) == 0 ? Qt::RightButton : Qt::LeftButton;
        const QPoint inside = target.mapFrom(&front, place);
        if (below(10) == 0)
            QTest::mouseDClick(&target, button, {}, inside);
        else
            QTest::mouseClick(&target, button, {}, inside);
    }

    void key(QWidget& front)
    {
        static const std::vector<QKeyCombination> kKeys = [] {
            std::vector<QKeyCombination> keys;
            for (const Qt::Key key :
                 {Qt::Key_Tab,    Qt::Key_Tab,      Qt::Key_Backtab,     Qt::Key_Up,
                  Qt::Key_Down,   Qt::Key_Left,     Qt::Key_Right,       Qt::Key_Space,
                  Qt::Key_Return, Qt::Key_Escape,   Qt::Key_Home,        Qt::Key_End,
                  Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Delete,      Qt::Key_Backspace,
                  Qt::Key_A,      Qt::Key_X,        Qt::Key_0,           Qt::Key_7,
                  Qt::Key_Minus,  Qt::Key_Comma,    Qt::Key_F1,          Qt::Key_F2,
                  Qt::Key_F5,     Qt::Key_F6,       Qt::Key_BracketRight})
                keys.emplace_back(Qt::NoModifier, key);
            for (int i = 0; i < 9; ++i)
                keys.emplace_back(Qt::ControlModifier, static_cast<Qt::Key>(Qt::Key_0 + i));
            for (const Qt::Key key : {Qt::Key_T, Qt::Key_E, Qt::Key_S, Qt::Key_N, Qt::Key_O,
                                      Qt::Key_A, Qt::Key_V, Qt::Key_Z, Qt::Key_Return})
                keys.emplace_back(Qt::ControlModifier, key);
            keys.emplace_back(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_P);
            for (int i = 0; i < 26; ++i)
                keys.emplace_back(Qt::AltModifier, static_cast<Qt::Key>(Qt::Key_A + i));
            return keys;
        }();
        const QKeyCombination keys = kKeys[m_random.bounded(static_cast<quint32>(kKeys.size()))];
        if (below(3) == 0)
            goSomewhere(front);
        QWidget* focus = QApplication::focusWidget();
        QWidget& target =
            focus != nullptr && (focus == &front || front.isAncestorOf(focus)) ? *focus : front;
        m_last = QKeySequence(keys).toString() + QStringLiteral(" in ") + nameOf(target);
        QTest::keyClick(&target, keys.key(), keys.keyboardModifiers());
    }

    /// To any field that Tab would reach in the end.
    void goSomewhere(QWidget& front)
    {
        QList<QWidget*> fields = front.findChildren<QWidget*>();
        fields.removeIf([](const QWidget* field) {
            return !field->isVisible() || !field->isEnabled() ||
                   !(field->focusPolicy() & Qt::TabFocus);
        });
        if (!fields.isEmpty())
            fields[below(static_cast<int>(fields.size()))]->setFocus(Qt::TabFocusReason);
    }

    void wheel(QWidget& front)
    {
        const QPointF place(below(std::max(front.width(), 1)), below(std::max(front.height(), 1)));
        QWidget* child = front.childAt(place.toPoint());
        QWidget& target = child != nullptr ? *child : front;
        m_last = QStringLiteral("wheel on ") + nameOf(target);
        const QPointF inside = target.mapFrom(&front, place.toPoint());
        QWheelEvent event(inside, target.mapToGlobal(inside), {}, {0, below(2) == 0 ? 120 : -120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&target, &event);
    }

    static QString nameOf(const QWidget& widget)
    {
        return QLatin1String(widget.metaObject()->className());
    }

    test::WindowDriver& m_driver;
    QRandomGenerator m_random;
    QString m_last;
    qint64 m_longest = 0;
    int m_done = 0;
};

} // namespace

/// Five thousand events at random: the window stays up and answers, and nothing of the user's is
/// lost by them. `$REKINDLE_MONKEY_SEED` draws others.
class TestWindowMonkey : public QObject
{
    Q_OBJECT

    test::TempFolder m_home;
    fs::path m_study;

    void makeStudy()
    {
        m_study = m_home / "study";
        RK_UNWRAP(auto study, study::createStudy(m_study, "S"));
        RK_VERIFY_OK(study::addWeights(study, REKINDLE_TEST_DATA "/model/basic.safetensors", ""));
        const run::State states[] = {run::State::Failed, run::State::Paused, run::State::Done};
        for (int i = 0; i < 3; ++i) {
            run::PretrainSettings settings;
            settings.images = m_home / "images";
            settings.pair = i < 2 ? "pair-1" : "pair-2";
            settings.arm = i == 1 ? run::Arm::P2x : run::Arm::P1x;
            if (i == 1)
                settings.init = (m_home / "start.safetensors").string();
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

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        // Nothing is trained by accident, and what is typed as a file's name stays in here.
        qputenv("REKINDLE_CLI", "/bin/true");
        QVERIFY(QDir::setCurrent(bridge::qtPath(m_home.path())));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QApplication::setQuitOnLastWindowClosed(false);
        test::makeImages(m_home / "images", 4);
        makeStudy();
    }

    void nothingIsLost()
    {
        const auto images = filesIn(m_home / "images");
        std::map<std::string, std::string> jobs;
        for (int i = 0; i < 3; ++i) {
            const std::string name = "run-" + std::to_string(i);
            jobs[name] = bytesOf(m_study / "runs" / name / "job.json");
            QVERIFY(!jobs[name].empty());
        }
        const std::string weights = bytesOf(REKINDLE_TEST_DATA "/model/basic.safetensors");
        bool fine = false;
        const auto wished = qEnvironmentVariable("REKINDLE_MONKEY_SEED").toUInt(&fine);
        const quint32 seed = fine ? wished : 22;
        qInfo("seed %u", seed);

        test::WindowDriver driver;
        driver.window().controller().openFolder(m_study);
        QVERIFY(test::patiently([&] { return driver.window().context().session.isOpen(); }));
        Monkey monkey(driver, seed);
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
        QCOMPARE(bytesOf(REKINDLE_TEST_DATA "/model/basic.safetensors"), weights);
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
