#include "widgets/panels/layer_tree.h"

#include "widgets/models/layer_model.h"
#include "widgets/panels/spark_delegate.h"

#include <QHeaderView>
#include <QScrollBar>

namespace rekindle::panels {

using models::LayerModel;

namespace {

constexpr int kLeastName = 80;
constexpr int kIndentation = 14;
constexpr int kLeastColumn = 36;

} // namespace

LayerTree::LayerTree(LayerModel* layers)
{
    setModel(layers);
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setIndentation(kIndentation);
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
    showCharts();
}

void LayerTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    showCharts();
}

void LayerTree::showCharts()
{
    setColumnHidden(LayerModel::Norms, width() < minimumWidth() + m_charts);
}

} // namespace rekindle::panels
