#include "tests/widgets/monkey.h"

#include "widgets/bridge/qt_text.h"

#include <QtTest/QtTest>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QProgressBar>
#include <QTabBar>

#include <algorithm>
#include <optional>
#include <vector>

namespace rekindle::test {
namespace {

QString nameOf(const QWidget& widget)
{
    return widget.objectName().isEmpty() ? QLatin1String(widget.metaObject()->className())
                                         : widget.objectName();
}

/// A place that can be seen, in the middle of the widget where possible.
std::optional<QPoint> placeIn(const QWidget& widget)
{
    const QRegion seen = widget.visibleRegion();
    if (seen.isEmpty())
        return std::nullopt;
    const QPoint middle = widget.rect().center();
    return seen.contains(middle) ? middle : seen.begin()->center();
}

const std::vector<QKeyCombination>& allKeys()
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
        for (const Qt::Key key : {Qt::Key_T, Qt::Key_E, Qt::Key_S, Qt::Key_N, Qt::Key_O, Qt::Key_A,
                                  Qt::Key_V, Qt::Key_Z, Qt::Key_Return})
            keys.emplace_back(Qt::ControlModifier, key);
        keys.emplace_back(Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_P);
        for (int i = 0; i < 26; ++i)
            keys.emplace_back(Qt::AltModifier, static_cast<Qt::Key>(Qt::Key_A + i));
        return keys;
    }();
    return kKeys;
}

} // namespace

Monkey::Monkey(QWidget& window, World world, quint32 seed, int events)
    : m_window(window), m_world(std::move(world)), m_random(seed), m_events(events)
{
}

void Monkey::start()
{
    QTimer::singleShot(0, this, &Monkey::act);
}

void Monkey::act()
{
    if (done()) {
        leave();
        return;
    }
    QWidget* target = front();
    if (waitsFor(*target)) {
        constexpr int kPauseMs = 10;
        QTimer::singleShot(kPauseMs, this, &Monkey::act);
        return;
    }
    start();
    ++m_done;
    if (auto* files = qobject_cast<QFileDialog*>(target)) {
        answer(*files);
        return;
    }
    m_windows << nameOf(*target);
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
void Monkey::leave()
{
    if (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    else if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
        dialog->reject();
    else
        return;
    start();
}

/// Only the window itself is under test: a file dialog can reach every file of this computer. So it
/// is closed, or answered with what belongs to the test.
void Monkey::answer(QFileDialog& files)
{
    if (below(2) == 0) {
        files.reject();
        return;
    }
    QString chosen;
    if (files.acceptMode() == QFileDialog::AcceptSave)
        chosen = bridge::qtPath(m_world.saves / ("saved-" + std::to_string(m_saved++)));
    else if (files.fileMode() == QFileDialog::Directory)
        chosen = bridge::qtPath(m_world.images);
    else
        chosen = bridge::qtPath(m_world.weights);
    m_last = QStringLiteral("chose ") + chosen;
    files.setDirectory(QFileInfo(chosen).path());
    files.selectFile(chosen);
    QMetaObject::invokeMethod(&files, "accept", Qt::DirectConnection);
    if (files.isVisible())
        files.reject();
}

QWidget* Monkey::front()
{
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    if (!m_window.isVisible())
        m_window.show();
    // Windows beside the main one, such as the guide.
    QWidgetList beside = QApplication::topLevelWidgets();
    beside.removeIf([&](const QWidget* widget) {
        return widget == &m_window || !widget->isVisible() ||
               qobject_cast<const QDialog*>(widget) == nullptr;
    });
    if (!beside.isEmpty() && below(2) == 0)
        return beside[below(static_cast<int>(beside.size()))];
    return &m_window;
}

void Monkey::poke(QWidget& front)
{
    constexpr int kEventsPerStay = 100;
    if (&front == &m_window && below(kEventsPerStay) == 0) {
        m_last = QStringLiteral("home");
        m_world.home();
        return;
    }
    if (tiresOf(front))
        return;
    const int kind = below(20);
    if (kind < 3)
        click(front);
    else if (kind < 12)
        aim(front);
    else if (kind < 19)
        key(front);
    else
        wheel(front);
}

/// What a dialog works on is seen through now and then, or its end would never be met.
bool Monkey::waitsFor(QWidget& front)
{
    constexpr int kLongest = 300;
    const QList<QProgressBar*> bars = front.findChildren<QProgressBar*>();
    const bool works = &front != &m_window &&
                       std::any_of(bars.begin(), bars.end(),
                                   [](const QProgressBar* bar) { return bar->isVisible(); });
    if (!works) {
        m_waited = 0;
        return false;
    }
    if (m_waited == 0 && below(3) == 0) // some are interrupted
        m_waited = kLongest;
    return m_waited++ < kLongest;
}

/// A window that only a key or a small button closes would keep it for hundreds of events, and a
/// list that opened under the mouse takes no click for a while.
bool Monkey::tiresOf(QWidget& front)
{
    constexpr int kPatience = 30;
    const bool isList =
        (front.windowFlags() & Qt::Popup) == Qt::Popup && qobject_cast<QMenu*>(&front) == nullptr;
    m_stay = &front == m_stayedAt ? m_stay + 1 : 0;
    m_stayedAt = &front;
    if (&front == &m_window || below(4) != 0 || (!isList && m_stay < kPatience))
        return false;
    const Qt::Key key = isList && below(2) == 0 ? Qt::Key_Return : Qt::Key_Escape;
    m_last = QStringLiteral("tired of ") + nameOf(front);
    QWidget* focus = isList ? front.findChild<QAbstractItemView*>() : nullptr;
    QTest::keyClick(focus != nullptr ? focus : &front, key);
    return true;
}

void Monkey::click(QWidget& front)
{
    const QPoint place(below(std::max(front.width(), 1)), below(std::max(front.height(), 1)));
    QWidget* child = front.childAt(place);
    QWidget& target = child != nullptr ? *child : front;
    m_last = QStringLiteral("click on ") + nameOf(target);
    const auto button = below(8) == 0 ? Qt::RightButton : Qt::LeftButton;
    const QPoint inside = target.mapFrom(&front, place);
    if (below(10) == 0)
        QTest::mouseDClick(&target, button, {}, inside);
    else
        QTest::mouseClick(&target, button, {}, inside);
}

void Monkey::addTargets(QWidget& widget, const QString& window, QList<Target>& list)
{
    const auto add = [&](const QString& name, QPoint place, bool isItem = false) {
        list.push_back({window + u'/' + name, &widget, place, isItem});
    };
    const QList<QAction*> actions = widget.actions();
    const auto place = placeIn(widget);
    if (!place)
        return;
    if (auto* menu = qobject_cast<QMenu*>(&widget)) {
        for (QAction* action : actions) {
            if (action->isEnabled() && action->isVisible() && !action->isSeparator())
                add(action->text(), menu->actionGeometry(action).center());
        }
    } else if (auto* bar = qobject_cast<QMenuBar*>(&widget)) {
        for (QAction* action : actions)
            add(action->text(), bar->actionGeometry(action).center());
    } else if (auto* tabs = qobject_cast<QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            add(nameOf(widget) + tabs->tabText(i), tabs->tabRect(i).center());
    } else if (auto* view = qobject_cast<QAbstractItemView*>(widget.parentWidget());
               view != nullptr && view->viewport() == &widget) {
        // Something of it rather than what is between.
        QPoint somewhere;
        for (int draw = 0; draw < 5 && !view->indexAt(somewhere).isValid(); ++draw)
            somewhere = {below(std::max(widget.width(), 1)), below(std::max(widget.height(), 1))};
        add(nameOf(*view), somewhere, true);
    } else if (const auto* button = qobject_cast<QAbstractButton*>(&widget)) {
        add(button->objectName().isEmpty() ? button->text() : button->objectName(), *place);
    } else if (qobject_cast<QComboBox*>(&widget) != nullptr ||
               qobject_cast<QAbstractSpinBox*>(&widget) != nullptr ||
               qobject_cast<QLineEdit*>(&widget) != nullptr) {
        add(nameOf(widget), *place);
    }
}

QList<Monkey::Target> Monkey::targets(QWidget& front)
{
    QList<Target> list;
    addTargets(front, nameOf(front), list);
    for (QWidget* widget : front.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && widget->window() == &front)
            addTargets(*widget, nameOf(front), list);
    }
    return list;
}

/// Of some by chance the one that was clicked least.
void Monkey::aim(QWidget& front)
{
    const QList<Target> all = targets(front);
    if (all.isEmpty()) {
        click(front);
        return;
    }
    constexpr int kDraws = 4;
    const Target* chosen = nullptr;
    for (int draw = 0; draw < kDraws; ++draw) {
        const Target& one = all[below(static_cast<int>(all.size()))];
        if (chosen == nullptr || m_visits.value(one.name) < m_visits.value(chosen->name))
            chosen = &one;
    }
    ++m_visits[chosen->name];
    m_last = QStringLiteral("aim at ") + chosen->name;
    const int how = below(chosen->isItem ? 3 : 12);
    const auto button = how == 1 && chosen->isItem ? Qt::RightButton : Qt::LeftButton;
    QPointer<QWidget> widget = chosen->widget;
    QTest::mouseClick(widget, button, {}, chosen->place);
    // A second click counts on what was pressed before.
    if (widget && widget->isVisible() && how == 0)
        QTest::mouseDClick(widget, Qt::LeftButton, {}, chosen->place);
}

void Monkey::key(QWidget& front)
{
    const QKeyCombination keys =
        allKeys()[m_random.bounded(static_cast<quint32>(allKeys().size()))];
    if (below(3) == 0)
        goSomewhere(front);
    QWidget* focus = QApplication::focusWidget();
    QWidget& target =
        focus != nullptr && (focus == &front || front.isAncestorOf(focus)) ? *focus : front;
    m_last = QKeySequence(keys).toString() + QStringLiteral(" in ") + nameOf(target);
    QTest::keyClick(&target, keys.key(), keys.keyboardModifiers());
}

/// To any field that Tab would reach in the end.
void Monkey::goSomewhere(QWidget& front)
{
    QList<QWidget*> fields = front.findChildren<QWidget*>();
    fields.removeIf([](const QWidget* field) {
        return !field->isVisible() || !field->isEnabled() || !(field->focusPolicy() & Qt::TabFocus);
    });
    if (!fields.isEmpty())
        fields[below(static_cast<int>(fields.size()))]->setFocus(Qt::TabFocusReason);
}

void Monkey::wheel(QWidget& front)
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

} // namespace rekindle::test
