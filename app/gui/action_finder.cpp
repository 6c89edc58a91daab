#include "app/gui/action_finder.h"

#include "widgets/look/look.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>
#include <QTreeWidget>
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
    m_list = new QTreeWidget;
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setObjectName(QStringLiteral("found-actions"));
    m_list->setAccessibleName(tr("Actions"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kMedium, look::space::kMedium, look::space::kMedium,
                               look::space::kMedium);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &ActionFinder::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &ActionFinder::act);
    connect(m_list, &QTreeWidget::itemActivated, this, &ActionFinder::act);
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
        auto* item = new QTreeWidgetItem(m_list, {action.name, action.keys});
        item->setData(0, Qt::UserRole, static_cast<qulonglong>(i));
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void ActionFinder::act()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    const std::size_t index = item->data(0, Qt::UserRole).toULongLong();
    accept();
    // When this dialog is gone: the action may open one itself.
    QTimer::singleShot(0, parentWidget(), std::exchange(m_actions[index].act, {}));
}

bool ActionFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->topLevelItemCount() > 0) {
            const int now = m_list->indexOfTopLevelItem(m_list->currentItem());
            m_list->setCurrentItem(
                m_list->topLevelItem(std::clamp(now + step, 0, m_list->topLevelItemCount() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace rekindle::gui
