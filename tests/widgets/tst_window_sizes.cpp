#include "tests/widgets/window_driver.h"

#include "core/run/run_folder.h"
#include "tests/support/result_macros.h"
#include "widgets/bridge/recent_studies.h"
#include "widgets/panels/page_list.h"

#include <QComboBox>
#include <QListView>
#include <QScrollArea>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

using namespace rekindle;
using panels::Step;
namespace fs = std::filesystem;

namespace {

constexpr int kLineMargin = 4; ///< pixels that a line keeps free at each end

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

/// A list of names shortens them by itself and tells them in full; all others have room for
/// whatever may be chosen.
bool isCut(const QComboBox& box)
{
    if (box.inherits("rekindle::panels::NameBox"))
        return false;
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect place = box.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                    QStyle::SC_ComboBoxEditField, &box);
    for (int i = 0; i < box.count(); ++i) {
        if (box.fontMetrics().horizontalAdvance(box.itemText(i)) > place.width())
            return true;
    }
    return false;
}

/// Whether a part of the widget lies outside of what holds it. Up and down may be scrolled.
bool isOutside(const QWidget& widget)
{
    for (const QWidget* holder = widget.parentWidget(); holder != nullptr;
         holder = holder->parentWidget()) {
        const QRect place(widget.mapTo(holder, QPoint()), widget.size());
        const bool across = place.left() >= 0 && place.right() < holder->width();
        const auto* area = qobject_cast<const QAbstractScrollArea*>(holder->parentWidget());
        if (area != nullptr && area->viewport() == holder)
            return !across || isOutside(*area);
        if (!across || place.top() < 0 || place.bottom() >= holder->height())
            return true;
        if (holder->isWindow())
            return false;
    }
    return false;
}

/// The names of layers that stand in sight, each in its whole length.
QStringList cutLayers(const QWidget& window)
{
    QStringList cut;
    const auto* tree = window.findChild<QTreeView*>(QStringLiteral("inspect-layers"));
    if (tree == nullptr || !tree->isVisible())
        return cut;
    for (QModelIndex at = tree->indexAt(QPoint(1, 1)); at.isValid(); at = tree->indexBelow(at)) {
        const QString text = at.data().toString();
        if (tree->visualRect(at).width() < tree->fontMetrics().horizontalAdvance(text))
            cut << QStringLiteral("layer %1 has %2").arg(text).arg(tree->visualRect(at).width());
    }
    return cut;
}

/// Every text that somebody sees and cannot read to its end.
QStringList cutTexts(const QWidget& window)
{
    QStringList cut = cutLayers(window);
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty() && (isCut(*label) || isOutside(*label)))
            cut << place(*label, label->text());
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        const bool less = button->width() < button->sizeHint().width() ||
                          button->height() < button->sizeHint().height();
        if (button->isVisible() && !button->text().isEmpty() && (less || isOutside(*button)))
            cut << place(*button, button->text());
    }
    for (const QComboBox* box : window.findChildren<QComboBox*>()) {
        if (box->isVisible() && (isCut(*box) || isOutside(*box)))
            cut << place(*box, box->accessibleName() + u' ' + box->currentText());
    }
    for (const QLineEdit* line : window.findChildren<QLineEdit*>()) {
        const int room = line->contentsRect().width() - 2 * kLineMargin;
        if (line->isVisible() && line->text().isEmpty() &&
            line->fontMetrics().horizontalAdvance(line->placeholderText()) > room)
            cut << place(*line, line->placeholderText());
    }
    for (const QTabBar* tabs : window.findChildren<QTabBar*>()) {
        for (const QToolButton* arrow : tabs->findChildren<QToolButton*>()) {
            if (arrow->isVisible())
                cut << place(*tabs, QStringLiteral("tabs behind an arrow"));
        }
    }
    for (const QScrollArea* area : window.findChildren<QScrollArea*>()) {
        if (area->isVisible() &&
            area->widget()->minimumSizeHint().width() > area->viewport()->width())
            cut << place(*area->widget(), QStringLiteral("what scrolls up and down"));
    }
    cut.removeDuplicates();
    return cut;
}

} // namespace

/// Whatever is written in the window can be read at every size from its smallest on, in every
/// language it speaks. Run again with other factors of scale: see CMakeLists.txt.
class TestWindowSizes : public QObject
{
    Q_OBJECT

    using State = run::State;

    test::TempFolder m_home;
    fs::path m_study;

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

    static void look(test::WindowDriver& driver, const QString& where, QStringList& cut)
    {
        QVERIFY(test::patiently([&] { return !driver.window().loading(); }, 60000));
        // A busy computer takes its time for what is to be laid out.
        for (int i = 0; i < 5; ++i) {
            QTest::qWait(10);
            QCoreApplication::sendPostedEvents();
        }
        for (const QString& text : cutTexts(driver.window()))
            cut << where + QStringLiteral(": ") + text;
    }

    static void walk(test::WindowDriver& driver, const QString& where, QStringList& cut)
    {
        for (const panels::PageSpec& page : panels::pageList()) {
            driver.window().showStep(page.step);
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }, 60000));
            look(driver, where + u' ' + page.step.id(), cut);
            for (QTabBar* tabs : driver.page()->findChildren<QTabBar*>()) {
                const int shown = tabs->currentIndex();
                for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                    if (tab == shown)
                        continue;
                    tabs->setCurrentIndex(tab);
                    look(driver, where + u' ' + page.step.id() + u' ' + tabs->tabText(tab), cut);
                }
                tabs->setCurrentIndex(shown);
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("REKINDLE_TRANSLATIONS", REKINDLE_GUI_BUILD_DIR);
        test::useOwnHome(m_home);
        makeStudy();
    }

    void cleanup() { gui::applyLanguage(QStringLiteral("en")); }

    void everythingCanBeRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const gui::Language& language : gui::languages()) {
            for (const QSize size :
                 {QSize(1024, 700), QSize(1280, 800), QSize(1920, 1080), QSize(3840, 2160)}) {
                if (!language.code.isEmpty())
                    QTest::addRow("%s %d", qPrintable(language.code), size.width())
                        << language.code << size;
            }
        }
    }

    void everythingCanBeRead()
    {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        gui::applyLanguage(language);
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
            QVERIFY(test::patiently([&] { return !driver.window().loading(); }, 60000));
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
