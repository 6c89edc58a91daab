#include "widgets/models/layer_table.h"

#include "widgets/bridge/qt_text.h"

#include <QLocale>

#include <cmath>
#include <optional>

namespace rekindle::models {
namespace {

constexpr int kNumberRole = Qt::UserRole + 2;

QStandardItem* cell(const QString& text, double number)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setData(number, kNumberRole);
    return item;
}

QStandardItem* count(std::size_t value)
{
    return cell(QLocale().toString(static_cast<qulonglong>(value)), static_cast<double>(value));
}

QStandardItem* number(double value)
{
    return cell(QLocale().toString(value, 'g', 3), value);
}

QStandardItem* median(const std::optional<inspect::Quantiles>& of)
{
    return of ? number(of->median) : cell(QStringLiteral("–"), -HUGE_VAL);
}

} // namespace

LayerTable::LayerTable(QObject* parent) : QStandardItemModel(parent)
{
    setHorizontalHeaderLabels({tr("Layer"), tr("Filters"), tr("Norm"), tr("Median norm"),
                               tr("Above 1"), tr("Dead"), tr("γ"), tr("β"), tr("Mean"),
                               tr("Variance")});
    setSortRole(kNumberRole);
}

void LayerTable::setReport(const inspect::WeightReport& report)
{
    removeRows(0, rowCount());
    double place = 0;
    for (const inspect::LayerReport& layer : report.layers) {
        auto* name = new QStandardItem(bridge::qt(layer.name));
        name->setEditable(false);
        name->setData(bridge::qt(layer.name), kLayerRole);
        name->setData(place++, kNumberRole); // in forward order
        appendRow({name, count(layer.filterNorms.size()), number(layer.layerNorm),
                   number(inspect::quantiles(layer.filterNorms).median),
                   count(static_cast<std::size_t>(layer.above)), count(layer.dead.size()),
                   median(layer.gamma), median(layer.beta), median(layer.mean), median(layer.var)});
    }
}

int LayerTable::rowOf(const QString& layer) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (index(row, 0).data(kLayerRole).toString() == layer)
            return row;
    }
    return -1;
}

} // namespace rekindle::models
