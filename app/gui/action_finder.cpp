#include "app/gui/action_finder.h"

#include "widgets/look/look.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rekindle::gui {

ActionFinder::ActionFinder(std::vector<NamedAction> actions, QWidget* parent)
    : QDialog(parent), m_actions(std::move(actions))
{
    setObjectName(QStringLiteral("action-finder"));
    setWindowTitle(tr("Find an action"));
    resize(520, 360);
    m_field = new QLineEdit;
    m_field->setObjectName(QStringLiteral("find-action"));
    m_field->setAccessibleName(windowTitle());
    m_field->setPlaceholderText(tr("A part of its name"));
    m_field->installEventFilter(this);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("found-actions"));
    m_list->setAccessibleName(tr("Actions"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kMedium, look::space::kMedium, look::space::kMedium,
                               look::space::kMedium);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &ActionFinder::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &ActionFinder::act);
    connect(m_list, &QListWidget::itemActivated, this, &ActionFinder::act);
    filter();
}

void ActionFinder::filter()
{
    m_list->clear();
    const QString wish = m_field->text().trimmed();
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const NamedAction& action = m_actions[i];
        if (!action.name.contains(wish, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(action.keys.isEmpty() ? action.name
                                                               : action.name + u'\t' + action.keys);
        item->setData(Qt::UserRole, static_cast<qulonglong>(i));
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

void ActionFinder::act()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    const std::size_t index = item->data(Qt::UserRole).toULongLong();
    accept();
    // When this dialog is gone: the action may open one itself.
    QTimer::singleShot(0, parentWidget(), std::exchange(m_actions[index].act, {}));
}

bool ActionFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace rekindle::gui
