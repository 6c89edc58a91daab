#include "widgets/panels/inspect_style.h"

#include "widgets/look/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

#include <algorithm>
#include <utility>

namespace rekindle::panels {

InspectStyle::InspectStyle(QWidget* parent) : QWidget(parent)
{
    m_arrange = new QComboBox;
    m_arrange->setObjectName(QStringLiteral("inspect-arrange"));
    m_arrange->setAccessibleName(tr("Arrangement"));
    m_arrange->setToolTip(tr("How several weights stand beside each other."));
    m_arrange->addItem(tr("Laid over"), static_cast<int>(figures::Arrangement::Overlay));
    m_arrange->addItem(tr("Side by side"), static_cast<int>(figures::Arrangement::SideBySide));
    m_arrange->addItem(tr("Difference"), static_cast<int>(figures::Arrangement::Difference));
    m_height = new QComboBox;
    m_height->setObjectName(QStringLiteral("inspect-height"));
    m_height->setAccessibleName(tr("Heights"));
    m_height->setToolTip(tr("What the height of a step stands for."));
    m_height->addItem(tr("Shares"), static_cast<int>(figures::Height::Share));
    m_height->addItem(tr("Densities"), static_cast<int>(figures::Height::Density));
    m_height->addItem(tr("Counts"), static_cast<int>(figures::Height::Counts));
    m_logX = new QCheckBox(tr("Logarithmic"));
    m_logX->setObjectName(QStringLiteral("inspect-log"));
    m_logX->setToolTip(tr("Norms on a logarithmic axis: shows the smallest ones."));
    m_logY = new QCheckBox(tr("Log heights"));
    m_logY->setObjectName(QStringLiteral("inspect-log-heights"));
    m_logY->setToolTip(tr("Heights on a logarithmic axis: shows single filters."));
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(look::space::kSmall);
    m_layout->setColumnStretch(m_perRow, 1);
    arrange();
    for (QComboBox* box : {m_arrange, m_height})
        connect(box, &QComboBox::currentIndexChanged, this, &InspectStyle::changed);
    for (QCheckBox* box : {m_logX, m_logY})
        connect(box, &QCheckBox::toggled, this, &InspectStyle::changed);
}

std::array<QWidget*, 4> InspectStyle::fields() const
{
    return {m_arrange, m_height, m_logX, m_logY};
}

void InspectStyle::arrange()
{
    int place = 0;
    for (QWidget* field : fields()) {
        m_layout->removeWidget(field);
        m_layout->addWidget(field, place / m_perRow, place % m_perRow, Qt::AlignLeft);
        ++place;
    }
    updateGeometry();
}

QSize InspectStyle::minimumSizeHint() const
{
    const int left = std::max(m_arrange->sizeHint().width(), m_logX->sizeHint().width());
    const int right = std::max(m_height->sizeHint().width(), m_logY->sizeHint().width());
    return {left + look::space::kSmall + right, m_layout->minimumSize().height()};
}

void InspectStyle::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    int needed = 0;
    for (const QWidget* field : fields())
        needed += field->sizeHint().width() + look::space::kSmall;
    const int perRow = needed > width() ? 2 : 4;
    if (perRow != std::exchange(m_perRow, perRow))
        arrange();
}

figures::HistogramStyle InspectStyle::histogram() const
{
    figures::HistogramStyle style;
    style.logarithmicX = m_logX->isChecked();
    style.logarithmicY = m_logY->isChecked();
    style.height = static_cast<figures::Height>(m_height->currentData().toInt());
    return style;
}

figures::Arrangement InspectStyle::arrangement() const
{
    return static_cast<figures::Arrangement>(m_arrange->currentData().toInt());
}

void InspectStyle::setUses(bool heights, bool axes, bool arrangement)
{
    m_height->setEnabled(heights);
    m_logY->setEnabled(heights);
    m_logX->setEnabled(axes);
    m_arrange->setEnabled(arrangement);
}

} // namespace rekindle::panels
