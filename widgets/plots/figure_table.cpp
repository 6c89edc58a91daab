#include "widgets/plots/figure_table.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/plots/figure_drawing.h"

#include <QLocale>

namespace rekindle::plots {

void FigureTable::setFigure(const figures::Figure& figure)
{
    beginResetModel();
    m_figure = figure;
    m_rows.clear();
    for (std::size_t series = 0; series < figure.series.size(); ++series) {
        for (std::size_t point = 0; point < figure.series[series].y.size(); ++point)
            m_rows.push_back({series, point});
    }
    endResetModel();
}

int FigureTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 5;
}

QVariant FigureTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const figures::Series& series = m_figure.series[row.series];
    const auto number = [&](const std::vector<double>& values) -> QVariant {
        return row.point < values.size() ? QVariant(QLocale().toString(values[row.point], 'g', 6))
                                         : QVariant();
    };
    switch (index.column()) {
    case 0:
        return bridge::qt(series.name);
    case 1:
        return number(series.x);
    case 2:
        return number(series.y);
    case 3:
        return number(series.low);
    default:
        return number(series.high);
    }
}

QVariant FigureTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case 0:
        return tr("Series");
    case 1:
        return axisTitle(m_figure.x);
    case 2:
        return axisTitle(m_figure.y);
    case 3:
        return tr("From");
    default:
        return tr("To");
    }
}

} // namespace rekindle::plots
