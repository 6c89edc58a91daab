#include "widgets/panels/inspect_text.h"

#include "core/inspect/yardsticks.h"
#include "widgets/bridge/qt_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace rekindle::panels {

namespace {

struct InspectText {
    Q_DECLARE_TR_FUNCTIONS(rekindle::panels::InspectText)
};

constexpr std::size_t kDeadShown = 24;

QString shareText(double share)
{
    return QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %");
}

QString countText(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString deadText(const inspect::LayerReport& layer, double below)
{
    if (layer.dead.empty())
        return InspectText::tr("No filter is below %1; there is nothing dead here.")
            .arg(QLocale().toString(below));
    QStringList filters;
    for (std::size_t i = 0; i < std::min(layer.dead.size(), kDeadShown); ++i) {
        const auto filter = layer.dead[i];
        filters << InspectText::tr("filter %1 (%2)")
                       .arg(filter)
                       .arg(QLocale().toString(layer.filterNorms[static_cast<std::size_t>(filter)],
                                               'g', 2));
    }
    if (layer.dead.size() > kDeadShown)
        filters << QStringLiteral("…");
    return InspectText::tr("%n dead filter(s), norm in brackets: %1", nullptr,
                           static_cast<int>(layer.dead.size()))
        .arg(filters.join(QStringLiteral(", ")));
}

/// What of a report lies in a part: a stage, a block, a layer, or all.
struct PartTotals {
    std::uint64_t filters = 0, dead = 0, above = 0;
};
PartTotals totalsOf(const InspectedPart& what)
{
    const std::string& part = what.part.empty() ? what.layer : what.part;
    PartTotals totals;
    for (std::size_t i = 0; i < what.report.layers.size(); ++i) {
        const inspect::LayerReport& layer = what.report.layers[i];
        if (!part.empty() && layer.name != part && !layer.name.starts_with(part + '.'))
            continue;
        totals.filters += layer.filterNorms.size();
        totals.dead += what.dead[i];
        totals.above += layer.above;
    }
    return totals;
}

/// What other weights show: half of a fresh network's filters lie above 1 already.
QString yardstickText(const inspect::WeightReport& report)
{
    const auto list = inspect::yardsticks(report);
    return InspectText::tr("For comparison, above 1: %1 at a random start of this network; in the "
                           "paper's ResNet-50 %2 supervised, %3 SimCLR and SwAV, %4 BYOL.")
        .arg(shareText(list[0].shareAbove), shareText(list[1].shareAbove),
             shareText(list[2].shareAbove), shareText(list[4].shareAbove));
}

QString layerText(const inspect::LayerReport& layer, double below)
{
    return InspectText::tr("%1 filters; norm of the whole layer %2. %3")
        .arg(countText(layer.filterNorms.size()), QLocale().toString(layer.layerNorm, 'g', 3),
             deadText(layer, below));
}

} // namespace

QString inspectText(const InspectedPart& what)
{
    const auto& settings = what.report.settings;
    const bool oneLayer = what.part.empty() && !what.layer.empty();
    if (oneLayer && what.deadBelow == settings.deadBelow) {
        for (const inspect::LayerReport& layer : what.report.layers) {
            if (layer.name == what.layer)
                return layerText(layer, what.deadBelow);
        }
        return {};
    }
    const PartTotals totals = totalsOf(what);
    const auto share = [&](std::uint64_t count) {
        return shareText(static_cast<double>(count) /
                         static_cast<double>(std::max<std::uint64_t>(totals.filters, 1)));
    };
    QString text =
        InspectText::tr("%1 filters; %2 above %3, %4 dead (below %5).")
            .arg(countText(totals.filters), share(totals.above), QLocale().toString(settings.above),
                 share(totals.dead), QLocale().toString(what.deadBelow));
    if (what.part.empty() && what.layer.empty())
        text += u' ' + yardstickText(what.report);
    return text;
}

} // namespace rekindle::panels
