#pragma once

// Private to the folder.

#include <QStyledItemDelegate>

namespace rekindle::panels {

/// Draws a row of heights (models::LayerModel::kSparkRole) as small columns in its cell.
class SparkDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace rekindle::panels
