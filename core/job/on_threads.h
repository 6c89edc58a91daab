#pragma once

#include "core/job/stop.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace rekindle::job {

/// Calls `body(i)` for every i below `count`, each once, in no order, on up to `threads` threads.
/// The caller's is one of them, and it alone reports progress as `what`. A stop that is asked for
/// is met between two calls. True when all were made. `body` does not throw.
bool onThreads(std::size_t count, int threads, const Watch& watch, std::string_view what,
               const std::function<void(std::size_t)>& body);

} // namespace rekindle::job
