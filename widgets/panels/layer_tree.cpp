#include "widgets/panels/layer_tree.h"

#include "widgets/models/layer_model.h"
#include "widgets/panels/spark_delegate.h"

#include <QHeaderView>
#include <QScrollBar>

namespace rekindle::panels {

using models::LayerModel;

namespace {

constexpr int kLeastName = 84;
constexpr int kIndentation = 14, kNarrowIndentation = 8;
constexpr int kLeastColumn = 36;

} // namespace

LayerTree::LayerTree(LayerModel* layers)
{
    setModel(layers);
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setItemDelegateForColumn(LayerModel::Norms, new SparkDelegate(this));
    setTextElideMode(Qt::ElideMiddle);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(kLeastColumn);
    header()->setSectionResizeMode(LayerModel::Name, QHeaderView::Stretch);
    header()->setSectionsClickable(true);
    header()->setSortIndicatorShown(true);
    header()->setSortIndicator(LayerModel::Name, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void LayerTree::fitColumns()
{
    setColumnHidden(LayerModel::Norms, false);
    int least = kLeastName + verticalScrollBar()->sizeHint().width();
    for (int column = LayerModel::Name + 1; column < model()->columnCount(); ++column) {
        resizeColumnToContents(column);
        least += columnWidth(column);
    }
    m_charts = columnWidth(LayerModel::Norms);
    setMinimumWidth(least - m_charts);
    giveWay();
}

void LayerTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    giveWay();
}

void LayerTree::giveWay()
{
    const bool narrow = width() < minimumWidth() + m_charts;
    setColumnHidden(LayerModel::Norms, narrow);
    setIndentation(narrow ? kNarrowIndentation : kIndentation);
}

} // namespace rekindle::panels
