#include "core/run/loss_check.h"

#include "core/base/text.h"
#include "core/run/metrics_journal.h"

#include <fmt/format.h>

namespace rekindle::run {
namespace {

/// Mean loss over the last pass; nothing without a step.
std::optional<double> lastPassLoss(const JournalRead& journal)
{
    double last = -1, sum = 0, count = 0;
    for (auto line = journal.lines.rbegin(); line != journal.lines.rend(); ++line) {
        const auto loss = line->find("loss");
        const auto epoch = line->find("epoch");
        if (loss == line->end() || epoch == line->end() || !loss->is_number() ||
            !epoch->is_number())
            continue;
        last = last < 0 ? epoch->get<double>() : last;
        if (epoch->get<double>() <= last - 1)
            break;
        sum += loss->get<double>();
        count += 1;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

/// What the journal itself says: of a method that learns from labels only the run knows it.
std::optional<double> toldUninformed(const JournalRead& journal)
{
    for (const Json& line : journal.lines) {
        const auto told = line.find("loss_uninformed");
        if (told != line.end() && told->is_number())
            return told->get<double>();
    }
    return std::nullopt;
}

} // namespace

std::optional<double> uninformedLoss(const PretrainSettings& settings, double labelEntropy)
{
    const specs::MethodSpec* spec = specs::methods().find(settings.method);
    if (spec == nullptr || !spec->uninformedLoss)
        return std::nullopt;
    return spec->uninformedLoss({settings.batch, labelEntropy}, settings.own);
}

Warnings lossWarnings(const RunFolder& run)
{
    Warnings warnings;
    const auto settings = run.settings();
    const auto status = run.status();
    const auto* pretrain = settings ? std::get_if<PretrainSettings>(&*settings) : nullptr;
    if (pretrain == nullptr || !status || status->state != State::Done)
        return warnings;
    const auto journal = readJournal(run.metricsFile());
    auto nothing = uninformedLoss(*pretrain);
    if (!nothing && journal)
        nothing = toldUninformed(*journal);
    const auto loss = journal ? lastPassLoss(*journal) : std::nullopt;
    if (nothing && loss && *loss >= *nothing)
        warnings.add("learned_nothing",
                     fmt::format("The loss ended at {}, above the {} of a network that tells no "
                                 "image from another: this run learned nothing from its images",
                                 text::fixed(*loss, 2), text::fixed(*nothing, 2)),
                     run.name());
    return warnings;
}

} // namespace rekindle::run
