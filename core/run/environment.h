#pragma once

#include "core/base/json.h"
#include "core/run/run_folder.h"

#include <string_view>

namespace rekindle::run {

/// "0.1.0"
[[nodiscard]] std::string_view programVersion();

/// What this process runs on: program, compiler, system, processor, cores, memory. No name of a
/// user or computer.
[[nodiscard]] Json environmentJson();

/// Writes environment.json: environmentJson() with `engine` (versions of libraries, threads,
/// device) beside it where given. The worker writes it at its start, the engine once more when it
/// knows its own part.
[[nodiscard]] Result<void> writeEnvironment(const RunFolder& folder, const Json& engine = {});

} // namespace rekindle::run
