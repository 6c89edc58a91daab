#include "widgets/panels/inspect_style.h"

#include "widgets/look/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

#include <algorithm>
#include <array>

namespace rekindle::panels {

namespace {
constexpr int kInRow = 4;
constexpr int kInPair = 2; ///< where there is no room for a row
} // namespace

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
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins({});
    m_grid->setSpacing(look::space::kSmall);
    place(kInPair);
    for (QComboBox* box : {m_arrange, m_height})
        connect(box, &QComboBox::currentIndexChanged, this, &InspectStyle::changed);
    for (QCheckBox* box : {m_logX, m_logY})
        connect(box, &QCheckBox::toggled, this, &InspectStyle::changed);
}

/// In so many columns, a stretch behind them.
void InspectStyle::place(int columns)
{
    if (columns == m_columns)
        return;
    const std::array<QWidget*, 4> fields{m_arrange, m_height, m_logX, m_logY};
    m_grid->setColumnStretch(m_columns, 0);
    m_columns = columns;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const int at = static_cast<int>(i);
        m_grid->removeWidget(fields[i]);
        m_grid->addWidget(fields[i], at / columns, at % columns);
    }
    m_grid->setColumnStretch(columns, 1);
}

void InspectStyle::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    int needed = 0;
    for (const QWidget* field :
         std::initializer_list<QWidget*>{m_arrange, m_height, m_logX, m_logY})
        needed += field->sizeHint().width() + look::space::kSmall;
    place(needed <= width() ? kInRow : kInPair);
}

QSize InspectStyle::minimumSizeHint() const
{
    const int first = std::max(m_arrange->sizeHint().width(), m_logX->sizeHint().width());
    const int second = std::max(m_height->sizeHint().width(), m_logY->sizeHint().width());
    return {first + second + look::space::kSmall, QWidget::minimumSizeHint().height()};
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
