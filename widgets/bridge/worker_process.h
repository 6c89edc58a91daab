#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/job/stop.h"

#include <QStringList>

#include <filesystem>

namespace rekindle::bridge {

/// The command line that works for the window: $REKINDLE_CLI, else `rekindle-cli` beside this
/// program.
[[nodiscard]] std::filesystem::path workerProgram();

/// One call of the command line that answers with a JSON object on standard output. Waits for it,
/// so not on the window's thread; a wish to stop ends the worker, and the progress that it writes
/// on standard error is passed on. Kind Cancelled then, WorkerDied
/// with what it said last for one that ends without an answer, NotFound where there is none, and
/// whatever error the worker answers with.
[[nodiscard]] Result<Json> runWorker(const QStringList& arguments, const job::Watch& watch);

} // namespace rekindle::bridge
