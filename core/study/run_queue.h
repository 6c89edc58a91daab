#pragma once

#include "core/base/warning.h"
#include "core/job/child_process.h"
#include "core/study/study.h"

#include <functional>

namespace rekindle::study {

/// Called after each run of the queue, with its folder and how it stands.
using QueueListener =
    std::function<void(const std::filesystem::path& run, const run::Status& status)>;

struct QueueOutcome {
    int finished = 0;  ///< runs
    Warnings warnings; ///< runs that were passed over since they could not be read or marked
};

/// Works the queue off in its order, each run in a process of its own
/// (`<program> work <run> --quiet`) and as many beside each other as the study asks for
/// (Study::runsAtOnce) and the machine has cores and memory for, so that a crash of one is a Failed
/// run and not the end: a worker that dies is started again, and the run has failed with how it
/// died when the second one gets no further. Takes the study's queue lock (Busy: somebody works on
/// it already). Looks at study.json anew before each run, so runs planned meanwhile are taken
/// along. Paused, failed and cancelled runs are passed over, but a run that failed for something
/// that can pass (disk, memory, device) waits again, with its reason, for the next call; an
/// interrupted one (killed) is resumed; a score whose run is not Done is passed over. While a run
/// of the queue has another worker it waits. Stops, passing the signal on, when `interrupt` returns
/// one.
[[nodiscard]] Result<QueueOutcome> workQueue(const std::filesystem::path& study,
                                             const std::filesystem::path& program,
                                             const QueueListener& listener,
                                             int (*interrupt)() = nullptr);

/// Whether some process works this study's queue off.
[[nodiscard]] bool queueIsWorked(const std::filesystem::path& study);

/// Starts `<program> study run <study>` detached, unless the queue is worked already.
[[nodiscard]] Result<void> startQueue(const std::filesystem::path& study,
                                      const std::filesystem::path& program);

} // namespace rekindle::study
