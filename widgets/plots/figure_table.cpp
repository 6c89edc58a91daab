#include "widgets/plots/figure_table.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"
#include "widgets/plots/panel_drawing.h"

#include <algorithm>
#include <cmath>

namespace rekindle::plots {

void FigureTable::setFigure(const figures::Figure& figure)
{
    beginResetModel();
    m_figure = &figure;
    m_places = rowsOf(figure);
    m_ends.clear();
    std::size_t end = 0;
    for (const RowPlace place : m_places)
        m_ends.push_back(end += lengthOf(figure, place));
    std::vector<double> x, y;
    for (const figures::Series* series : figures::allSeries(figure)) {
        x.insert(x.end(), series->x.begin(), series->x.end());
        for (const auto* row : {&series->y, &series->low, &series->high})
            y.insert(y.end(), row->begin(), row->end());
    }
    m_xDecimals = bridge::decimalsFor(x);
    m_yDecimals = bridge::decimalsFor(y);
    endResetModel();
}

int FigureTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_ends.empty() ? 0 : static_cast<int>(m_ends.back());
}

FigureTable::Row FigureTable::rowAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    const auto end = std::upper_bound(m_ends.begin(), m_ends.end(), at);
    const auto place = static_cast<std::size_t>(end - m_ends.begin());
    return {m_places[place], at - (place == 0 ? 0 : m_ends[place - 1])};
}

int FigureTable::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_figure == nullptr)
        return 0;
    const bool tiles = !contentOf(*m_figure, 0).tiles.empty();
    return (m_figure->panels.empty() ? 0 : 1) + (tiles ? 2 : 5);
}

QVariant FigureTable::curveCell(const Row& row, int column) const
{
    const figures::Figure& content = contentOf(*m_figure, row.place.panel);
    const figures::Series& series = content.series[row.place.row];
    const auto number = [&](const std::vector<double>& values, bool isX = false) -> QVariant {
        if (row.point >= values.size())
            return {};
        const double value = values[row.point];
        // Over many powers of ten, or axes, no fixed number of decimals shows all.
        return !m_figure->panels.empty() || (isX ? content.x : content.y).logarithmic ||
                       !std::isfinite(value)
                   ? bridge::shortNumber(value)
                   : bridge::fixedNumber(value, isX ? m_xDecimals : m_yDecimals);
    };
    switch (column) {
    case 0:
        return bridge::qt(series.name);
    case 1:
        return number(series.x, true);
    case 2:
        return number(series.y);
    case 3:
        return number(series.low);
    default:
        return number(series.high);
    }
}

QVariant FigureTable::stripCell(const Row& row, int column) const
{
    const figures::Strip& strip = contentOf(*m_figure, row.place.panel).strips[row.place.row];
    const auto number = [](double value) -> QVariant {
        return std::isnan(value) ? QVariant() : QVariant(bridge::shortNumber(value));
    };
    switch (column) {
    case 0:
        return bridge::qt(strip.name);
    case 1:
        return number(strip.edges[row.point]);
    case 2:
        return number(strip.edges[row.point + 1]);
    case 3:
        return number(strip.values[row.point]);
    default:
        return row.point < strip.notes.size() ? QVariant(bridge::coreText(strip.notes[row.point]))
                                              : QVariant();
    }
}

QVariant FigureTable::tileCell(const Row& row, int column) const
{
    const figures::Tile& tile = contentOf(*m_figure, row.place.panel).tiles[row.point];
    return bridge::coreText(column == 0 ? tile.name : tile.note);
}

QVariant FigureTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const Row row = rowAt(index.row());
    const figures::Figure& content = contentOf(*m_figure, row.place.panel);
    const int before = m_figure->panels.empty() ? 0 : 1;
    if (index.column() < before)
        return bridge::qt(content.title);
    const int column = index.column() - before;
    return !content.strips.empty()  ? stripCell(row, column)
           : !content.tiles.empty() ? tileCell(row, column)
                                    : curveCell(row, column);
}

QString FigureTable::heading(int column) const
{
    const figures::Figure& content = contentOf(*m_figure, 0);
    if (!content.strips.empty()) {
        const QStringList names{tr("Row"), tr("From"), tr("To"), bridge::qt(content.colours.label),
                                tr("Note")};
        return names.value(column);
    }
    if (!content.tiles.empty())
        return column == 0 ? tr("Picture") : tr("Note");
    // Panels have axes of their own.
    const bool one = m_figure->panels.empty();
    const QStringList names{tr("Series"), one ? axisTitle(content.x) : tr("x"),
                            axisTitle(content.y), tr("From"), tr("To")};
    return names.value(column);
}

QVariant FigureTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const int before = m_figure->panels.empty() ? 0 : 1;
    return section < before ? tr("Panel") : heading(section - before);
}

} // namespace rekindle::plots
