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

/// Where the newest worker went on although the one before it was killed.
struct WentOn {
    std::int64_t step = 0;         ///< 0: nothing was saved yet, and it began anew
    std::int64_t lostSeconds = -1; ///< of work that is done again; -1 where the log does not say
    bool operator==(const WentOn&) const = default;
};
/// What a log says of it. Nothing after a pause, an ordinary end, or while the newest worker has
/// not said yet where it went on.
[[nodiscard]] std::optional<WentOn> wentOnFrom(std::string_view log);

/// Every step after which a worker went on, in order, whatever stopped the one before it.
[[nodiscard]] std::vector<std::int64_t> wentOnAt(std::string_view log);

} // namespace rekindle::bridge
