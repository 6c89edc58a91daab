#pragma once

#include "core/job/child_process.h"
#include "core/run/run_folder.h"

#include <atomic>
#include <optional>

namespace rekindle::run {

/// How a worker ended that did not say it itself: "The worker died with signal 11 (Segmentation
/// fault) at step 57". Kind WorkerDied.
[[nodiscard]] Error diedError(const RunFolder& folder, const Status& status,
                              const job::ChildExit& end);

/// What a worker could not leave in the run's status and said on its standard output instead.
[[nodiscard]] std::optional<Error> saidBy(const job::ChildExit& end);

/// The last word on a run whose worker is gone: a worker that ended without leaving one (its status
/// still says queued, running or finishing) is written down as Failed with diedError(), or as
/// Paused if SIGINT or SIGTERM met it before it listened. Takes the run's lock for it; when
/// somebody else works on the run by then, it is theirs. Returns how the run stands.
[[nodiscard]] Result<Status> settle(const RunFolder& folder, const job::ChildExit& end);

/// So many workers at once can be supervised by one process.
constexpr std::size_t kMostWorkers = 16;

/// A free place for the process group of a worker, for job::Child: a second SIGINT or SIGTERM kills
/// those in all places before it ends this process. Null when all are taken. For one thread.
[[nodiscard]] std::atomic<int>* supervision();

} // namespace rekindle::run
