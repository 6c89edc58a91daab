#pragma once

// Private to the folder: a figure's numbers as an ordinary table.

#include "core/figures/figure.h"
#include "widgets/plots/figure_places.h"

#include <QAbstractTableModel>

namespace rekindle::plots {

class FigureTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    /// `figure` stays with the caller until the next one is set.
    void setFigure(const figures::Figure& figure);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row {
        RowPlace place;
        std::size_t point = 0;
    };
    [[nodiscard]] Row rowAt(int row) const;
    [[nodiscard]] QVariant curveCell(const Row& row, int column) const;
    [[nodiscard]] QVariant stripCell(const Row& row, int column) const;
    [[nodiscard]] QVariant tileCell(const Row& row, int column) const;
    [[nodiscard]] QString heading(int column) const;

    const figures::Figure* m_figure = nullptr;
    std::vector<RowPlace> m_places;
    /// Of each place, the row after its last one. A row of its own for each of a hundred thousand
    /// cells would keep the window waiting.
    std::vector<std::size_t> m_ends;
    int m_xDecimals = 0, m_yDecimals = 0; ///< of curves in one chart the same in all rows
};

} // namespace rekindle::plots
