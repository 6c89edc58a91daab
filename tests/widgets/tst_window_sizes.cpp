#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "tests/support/result_macros.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/panels/page_list.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QScrollArea>
#include <QStyleOptionComboBox>
#include <QTranslator>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

namespace {

QString place(const QWidget& widget, const QString& text)
{
    return QStringLiteral("%1 “%2” has %3 x %4, needs %5 x %6")
        .arg(QLatin1String(widget.metaObject()->className()), text.left(60))
        .arg(widget.width())
        .arg(widget.height())
        .arg(widget.sizeHint().width())
        .arg(widget.sizeHint().height());
}

bool isCut(const QLabel& label)
{
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.height() < label.heightForWidth(label.width());
    return label.width() < label.sizeHint().width() || label.height() < label.sizeHint().height();
}

/// The entries of a list that are wider than its field; those the user has named may be.
QStringList cutEntries(const QComboBox& box)
{
    static const QStringList kNamedByUser{
        QStringLiteral("inspect-weights"), QStringLiteral("inspect-other"),
        QStringLiteral("repair-weights"), QStringLiteral("pretrain-weights")};
    QStringList cut;
    if (kNamedByUser.contains(box.objectName()))
        return cut;
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const int width =
        box.style()
            ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box)
            .width();
    for (int i = 0; i < box.count(); ++i) {
        if (box.fontMetrics().horizontalAdvance(box.itemText(i)) > width)
            cut << place(box, box.itemText(i));
    }
    return cut;
}

/// Stands partly to the left or right of a widget around it, where nothing scrolls to it.
bool reachesOut(const QWidget& widget)
{
    QRect place = widget.rect();
    for (const QWidget* at = &widget; !at->isWindow(); at = at->parentWidget()) {
        place.translate(at->pos());
        if (place.left() < 0 || place.right() >= at->parentWidget()->width())
            return true;
    }
    return false;
}

/// Every text that somebody sees and cannot read to its end.
QStringList cutTexts(const QWidget& window)
{
    QStringList cut;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && (isCut(*label) || reachesOut(*label)))
            cut << place(*label, label->text());
    }
    for (const QPushButton* button : window.findChildren<QPushButton*>()) {
        const bool less = button->width() < button->sizeHint().width() ||
                          button->height() < button->sizeHint().height();
        if (button->isVisible() && !button->text().isEmpty() && (less || reachesOut(*button)))
            cut << place(*button, button->text());
    }
    for (const QWidget* field : window.findChildren<QWidget*>()) {
        const bool read = qobject_cast<const QCheckBox*>(field) != nullptr ||
                          qobject_cast<const QComboBox*>(field) != nullptr ||
                          qobject_cast<const QAbstractItemView*>(field) != nullptr;
        if (read && field->isVisible() && reachesOut(*field))
            cut << place(*field, field->accessibleName());
    }
    for (const QComboBox* box : window.findChildren<QComboBox*>()) {
        if (box->isVisible())
            cut << cutEntries(*box);
    }
    for (const QScrollArea* area : window.findChildren<QScrollArea*>()) {
        if (area->isVisible() &&
            area->widget()->minimumSizeHint().width() > area->viewport()->width())
            cut << place(*area->widget(), QStringLiteral("what scrolls up and down"));
    }
    return cut;
}

} // namespace

/// Whatever is written in the window can be read at its smallest and at its usual size, in every
/// language it speaks.
class TestWindowSizes : public QObject
{
    Q_OBJECT

    using State = run::State;

    test::TempFolder m_home;
    fs::path m_study;
    QTranslator m_translator;

    void makeStudy()
    {
        m_study = m_home / "study";
        RK_UNWRAP(auto study, study::createStudy(m_study, "S"));
        RK_VERIFY_OK(study::addWeights(study, REKINDLE_TEST_DATA "/model/basic.safetensors", ""));
        const State states[] = {State::Failed, State::Paused, State::Queued};
        std::vector<std::string> queue;
        for (int i = 0; i < 3; ++i) {
            run::PretrainSettings settings;
            settings.images = m_home / "images";
            settings.pair = i < 2 ? "pair-1" : "pair-2";
            settings.arm = i == 1 ? run::Arm::P2x : run::Arm::P1x;
            if (i == 1)
                settings.init = (m_home / "start.safetensors").string();
            const std::string name = "run-" + std::to_string(i);
            RK_UNWRAP(const auto folder,
                      run::RunFolder::create(m_study / "runs" / name, settings, m_study));
            run::Status status;
            status.state = states[i];
            if (states[i] == State::Failed)
                status.error = Error{ErrorKind::Device, "The card was lost", "cuda:0",
                                     "Look at the cable, then continue the run."};
            RK_VERIFY_OK(folder.writeStatus(status));
            queue.push_back("runs/" + name);
        }
        RK_VERIFY_OK(study::changeStudy(study, [&](study::Study& fresh) -> Result<void> {
            fresh.queue = queue;
            return {};
        }));
    }

    static void walk(test::WindowDriver& driver, const QString& where, QStringList& cut)
    {
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }, 20000));
            // A busy computer takes its time for what is to be laid out.
            for (int i = 0; i < 5; ++i) {
                QTest::qWait(10);
                QCoreApplication::sendPostedEvents();
            }
            for (const QString& text : cutTexts(driver.window()))
                cut << where + u' ' + page.step.id() + QStringLiteral(": ") + text;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnHome(m_home);
        makeStudy();
    }

    void cleanup() { QCoreApplication::removeTranslator(&m_translator); }

    void everythingCanBeRead_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSize>("size");
        for (const char* code : {"en", "de", "fr"}) {
            for (const QSize size : {QSize(1024, 700), QSize(1280, 800)})
                QTest::addRow("%s %d", code, size.width()) << QString::fromLatin1(code) << size;
        }
    }

    void everythingCanBeRead()
    {
        QFETCH(const QString, code);
        QFETCH(const QSize, size);
        QVERIFY(
            m_translator.load(QStringLiteral(REKINDLE_GUI_BUILD_DIR "/rekindle_%1.qm").arg(code)));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
        test::WindowDriver driver;
        driver.window().resize(size);
        QTest::qWait(20);
        QCOMPARE(driver.window().size(), size);
        QStringList cut;
        walk(driver, QStringLiteral("nothing open,"), cut);
        driver.window().controller().openFolder(m_study);
        QVERIFY(test::patiently([&] { return driver.window().context().runs.views().size() == 3; },
                                20000));
        walk(driver, QStringLiteral("study,"), cut);
        QVERIFY(driver.click("queue-toggle"));
        walk(driver, QStringLiteral("study with queue,"), cut);
        if (const auto example = bridge::finishedExample()) {
            driver.window().controller().openFolder(*example);
            QVERIFY(test::patiently(
                [&] { return driver.window().context().session.study().finishedExample; }, 20000));
            walk(driver, QStringLiteral("example,"), cut);
        }
        QCOMPARE(driver.window().size(), size);
        // Each by itself: one long message would be cut, too.
        for (const QString& text : cut)
            qWarning("%s", qPrintable(text));
        QVERIFY2(cut.isEmpty(), "texts are cut, see above");
    }

    /// A list that drops down shows all its entries, as long as these are few.
    void listsThatDropDownShowTheirEntries()
    {
        test::WindowDriver driver;
        driver.window().resize(1024, 700);
        driver.window().controller().openFolder(m_study, Step::Repair);
        QVERIFY(test::patiently([&] { return driver.window().context().session.isOpen(); }, 20000));
        int looked = 0;
        for (const Step step : {Step::Inspect, Step::Repair, Step::Pretrain, Step::Score}) {
            driver.window().showStep(step);
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }, 20000));
            QTest::qWait(20);
            for (QComboBox* box : driver.page()->findChildren<QComboBox*>()) {
                if (!box->isVisible() || !box->isEnabled() || box->count() > 10)
                    continue;
                box->showPopup();
                QTest::qWait(30);
                const QAbstractItemView* view = box->view();
                QVERIFY(view->isVisible());
                const QRect first = view->visualRect(box->model()->index(0, 0));
                const QRect last = view->visualRect(box->model()->index(box->count() - 1, 0));
                QVERIFY2(first.top() >= 0 && last.bottom() < view->viewport()->height(),
                         qPrintable(QStringLiteral("%1: %2 high, entries from %3 to %4")
                                        .arg(box->accessibleName())
                                        .arg(view->viewport()->height())
                                        .arg(first.top())
                                        .arg(last.bottom())));
                box->hidePopup();
                ++looked;
            }
        }
        QVERIFY(looked > 8);
    }
};

QTEST_MAIN(TestWindowSizes)
#include "tst_window_sizes.moc"
