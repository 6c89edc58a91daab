#pragma once

#include "core/job/stop.h"
#include "core/repair/repair.h"
#include "core/study/study.h"

#include <QStringList>

#include <filesystem>
#include <optional>
#include <string>

namespace rekindle::panels {

/// Whether weights whose features changed more than the rule promises are to be kept.
enum class Keep { Proved, Whatever };

/// The settings as words of the command line, all of them that a form shows.
[[nodiscard]] QStringList repairWords(const repair::RepairSettings& settings);

/// What the command line made of one wish to repair.
struct RepairTry {
    std::filesystem::path target;
    std::optional<repair::RepairReport> report; ///< null when the answer is of another version

    [[nodiscard]] bool didNothing() const;
    /// The proof found that scaling changed the features more than is allowed.
    [[nodiscard]] bool changedAnswers() const;
};

/// Repairs the study's weights `original` into a new place, with these words of the command line,
/// and fills `tried` in. What did nothing, and what is not to be kept, is taken away again and is
/// an error of kind Usage, so that nobody takes it for weights. Waits for the worker: not on the
/// window's thread.
[[nodiscard]] Result<std::filesystem::path> tryRepair(const study::Study& study,
                                                      const std::string& original,
                                                      const QStringList& settings, Keep keep,
                                                      const job::Watch& watch, RepairTry& tried);

} // namespace rekindle::panels
