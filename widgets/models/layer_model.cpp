#include "widgets/models/layer_model.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/icons.h"
#include "widgets/look/look.h"

#include <QLocale>

namespace rekindle::models {
namespace {

QStandardItem* cell(const QString& text, bool right)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    if (right)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString share(std::uint64_t part, std::size_t all)
{
    if (all == 0)
        return {};
    return QLocale().toString(100.0 * static_cast<double>(part) / static_cast<double>(all), 'f',
                              0) +
           QStringLiteral(" %");
}

QList<QStandardItem*> numbersRow(const QString& name, std::size_t filters, double median,
                                 std::uint64_t above, std::size_t dead)
{
    QList<QStandardItem*> row{
        cell(name, false), cell(QLocale().toString(filters), true),
        cell(QLocale().toString(median, 'g', 3), true), cell(share(above, filters), true),
        cell(dead > 0 ? QLocale().toString(dead) : QStringLiteral("–"), true)};
    if (dead > 0) {
        row.back()->setIcon(look::icon(QStringLiteral("mark-needs")));
        row.back()->setFont(look::font(look::Type::Strong));
        row.back()->setAccessibleText(
            LayerModel::tr("%n dead filter(s)", nullptr, static_cast<int>(dead)));
    }
    return row;
}

QList<QStandardItem*> rowOf(const QString& name, const QString& layer, std::size_t filters,
                            double median, std::uint64_t above, std::size_t dead)
{
    QList<QStandardItem*> row = numbersRow(name, filters, median, above, dead);
    row.front()->setData(layer, LayerModel::kLayerRole);
    row.front()->setData(true, LayerModel::kLayerRole + 1);
    return row;
}

double medianOf(const inspect::WeightReport& report)
{
    std::vector<double> norms;
    for (const inspect::LayerReport& layer : report.layers)
        norms.insert(norms.end(), layer.filterNorms.begin(), layer.filterNorms.end());
    return inspect::quantiles(std::move(norms)).median;
}

} // namespace

LayerModel::LayerModel(QObject* parent) : QStandardItemModel(parent)
{
    setHorizontalHeaderLabels(
        {tr("Layer"), tr("Filters"), tr("Median norm"), tr("Above 1"), tr("Dead")});
}

void LayerModel::setReport(const inspect::WeightReport& report)
{
    removeRows(0, rowCount());
    appendRow(rowOf(tr("All layers"), QString(), static_cast<std::size_t>(report.totals.filters),
                    medianOf(report), report.totals.above,
                    static_cast<std::size_t>(report.totals.dead)));
    for (const inspect::LayerReport& layer : report.layers) {
        const QString name = bridge::qt(layer.name);
        const QString shown = name.section(u'.', -1);
        const auto row = rowOf(
            name.count(u'.') > 2 ? name.section(u'.', 2) : shown, name, layer.filterNorms.size(),
            inspect::quantiles(layer.filterNorms).median, layer.above, layer.dead.size());
        QStandardItem* group = groupOf(name, report);
        if (group != nullptr)
            group->appendRow(row);
        else
            appendRow(row);
    }
}

/// "layer2.1.conv2" lies in stage "layer2", block "1"; "conv1" in nothing.
QStandardItem* LayerModel::groupOf(const QString& layer, const inspect::WeightReport& report)
{
    const QStringList parts = layer.split(u'.');
    QStandardItem* group = nullptr;
    for (qsizetype depth = 0; depth < std::min<qsizetype>(2, parts.size() - 1); ++depth) {
        const QString part = parts.mid(0, depth + 1).join(u'.');
        QStandardItem* parent = group != nullptr ? group : invisibleRootItem();
        QStandardItem* last =
            parent->rowCount() > 0 ? parent->child(parent->rowCount() - 1) : nullptr;
        if (last == nullptr || last->data(kPartRole).toString() != part) {
            const auto whole = partOfReport(report, bridge::utf8(part));
            const auto row =
                numbersRow(depth == 0 ? parts[0] : tr("block %1").arg(parts[1].toInt() + 1),
                           static_cast<std::size_t>(whole.totals.filters), medianOf(whole),
                           whole.totals.above, static_cast<std::size_t>(whole.totals.dead));
            last = row.front();
            last->setData(part, kPartRole);
            parent->appendRow(row);
        }
        group = last;
    }
    return group;
}

bool LayerModel::isLayer(const QModelIndex& index)
{
    return index.siblingAtColumn(0).data(kLayerRole + 1).toBool();
}

QString LayerModel::layerOf(const QModelIndex& index)
{
    return index.siblingAtColumn(0).data(kLayerRole).toString();
}

QString LayerModel::partOf(const QModelIndex& index)
{
    return index.siblingAtColumn(0).data(kPartRole).toString();
}

QModelIndexList LayerModel::layers() const
{
    QModelIndexList found;
    const auto visit = [&](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex child = index(row, 0, parent);
            if (isLayer(child))
                found << child;
            self(self, child);
        }
    };
    visit(visit, {});
    return found;
}

inspect::WeightReport partOfReport(const inspect::WeightReport& report, const std::string& part)
{
    inspect::WeightReport whole;
    whole.file = report.file;
    whole.settings = report.settings;
    for (const inspect::LayerReport& layer : report.layers) {
        if (!layer.name.starts_with(part + '.'))
            continue;
        whole.totals.filters += layer.filterNorms.size();
        whole.totals.dead += layer.dead.size();
        whole.totals.above += layer.above;
        whole.layers.push_back(layer);
    }
    return whole;
}

} // namespace rekindle::models
