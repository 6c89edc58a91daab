#include "core/train/run_record.h"

#include "core/base/log.h"
#include "core/base/text.h"

#include <algorithm>

namespace rekindle::train {
namespace {

/// Saves are ordered by their number: parts come first, steps within a part second.
constexpr std::int64_t kMostSteps = 1'000'000;

/// Whoever starts a run sees soon that it can be gone on with.
constexpr double kFirstSave = 30;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What a line of the journal warns of, added to `warnings`.
void addWarning(const Json& line, Warnings& warnings)
{
    FieldReader fields(line, "metrics.jsonl");
    if (fields.text("kind", "") != "warning")
        return;
    if (auto warning = warningFromJson(fields.any("warning"), "metrics.jsonl"))
        warnings.add(*std::move(warning));
}

} // namespace

RunRecord::RunRecord(const run::RunFolder& folder, run::RunControl& control, Settings settings,
                     run::MetricsJournal journal)
    : m_saves(folder.checkpointsFolder()), m_control(&control), m_settings(std::move(settings)),
      m_journal(std::move(journal)), m_opened(Clock::now()), m_lastSave(m_opened)
{
}

Result<RunRecord> RunRecord::open(const run::RunFolder& folder, run::RunControl& control,
                                  Settings settings)
{
    RK_TRY(auto found, newestSave(folder.checkpointsFolder(), settings.identity));
    const std::int64_t seq =
        std::max(settings.keptSeq, found.save ? found.save->journalSeq : std::int64_t{-1});
    Warnings earlier;
    double reached = 0; // seconds, by the journal's last line, saved or not
    using Fate = run::MetricsJournal::Fate;
    RK_TRY(auto journal,
           run::MetricsJournal::open(folder.metricsFile(), seq, [&](const Json& line, Fate fate) {
               reached = FieldReader(line, "metrics.jsonl").number("seconds", reached);
               if (fate == Fate::Kept)
                   addWarning(line, earlier);
           }));
    control.recall(earlier);
    RunRecord record(folder, control, std::move(settings), std::move(journal));
    if (found.save) {
        FieldReader clocks(found.save->clocks, "state.json");
        record.m_secondsBefore = clocks.number("seconds", 0.0);
        record.m_sittings = clocks.integer("sittings", 1) + 1;
        RK_CHECK(clocks.check());
    }
    if (const double lost = reached - record.m_secondsBefore; lost >= 1)
        log::info("Lost with the worker before: " + text::fixed(lost, 0) + " s of work.");
    record.m_saved = found.save.has_value();
    record.m_found = std::move(found.save);
    RK_CHECK(record.note(found.warnings, record.m_found ? record.m_found->step : 0));
    return record;
}

std::optional<Save> RunRecord::takeSave()
{
    if (!m_found)
        return std::nullopt;
    const FieldReader details(m_found->details, "state.json");
    for (const auto& [name, mark] : m_part.inSaves.items()) {
        if (details.any(name) != mark)
            return std::nullopt;
    }
    return std::exchange(m_found, std::nullopt);
}

Result<void> RunRecord::append(Json line)
{
    line.update(m_part.inLines);
    return m_journal.append(line);
}

Result<void> RunRecord::warn(const Warning& warning, std::int64_t step)
{
    Json line{{"kind", "warning"}, {"step", step}, {"warning", toJson(warning)}};
    RK_CHECK(append(std::move(line)));
    m_control->warn(warning);
    return {};
}

Result<void> RunRecord::note(const Warnings& findings, std::int64_t step)
{
    for (const Warning& finding : findings.items()) {
        if (!m_control->warnings().holds(finding))
            RK_CHECK(warn(finding, step));
    }
    return {};
}

bool RunRecord::saveDue() const
{
    const double every = 60.0 * m_settings.saveEveryMinutes;
    return secondsSince(m_lastSave) >= (m_saved ? every : std::min(every, kFirstSave));
}

Result<void> RunRecord::write(Save save)
{
    RK_CHECK(m_journal.flush());
    save.step += m_part.before * kMostSteps;
    save.journalSeq = m_journal.lastSeq();
    save.identity = m_settings.identity;
    save.details.update(m_part.inSaves);
    save.clocks["seconds"] = secondsWorked();
    save.clocks["sittings"] = m_sittings;
    save.clocks["written"] = text::utcNow();
    RK_TRY(const Warnings found, writeSave(m_saves, save));
    m_control->note(found);
    m_lastSave = Clock::now();
    m_saved = true;
    return {};
}

double RunRecord::secondsWorked() const
{
    return m_secondsBefore + secondsSince(m_opened);
}

} // namespace rekindle::train
