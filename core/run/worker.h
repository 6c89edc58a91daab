#pragma once

#include "core/run/run_control.h"

#include <functional>

namespace rekindle::run {

/// The work of one run: called on a thread of its own.
using Work = std::function<Result<Outcome>(const RunFolder& folder, RunControl& control)>;

/// Tells the caller about progress (for a live line); called on the control thread.
using Listener = std::function<void(const Status& status)>;

/// Works a run folder off in this process: takes its lock (Busy), appends to log.txt, runs `work`
/// on a thread of its own, and answers on the calling thread, ten times a second: request.json,
/// SIGINT and SIGTERM (first: Pause; second: exit at once), status.json. Returns the final status;
/// exactly one of Done, Paused, Cancelled, Failed is on the disk when it returns. What `work`
/// throws or returns as an error is a Failed status, not an error of this function; its own errors
/// are Busy and a disk that takes not even the last status.
[[nodiscard]] Result<Status> runWorker(const RunFolder& folder, const Work& work,
                                       const Listener& listener = {});

/// Installs the handlers for SIGINT, SIGTERM (counted) and ignores SIGPIPE and SIGHUP. Call once,
/// early; the second SIGINT or SIGTERM ends the process with code 130, and the workers that it
/// supervises. `interrupts()` says how many
/// arrived, `interruptSignal()` which came first (0: none; fits study::workQueue).
void installSignals();
[[nodiscard]] int interrupts();
[[nodiscard]] int interruptSignal();

} // namespace rekindle::run
