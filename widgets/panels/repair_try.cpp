#include "widgets/panels/repair_try.h"

#include "core/base/text.h"
#include "core/repair/repair_words.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/worker_process.h"

#include <string_view>

namespace rekindle::panels {
namespace {

namespace fs = std::filesystem;
using bridge::qtPath;

/// The folder was made for this repair and holds nothing else.
void takeAway(const fs::path& target)
{
    std::error_code code;
    fs::remove_all(target.parent_path(), code);
}

} // namespace

QStringList repairWords(const repair::RepairSettings& settings)
{
    const auto text = [](std::string_view word) { return bridge::qt(std::string(word)); };
    return {QStringLiteral("--dead"),       text(repair::word(settings.dead)),
            QStringLiteral("--dead-below"), text(text::number(settings.deadBelow)),
            QStringLiteral("--scale"),      text(repair::word(settings.scale)),
            QStringLiteral("--rule"),       text(repair::word(settings.rule)),
            QStringLiteral("--eps"),        text(repair::word(settings.eps)),
            QStringLiteral("--seed"),       QString::number(settings.seed)};
}

bool RepairTry::didNothing() const
{
    return report && report->scaled.empty() && report->replaced.empty();
}

bool RepairTry::changedAnswers() const
{
    return report && report->proof && !report->proof->evalPreserved;
}

Result<fs::path> tryRepair(const study::Study& study, const std::string& original,
                           const QStringList& settings, Keep keep, const job::Watch& watch,
                           RepairTry& tried)
{
    const study::WeightsEntry* entry = study::findWeights(study, original);
    if (entry == nullptr)
        return fail(ErrorKind::NotFound, "This study knows no such weights", original);
    tried.target = study::repairTarget(study, original);
    const QStringList words{QStringLiteral("repair"), qtPath(study::weightsFile(study, *entry)),
                            QStringLiteral("-o"), qtPath(tried.target), QStringLiteral("--json"),
                            // What the proof says is looked at here.
                            QStringLiteral("--anyway")};
    const auto answer = bridge::runWorker(words + settings, watch);
    if (!answer) {
        takeAway(tried.target);
        return fail(answer.error());
    }
    if (auto report = repair::repairReportFromJson(*answer, "rekindle-cli"))
        tried.report = *std::move(report);
    if (tried.didNothing()) {
        takeAway(tried.target);
        return fail(ErrorKind::Usage,
                    "Nothing was scaled and nothing replaced, so no new weights were made",
                    entry->label);
    }
    if (tried.changedAnswers() && keep == Keep::Proved) {
        takeAway(tried.target);
        return fail(ErrorKind::Usage,
                    "The repair changed the features more than its rule promises, so it was not "
                    "added",
                    entry->label, "Repair it again on the page Repair.");
    }
    return tried.target;
}

} // namespace rekindle::panels
