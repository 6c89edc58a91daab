#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

namespace rekindle::job {

/// How far a piece of work is. `total` 0 means not known yet. `what` is a short word for the stage
/// ("reading images"), in English; front ends translate by stage.
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::string_view what;
};

/// What long functions of the core take: asked for a stop once per item, told about progress. Both
/// may be left empty. The callback runs on the worker's thread and must return at once.
struct Watch {
    std::stop_token stop;
    std::function<void(const Progress&)> progress;

    [[nodiscard]] bool stopping() const { return stop.stop_requested(); }
    void report(std::uint64_t done, std::uint64_t total, std::string_view what) const
    {
        if (progress)
            progress({done, total, what});
    }
};

} // namespace rekindle::job
