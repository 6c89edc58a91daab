#include "widgets/panels/spark_delegate.h"

#include "widgets/look/look.h"
#include "widgets/models/layer_model.h"

#include <QPainter>

namespace rekindle::panels {

void SparkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto columns = index.data(models::LayerModel::kSparkRole).value<QList<float>>();
    if (columns.isEmpty())
        return;
    const QRectF room = QRectF(option.rect).adjusted(2, 3, -2, -3);
    const double width = room.width() / static_cast<double>(columns.size());
    const QColor colour = look::colours().accent;
    double x = room.left();
    for (const float column : columns) {
        // What is there at all is seen.
        const double height = column > 0 ? std::max(1.0, room.height() * double(column)) : 0;
        painter->fillRect(QRectF(x, room.bottom() - height, width, height), colour);
        x += width;
    }
}

QSize SparkDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {52, QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace rekindle::panels
