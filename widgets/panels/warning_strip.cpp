#include "widgets/panels/warning_strip.h"

#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"

#include <QVBoxLayout>

namespace rekindle::panels {

namespace {
constexpr qsizetype kShown = 5;
}

WarningStrip::WarningStrip(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("warnings"));
    look::setRole(this, "warning");
    setAccessibleName(tr("Warnings"));
    m_text = makeText();
    m_text->setAccessibleName(tr("Warnings"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::kMedium, look::space::kSmall, look::space::kMedium,
                               look::space::kSmall);
    layout->addWidget(m_text);
    hide();
}

void WarningStrip::setLines(const QStringList& lines)
{
    QStringList shown = lines.mid(0, lines.size() == kShown + 1 ? kShown + 1 : kShown);
    if (shown.size() < lines.size())
        shown << tr("And %n more.", nullptr, static_cast<int>(lines.size() - shown.size()));
    m_text->setText(shown.join(u'\n'));
    setToolTip(shown.size() < lines.size() ? lines.join(u'\n') : QString());
    setAccessibleDescription(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

} // namespace rekindle::panels
