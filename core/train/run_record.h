#pragma once

#include "core/run/metrics_journal.h"
#include "core/run/run_control.h"
#include "core/run/run_folder.h"
#include "core/train/save.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace rekindle::train {

/// A part of a run that is worked off by itself (a unit of a scoring run): with what its lines and
/// saves are marked, and how many parts were finished before it. A pretraining run is one part
/// without marks.
struct RunPart {
    Json inLines = Json::object();
    Json inSaves = Json::object();
    std::int64_t before = 0;
};

/// What is written of a run that is worked off in steps: its journal, its saves, its warnings and
/// its clocks. For the trainer's thread alone.
class RunRecord
{
public:
    struct Settings {
        std::string identity; ///< run::identityOf
        double saveEveryMinutes = 5;
        std::int64_t keptSeq = -1; ///< the journal is kept at least up to this line
    };

    /// Finds the newest save and cuts the journal after the last line that belongs to it: what
    /// comes later a kill undid, and the warnings among it are forgotten with it. Called before the
    /// work warns of anything. Kinds of newestSave and MetricsJournal::open.
    [[nodiscard]] static Result<RunRecord> open(const run::RunFolder& folder,
                                                run::RunControl& control, Settings settings);

    /// From now on this part is worked on.
    void begin(RunPart part) { m_part = std::move(part); }
    /// The save in which an earlier sitting left this part; once.
    [[nodiscard]] std::optional<Save> takeSave();

    /// A line of this part.
    [[nodiscard]] Result<void> append(Json line);
    [[nodiscard]] run::MetricsJournal& journal() { return m_journal; }
    /// Something that happened at a step: into the journal, and through the control into status and
    /// log.
    [[nodiscard]] Result<void> warn(const Warning& warning, std::int64_t step);
    /// The same for what is so; told once in all sittings.
    [[nodiscard]] Result<void> note(const Warnings& findings, std::int64_t step);

    /// Whether this sitting or an earlier one has saved the run.
    [[nodiscard]] bool hasSave() const { return m_saved; }
    /// Whether as much has passed since the last save as the settings say.
    [[nodiscard]] bool saveDue() const;
    /// Seals a save of this part: `step`, `details` and `tensors` are given, the rest is set here.
    /// Kinds of writeSave.
    [[nodiscard]] Result<void> write(Save save);

    /// Seconds since the run began, those of earlier sittings included, pauses not.
    [[nodiscard]] double secondsWorked() const;
    [[nodiscard]] run::Pace& pace() { return m_pace; }

private:
    using Clock = std::chrono::steady_clock;

    RunRecord(const run::RunFolder& folder, run::RunControl& control, Settings settings,
              run::MetricsJournal journal);

    std::filesystem::path m_saves; ///< the folder
    run::RunControl* m_control;
    Settings m_settings;
    run::MetricsJournal m_journal;
    std::optional<Save> m_found;
    RunPart m_part;
    run::Pace m_pace;
    double m_secondsBefore = 0; ///< in earlier sittings
    std::int64_t m_sittings = 1;
    Clock::time_point m_opened, m_lastSave;
    bool m_saved = false; ///< in this sitting or before
};

} // namespace rekindle::train
