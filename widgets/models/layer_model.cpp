#include "widgets/models/layer_model.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/icons.h"
#include "widgets/look/look.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

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

constexpr int kSparkBins = 24;

/// Norms of the layers [begin, end), all together.
std::vector<double> normsOf(const inspect::WeightReport& report, std::size_t begin, std::size_t end)
{
    std::vector<double> norms;
    for (std::size_t i = begin; i < end; ++i)
        norms.insert(norms.end(), report.layers[i].filterNorms.begin(),
                     report.layers[i].filterNorms.end());
    return norms;
}

/// How norms lie between 0 and the longest, the highest column as 1.
QList<float> sparkOf(const std::vector<double>& norms, double longest)
{
    QList<float> columns(kSparkBins, 0.0F);
    float most = 1;
    for (const double norm : norms) {
        if (!std::isfinite(norm))
            continue;
        const auto bin = static_cast<int>(norm / longest * kSparkBins);
        float& column = columns[std::clamp(bin, 0, kSparkBins - 1)];
        most = std::max(most, ++column);
    }
    for (float& column : columns)
        column /= most;
    return columns;
}

void showDead(QStandardItem& item, std::uint64_t dead)
{
    item.setText(dead > 0 ? QLocale().toString(dead) : QStringLiteral("–"));
    item.setData(static_cast<double>(dead), LayerModel::kNumberRole);
    item.setAccessibleText(LayerModel::tr("%n dead filter(s)", nullptr, static_cast<int>(dead)));
}

/// Only where it changes: an icon costs more than a number.
void markDead(QStandardItem& item, bool any)
{
    item.setIcon(any ? look::icon(QStringLiteral("mark-needs")) : QIcon());
    item.setFont(any ? look::font(look::Type::Strong) : QFont());
}

} // namespace

LayerModel::LayerModel(QObject* parent) : QStandardItemModel(parent)
{
    setHorizontalHeaderLabels(
        {tr("Layer"), tr("Filters"), tr("Norms"), tr("Norm"), tr("Above 1"), tr("Dead")});
    setSortRole(kNumberRole);
}

/// A row for the layers [begin, end); the caller puts it where it belongs.
QList<QStandardItem*> LayerModel::addRow(const QString& name, const inspect::WeightReport& report,
                                         std::size_t begin, std::size_t end)
{
    const std::vector<double> norms = normsOf(report, begin, end);
    const inspect::Quantiles quantiles = inspect::quantiles(norms);
    double squares = 0;
    std::uint64_t above = 0, dead = 0;
    for (std::size_t i = begin; i < end; ++i) {
        squares += report.layers[i].layerNorm * report.layers[i].layerNorm;
        above += report.layers[i].above;
        dead += report.layers[i].dead.size();
    }
    const double norm = std::sqrt(squares);
    QList<QStandardItem*> row{cell(name, false),
                              cell(QLocale().toString(norms.size()), true),
                              cell({}, false),
                              cell(QLocale().toString(norm, 'g', 3), true),
                              cell(share(above, norms.size()), true),
                              cell({}, true)};
    const QLocale locale;
    const QString lie =
        tr("norms from %1 to %2, median %3")
            .arg(locale.toString(quantiles.min, 'g', 3), locale.toString(quantiles.max, 'g', 3),
                 locale.toString(quantiles.median, 'g', 3));
    row[Norms]->setData(QVariant::fromValue(sparkOf(norms, m_longest)), kSparkRole);
    row[Norms]->setAccessibleText(lie);
    row[Norms]->setToolTip(lie);
    row[Name]->setData(static_cast<double>(begin), kNumberRole);
    row[Filters]->setData(static_cast<double>(norms.size()), kNumberRole);
    row[Norms]->setData(quantiles.median, kNumberRole);
    row[Norm]->setData(norm, kNumberRole);
    row[Above]->setData(static_cast<double>(above), kNumberRole);
    showDead(*row[Dead], dead);
    if (dead > 0)
        markDead(*row[Dead], true);
    m_dead.push_back({row[Dead], begin, end, dead});
    return row;
}

void LayerModel::setReport(const inspect::WeightReport& report)
{
    removeRows(0, rowCount());
    m_dead.clear();
    const std::size_t count = report.layers.size();
    const double longest = inspect::quantiles(normsOf(report, 0, count)).max;
    m_longest = std::isfinite(longest) && longest > 0 ? longest : 1;
    QList<QStandardItem*> all = addRow(tr("All layers"), report, 0, count);
    all.front()->setData(QString(), kLayerRole);
    all.front()->setData(true, kLayerRole + 1);
    all.front()->setData(-1.0, kNumberRole);
    appendRow(all);
    for (std::size_t i = 0; i < count; ++i) {
        const QString name = bridge::qt(report.layers[i].name);
        QStandardItem* group = groupOf(i, report);
        const QString shown = name.count(u'.') > 2 ? name.section(u'.', 2) : name.section(u'.', -1);
        const auto row = addRow(shown, report, i, i + 1);
        row.front()->setData(name, kLayerRole);
        row.front()->setData(true, kLayerRole + 1);
        row.front()->setToolTip(name);
        if (group != nullptr)
            group->appendRow(row);
        else
            appendRow(row);
    }
}

void LayerModel::setDeadCounts(const std::vector<std::uint64_t>& counts)
{
    for (DeadCell& cell : m_dead) {
        std::uint64_t dead = 0;
        for (std::size_t i = cell.begin; i < std::min(cell.end, counts.size()); ++i)
            dead += counts[i];
        if (dead == cell.shown)
            continue;
        if ((dead > 0) != (cell.shown > 0))
            markDead(*cell.item, dead > 0);
        cell.shown = dead;
        showDead(*cell.item, dead);
    }
}

/// "layer2.1.conv2" lies in stage "layer2", block "1"; "conv1" in nothing. Groups hold what follows
/// each other in the file.
QStandardItem* LayerModel::groupOf(std::size_t layer, const inspect::WeightReport& report)
{
    const QStringList parts = bridge::qt(report.layers[layer].name).split(u'.');
    QStandardItem* group = nullptr;
    for (qsizetype depth = 0; depth < std::min<qsizetype>(2, parts.size() - 1); ++depth) {
        const QString part = parts.mid(0, depth + 1).join(u'.');
        QStandardItem* parent = group != nullptr ? group : invisibleRootItem();
        QStandardItem* last =
            parent->rowCount() > 0 ? parent->child(parent->rowCount() - 1) : nullptr;
        if (last == nullptr || last->data(kPartRole).toString() != part) {
            std::size_t end = layer;
            while (end < report.layers.size() &&
                   report.layers[end].name.starts_with(bridge::utf8(part) + '.'))
                ++end;
            // Elsewhere than in a ResNet a number is what the file calls it.
            bool numbered = false;
            const int block =
                depth > 0 && parts[0].startsWith(u"layer") ? parts[1].toInt(&numbered) : 0;
            const auto row = addRow(depth == 0 ? parts[0]
                                    : numbered ? tr("block %1").arg(block + 1)
                                               : parts[1],
                                    report, layer, end);
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

QModelIndex LayerModel::find(const QString& layer) const
{
    for (const QModelIndex& index : layers()) {
        if (layerOf(index) == layer)
            return index;
    }
    return {};
}

} // namespace rekindle::models
