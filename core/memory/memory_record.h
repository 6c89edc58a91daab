#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/run/run_folder.h"

#include <cstdint>
#include <filesystem>

namespace rekindle::memory {

/// memory.json of a run under a limit of memory: how it is worked off (choiceJson) and, once it
/// has ended, what it took.
[[nodiscard]] std::filesystem::path memoryFile(const run::RunFolder& folder);

/// By the worker. `peak` in bytes; 0 = not known yet. Kinds Io, Space.
[[nodiscard]] Result<void> writeMemory(const run::RunFolder& folder, const Json& choice,
                                       std::int64_t peak);

/// What stands there, for the JSON of verbs; null where there is none.
[[nodiscard]] Json readMemory(const run::RunFolder& folder);

/// The most memory that this process has had, bytes; 0 where nobody tells.
[[nodiscard]] std::int64_t peakMemory();

} // namespace rekindle::memory
