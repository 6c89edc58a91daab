#pragma once

#include "core/base/json.h"
#include "core/base/warning.h"
#include "core/run/run_folder.h"

#include <string_view>

namespace rekindle::run {

/// "0.1.0"
[[nodiscard]] std::string_view programVersion();

/// What this process runs on: program, compiler, system, processor, cores, memory. No name of a
/// user or computer.
[[nodiscard]] Json environmentJson();

/// Writes environment.json, by the worker at its start: environmentJson(), with the engine's part
/// as it was written last.
[[nodiscard]] Result<void> writeEnvironment(const RunFolder& folder);

/// Adds what the engine computes with (versions of libraries, threads, device), once it is known.
/// Warns ("computed_with_another") where an earlier sitting had something else.
[[nodiscard]] Result<Warnings> writeEngine(const RunFolder& folder, const Json& engine);

} // namespace rekindle::run
