#pragma once

// Private to the folder: a figure's numbers as an ordinary table.

#include "core/figures/figure.h"

#include <QAbstractTableModel>

namespace rekindle::plots {

class FigureTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setFigure(const figures::Figure& figure);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row {
        std::size_t series = 0, point = 0;
    };
    figures::Figure m_figure;
    std::vector<Row> m_rows;
};

} // namespace rekindle::plots
