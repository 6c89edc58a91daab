#pragma once

#include "core/job/child_process.h"
#include "core/run/run_folder.h"

#include <atomic>

namespace rekindle::run {

/// How a worker ended that did not say it itself: "The worker died with signal 11 (Segmentation
/// fault) at step 57". Kind WorkerDied.
[[nodiscard]] Error diedError(const RunFolder& folder, const Status& status,
                              const job::ChildExit& end);

/// The last word on a run whose worker is gone: a worker that ended without leaving one (its status
/// still says queued, running or finishing) is written down as Failed with diedError(), or as
/// Paused if SIGINT or SIGTERM met it before it listened. Takes the run's lock for it; when
/// somebody else works on the run by then, it is theirs. Returns how the run stands.
[[nodiscard]] Result<Status> settle(const RunFolder& folder, const job::ChildExit& end);

/// The process group that a second SIGINT or SIGTERM kills before it ends this process (0: none);
/// for job::runChild.
[[nodiscard]] std::atomic<int>& supervisedWorker();

} // namespace rekindle::run
