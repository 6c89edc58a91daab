#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::bridge {

/// The end of a run's log.txt, at most 256 KiB of whole lines. Kinds NotFound, Io.
[[nodiscard]] Result<std::string> readLogEnd(const std::filesystem::path& file);

/// The step from which the newest worker went on although the one before it was killed: what a log
/// says of it. Nothing after a pause, an ordinary end, or a worker that began anew.
[[nodiscard]] std::optional<std::int64_t> wentOnFrom(std::string_view log);

/// Every step after which a worker went on, in order, whatever stopped the one before it.
[[nodiscard]] std::vector<std::int64_t> wentOnAt(std::string_view log);

} // namespace rekindle::bridge
