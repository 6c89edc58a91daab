#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace rekindle::models {

/// A plain table of texts: classes, problems, differences, scores.
class TextTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Cell {
        QString text;
        bool right = false;  ///< numbers
        bool strong = false; ///< bold
        QString tip;
    };
    using Row = std::vector<Cell>;

    explicit TextTable(QStringList headers, QObject* parent = nullptr);
    void setRows(std::vector<Row> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] bool numbers(int column) const;

    QStringList m_headers;
    std::vector<Row> m_rows;
};

} // namespace rekindle::models
