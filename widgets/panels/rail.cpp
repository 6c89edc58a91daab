#include "widgets/panels/rail.h"

#include "core/base/check.h"
#include "widgets/look/icons.h"
#include "widgets/look/look.h"
#include "widgets/panels/page_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

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
    for (const PageSpec& page : pageList())
        add(page);
    layout->addStretch();
}

void Rail::add(const PageSpec& page)
{
    const Step step = page.step;
    const std::size_t number = m_entries.size() + 1;
    Entry entry{step, new QPushButton, new QLabel,
                number <= 9 ? tr("Ctrl+%1").arg(number) : QString()};
    entry.button->setObjectName(QStringLiteral("rail-") + step.id());
    entry.button->setCheckable(true);
    entry.button->setAutoExclusive(true);
    entry.button->setFixedHeight(38);
    look::setRole(entry.button, "rail");
    auto* icon = new QLabel;
    icon->setPixmap(look::iconPixmap(page.icon, 20, look::colours().text, 2));
    auto* name = new QLabel(stepName(step));
    for (QLabel* label : {icon, name, entry.mark})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* row = new QHBoxLayout(entry.button);
    row->setContentsMargins(look::space::kMedium, 0, look::space::kSmall, 0);
    row->setSpacing(look::space::kMedium);
    row->addWidget(icon);
    row->addWidget(name, 1);
    row->addWidget(entry.mark);
    layout()->addWidget(entry.button);
    connect(entry.button, &QPushButton::clicked, this, [this, step] { Q_EMIT chosen(step); });
    m_entries.push_back(std::move(entry));
    setMark(step, Mark::Empty);
}

const Rail::Entry& Rail::entry(Step step) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.step == step; });
    RK_ASSERT(found != m_entries.end());
    return *found;
}

void Rail::setCurrent(Step step)
{
    button(step)->setChecked(true);
}

void Rail::setMark(Step step, Mark mark)
{
    const look::Colours& c = look::colours();
    const Entry& entry = this->entry(step);
    const QColor colour = mark == Mark::Needs ? c.warn : mark == Mark::Done ? c.good : c.muted;
    entry.mark->setPixmap(look::iconPixmap(markIcon(mark), 16, colour, 2));
    entry.button->setAccessibleName(stepName(step));
    entry.button->setAccessibleDescription(markText(mark));
    const QString tip = tr("%1: %2").arg(stepName(step), markText(mark));
    entry.button->setToolTip(entry.keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, entry.keys));
}

} // namespace rekindle::panels
