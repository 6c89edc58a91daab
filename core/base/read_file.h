#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace rekindle {

/// The whole of an ordinary file of at most `limit` bytes. The file is opened once and what was
/// opened is what is looked at and read, whatever becomes of its path meanwhile; it is read to its
/// end even if it grows. A FIFO, a folder and a device are errors at once. Kinds NotFound, Io,
/// Limit.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& file, std::uint64_t limit);

} // namespace rekindle
