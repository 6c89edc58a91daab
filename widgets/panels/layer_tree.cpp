#include "widgets/panels/layer_tree.h"

#include "widgets/look/look.h"
#include "widgets/models/layer_model.h"
#include "widgets/panels/mnemonics.h"
#include "widgets/panels/spark_delegate.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rekindle::panels {

using models::LayerModel;

namespace {

constexpr int kIndentation = 14;
constexpr int kWidest = 640;    ///< more would only part the names from their numbers
constexpr int kBesideName = 16; ///< pixels that the style leaves at both sides of a name
/// Beside the names: those that say most come first. The first two are always there.
constexpr std::array kByWeight{LayerModel::Dead, LayerModel::Above, LayerModel::Norms,
                               LayerModel::Filters, LayerModel::Norm};
constexpr std::size_t kAlways = 2;

} // namespace

LayerTree::LayerTree(QWidget* parent) : QWidget(parent)
{
    setMaximumWidth(kWidest);
    buildTree();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addWidget(buildControls());
    layout->addWidget(m_tree, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_filling)
            Q_EMIT chosen();
    });
    connect(m_below, &QDoubleSpinBox::valueChanged, this, [this](double below) {
        if (!m_filling)
            Q_EMIT deadBelowEdited(below);
    });
}

void LayerTree::buildTree()
{
    m_layers = new LayerModel(this);
    m_tree = new QTreeView;
    m_tree->setObjectName(QStringLiteral("inspect-layers"));
    m_tree->setModel(m_layers);
    m_tree->setAccessibleName(tr("Layers"));
    m_tree->setAccessibleDescription(tr("[ and ] go to the previous and next layer."));
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setIndentation(kIndentation);
    m_tree->setItemDelegateForColumn(LayerModel::Norms, new SparkDelegate(m_tree));
    m_tree->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(36);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setSectionsClickable(true);
    m_tree->header()->setSortIndicatorShown(true);
    m_tree->header()->setSortIndicator(0, Qt::AscendingOrder);
    m_tree->setSortingEnabled(true);
}

QWidget* LayerTree::buildControls()
{
    m_sort = new QComboBox;
    m_sort->setObjectName(QStringLiteral("inspect-sort"));
    m_sort->setToolTip(tr("A click on a column's heading sorts by it, too."));
    m_sort->addItem(tr("Order in the network"), LayerModel::Name);
    m_sort->addItem(tr("Dead filters"), LayerModel::Dead);
    m_sort->addItem(tr("Filters above 1"), LayerModel::Above);
    m_sort->addItem(tr("Norm"), LayerModel::Norm);
    m_sort->addItem(tr("Median norm"), LayerModel::Norms);
    connect(m_sort, &QComboBox::currentIndexChanged, this, [this] {
        const int column = m_sort->currentData().toInt();
        m_tree->sortByColumn(column,
                             column == LayerModel::Name ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    m_below = new QDoubleSpinBox;
    m_below->setObjectName(QStringLiteral("inspect-below"));
    m_below->setRange(0, 100);
    m_below->setDecimals(3);
    m_below->setSingleStep(0.01);
    m_below->setValue(0.1);
    m_below->setToolTip(tr("A filter with a smaller norm counts as dead. The line in the chart can "
                           "be dragged, too."));
    auto* controls = new QWidget;
    auto* grid = new QGridLayout(controls);
    grid->setContentsMargins({});
    grid->setSpacing(look::space::kSmall);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& label, QWidget* field) {
        auto* name = new QLabel(label);
        name->setBuddy(field);
        field->setAccessibleName(withoutMnemonic(label));
        grid->addWidget(name, row, 0);
        grid->addWidget(field, row++, 1, Qt::AlignLeft);
    };
    add(tr("Sor&t by"), m_sort);
    add(tr("Dead &below"), m_below);
    return controls;
}

void LayerTree::setReport(const inspect::WeightReport* report)
{
    if (report == m_shown)
        return;
    m_shown = report;
    m_filling = true;
    m_layers->setReport(report != nullptr ? *report : inspect::WeightReport{});
    m_counts = report != nullptr ? inspect::DeadCounts(*report) : inspect::DeadCounts();
    m_layers->setDeadCounts(deadCounts());
    m_layers->sort(m_tree->header()->sortIndicatorSection(),
                   m_tree->header()->sortIndicatorOrder());
    m_tree->expandAll();
    for (int column = 1; column < m_layers->columnCount(); ++column)
        m_tree->resizeColumnToContents(column);
    fitColumns();
    m_tree->setCurrentIndex(m_layers->find({}));
    m_filling = false;
}

/// What the longest name takes, with the steps in which it stands.
int LayerTree::nameWidth() const
{
    int most = 0;
    for (const QModelIndex& layer : m_layers->layers()) {
        int depth = 1;
        for (QModelIndex above = layer.parent(); above.isValid(); above = above.parent())
            ++depth;
        const int text = m_tree->fontMetrics().horizontalAdvance(layer.data().toString());
        most = std::max(most, depth * kIndentation + text + kBesideName);
    }
    constexpr int kMost = 220;
    return std::min(most, kMost);
}

void LayerTree::fitColumns()
{
    if (m_shown == nullptr)
        return;
    const int beside = m_tree->verticalScrollBar()->sizeHint().width() + 2 * m_tree->frameWidth();
    int taken = nameWidth() + beside;
    for (std::size_t i = 0; i < kByWeight.size(); ++i) {
        // A hidden column has no width of its own.
        m_tree->setColumnHidden(kByWeight[i], false);
        taken += m_tree->columnWidth(kByWeight[i]);
        if (i + 1 == kAlways)
            m_tree->setMinimumWidth(taken);
        m_tree->setColumnHidden(kByWeight[i], i >= kAlways && taken > m_tree->width());
    }
}

void LayerTree::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    fitColumns();
}

QString LayerTree::part() const
{
    return LayerModel::partOf(m_tree->currentIndex());
}

QString LayerTree::layer() const
{
    return LayerModel::layerOf(m_tree->currentIndex());
}

void LayerTree::choose(const QString& layer)
{
    if (const QModelIndex index = m_layers->find(layer); index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
}

void LayerTree::step(int direction)
{
    const QModelIndexList layers = m_layers->layers();
    const qsizetype at = layers.indexOf(m_tree->currentIndex().siblingAtColumn(0));
    const qsizetype next = std::clamp<qsizetype>(at + direction, 0, layers.size() - 1);
    if (!layers.isEmpty())
        m_tree->setCurrentIndex(layers[next]);
}

double LayerTree::deadBelow() const
{
    return m_below->value();
}

void LayerTree::setDeadBelow(double below)
{
    m_filling = true;
    m_below->setValue(below);
    m_filling = false;
    m_layers->setDeadCounts(deadCounts());
}

std::vector<std::uint64_t> LayerTree::deadCounts() const
{
    return m_counts.below(m_below->value());
}

} // namespace rekindle::panels
