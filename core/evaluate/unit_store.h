#pragma once

#include "core/base/warning.h"
#include "core/run/metrics_journal.h"
#include "core/run/run_folder.h"
#include "core/run/settings.h"
#include "core/scores/score_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::evaluate {

/// One target scored with one seed: a line of the journal, however many images there are. What was
/// found out stands in the table that it names.
struct UnitScore {          // NOLINT(bugprone-exception-escape): moving JSON throws nothing
    std::size_t target = 0; ///< index into ScoreSettings::targets
    int repeat = 0;
    std::uint64_t seed = 0;
    std::int64_t trained = 0; ///< labelled images used
    scores::TableName table;
    /// Which pass of the protocol's own training was scored, and what the other one would have
    /// given; null where there was nothing to choose from.
    Json choice = nullptr;
};

/// The finished units of a scoring run.
class UnitStore
{
public:
    /// Takes over what earlier sittings finished. A unit whose table is gone or damaged is told
    /// ("score_made_again") and done again. Kinds Damaged (the journal), Io, Memory.
    [[nodiscard]] static Result<UnitStore> read(const run::RunFolder& folder,
                                                const run::ScoreSettings& settings);

    /// What there was to tell of them.
    [[nodiscard]] const Warnings& warnings() const { return m_warnings; }
    /// By target and repeat.
    [[nodiscard]] const std::vector<UnitScore>& units() const { return m_units; }
    [[nodiscard]] bool holds(std::size_t target, int repeat) const;
    /// Of the last line in the journal that tells of a unit; -1 without.
    [[nodiscard]] std::int64_t lastSeq() const { return m_lastSeq; }

    /// Seals the table, then names it in the journal: whatever is named is there. `weights` is what
    /// an error about numbers that are none speaks of. Kinds as scores::writeTable.
    [[nodiscard]] Result<void> keep(UnitScore unit, const scores::ScoreTable& table,
                                    const std::string& weights, run::MetricsJournal& journal);

private:
    explicit UnitStore(const run::RunFolder& folder);
    void add(UnitScore unit);

    run::RunFolder m_run;
    std::filesystem::path m_folder; ///< of the tables
    std::vector<UnitScore> m_units;
    std::int64_t m_lastSeq = -1;
    Warnings m_warnings;
};

} // namespace rekindle::evaluate
