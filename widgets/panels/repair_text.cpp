#include "widgets/panels/repair_text.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/shown_number.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rekindle::panels {
namespace {

/// Under a context of its own, where translators find it.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

QString number(double value)
{
    return bridge::shortNumber(value, 2);
}

QString count(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString sourceOf(const repair::FeatureProof& proof)
{
    return proof.source == "noise"
               ? Words::tr("%1 pictures of noise").arg(proof.images)
               : Words::tr("%1 images of %2").arg(proof.images).arg(bridge::qt(proof.source));
}

} // namespace

QString repairSummary(const repair::RepairReport& report)
{
    const QLocale locale;
    const QString share = locale.toString(100 * report.before.shareAbove(), 'f', 1);
    const QString after = locale.toString(100 * report.after.shareAbove(), 'f', 1);
    const bool byFilter = !report.scaled.empty() && report.scaled.front().filter >= 0;
    const QString scaled = byFilter
                               ? Words::tr("%1 of %2 filters scaled")
                                     .arg(count(report.scaled.size()), count(report.before.filters))
                               : Words::tr("%1 layers scaled").arg(report.scaled.size());
    return Words::tr("%1, %2 of %3 filters replaced. Filters above 1: %4 % before, %5 % after.")
        .arg(scaled, count(report.replaced.size()), count(report.before.filters), share, after);
}

QString repairOutlook(const inspect::WeightReport& report)
{
    if (report.totals.above == 0 && report.totals.dead == 0)
        return Words::tr(
            "Nothing to do: no filter is above 1 and none below 0.1. Repaired and unrepaired "
            "weights would be the same.");
    return Words::tr("Not repaired yet: %1 of %2 filters are above 1, %3 are dead.")
        .arg(count(report.totals.above), count(report.totals.filters), count(report.totals.dead));
}

std::vector<models::TextTable::Row> stageRows(const repair::FeatureProof& proof)
{
    const auto text = [](double value) { return bridge::shortNumber(value, 3); };
    std::vector<models::TextTable::Row> rows;
    for (const repair::StageProof& stage : proof.stages) {
        const bool more = std::max(stage.change, stage.worstChannel) > proof.tolerance;
        const QString name = stage.name == "stem"       ? Words::tr("the first layer")
                             : stage.name == "features" ? Words::tr("the whole network")
                                                        : bridge::qt(stage.name);
        const QString tip = more ? Words::tr("More than the %1 that is allowed for the features.")
                                       .arg(text(proof.tolerance))
                                 : QString();
        rows.push_back({{name, false, more, tip},
                        {text(stage.change), true, stage.change > proof.tolerance, tip},
                        {text(stage.worstChannel), true, stage.worstChannel > proof.tolerance, tip},
                        {text(stage.trainChange), true, false, {}},
                        {text(stage.replacedCosine), true, false, {}}});
    }
    return rows;
}

QString noRepairText(const std::string& why)
{
    return Words::tr("These weights can be looked at, not repaired: %1. A repair is proved by what "
                     "the network answers, and only ResNets can be run here.")
        .arg(bridge::coreText(why));
}

QString nothingText(const repair::RepairReport& report)
{
    const repair::RepairSettings& used = report.settings;
    QStringList why;
    if (used.scale == repair::ScaleScope::None)
        why << Words::tr("scaling is off");
    else if (used.scale == repair::ScaleScope::Layer)
        why << Words::tr("no layer has a norm above %1").arg(number(used.scaleAbove));
    else
        why << Words::tr("no filter has a norm above %1").arg(number(used.scaleAbove));
    if (used.dead == repair::DeadMode::None)
        why << Words::tr("dead filters are left as they are");
    else
        why << Words::tr("no filter is below %1").arg(number(used.deadBelow));
    return Words::tr(
               "Nothing was scaled and nothing replaced (%1), so no new weights were made. Go "
               "on with the original.")
        .arg(why.join(QStringLiteral(", ")));
}

QString proofText(const repair::RepairReport& report)
{
    if (!report.proof)
        return Words::tr(
            "Not proved yet. Press Make repaired weights: the repair is done again and "
            "checked on images.");
    const repair::FeatureProof& proof = *report.proof;
    QString text =
        proof.evalPreserved
            ? Words::tr(
                  "Same answers when used for prediction: scaling alone changed the features by at "
                  "most %1 of their size over %2; on batch statistics, as in training, by %3.")
                  .arg(number(proof.change()), sourceOf(proof), number(proof.trainChange()))
            : Words::tr(
                  "Answers changed by %1 of their size over %2, where %3 was allowed, and by %4 on "
                  "batch statistics, as in training. The small safety term of batch norm counts "
                  "here; choose Absorbed, exact to avoid it.")
                  .arg(number(proof.change()), sourceOf(proof), number(proof.tolerance),
                       number(proof.trainChange()));
    if (!report.replaced.empty())
        text += Words::tr(" Replaced filters do change answers: mean cosine %1.")
                    .arg(QLocale().toString(proof.replacedCosine, 'f', 3));
    double gain = 1;
    for (const repair::Scaled& change : report.scaled)
        gain = std::min(gain, change.trainGain);
    if (gain < 0.999)
        text +=
            Words::tr(" While training, batch statistics are used, so a scaled layer starts out "
                      "weaker, at least to %1 of its strength; that is part of the paper's rule.")
                .arg(number(gain));
    return text;
}

} // namespace rekindle::panels
