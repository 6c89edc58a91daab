#include "widgets/panels/rail.h"

#include "widgets/look/icons.h"
#include "widgets/look/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rekindle::panels {

Rail::Rail(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Steps"));
    setFixedWidth(212);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kSmall, look::space::kMedium, look::space::kSmall,
                               look::space::kMedium);
    layout->setSpacing(2);
    for (int i = 0; i < kSteps; ++i) {
        const auto step = static_cast<Step>(i);
        Entry& entry = m_entries[static_cast<std::size_t>(i)];
        entry.button = new QPushButton;
        entry.button->setObjectName(QStringLiteral("rail-") + stepId(step));
        entry.button->setCheckable(true);
        entry.button->setAutoExclusive(true);
        entry.button->setFixedHeight(38);
        entry.button->setToolTip(tr("Ctrl+%1").arg(i + 1));
        look::setRole(entry.button, "rail");
        auto* icon = new QLabel;
        icon->setPixmap(look::iconPixmap(stepId(step), 20, look::colours().text, 2));
        auto* name = new QLabel(stepName(step));
        entry.mark = new QLabel;
        for (QLabel* label : {icon, name, entry.mark})
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto* row = new QHBoxLayout(entry.button);
        row->setContentsMargins(look::space::kMedium, 0, look::space::kSmall, 0);
        row->setSpacing(look::space::kMedium);
        row->addWidget(icon);
        row->addWidget(name, 1);
        row->addWidget(entry.mark);
        layout->addWidget(entry.button);
        connect(entry.button, &QPushButton::clicked, this, [this, step] { Q_EMIT chosen(step); });
        setMark(step, Mark::Empty);
    }
    layout->addStretch();
}

void Rail::setCurrent(Step step)
{
    button(step)->setChecked(true);
}

void Rail::setMark(Step step, Mark mark)
{
    const look::Colours& c = look::colours();
    const Entry& entry = m_entries[static_cast<std::size_t>(step)];
    const QColor colour = mark == Mark::Needs ? c.warn : mark == Mark::Done ? c.good : c.muted;
    entry.mark->setPixmap(look::iconPixmap(markIcon(mark), 16, colour, 2));
    entry.button->setAccessibleName(stepName(step));
    entry.button->setAccessibleDescription(markText(mark));
    entry.button->setToolTip(
        tr("%1: %2 (Ctrl+%3)").arg(stepName(step), markText(mark)).arg(static_cast<int>(step) + 1));
}

} // namespace rekindle::panels
