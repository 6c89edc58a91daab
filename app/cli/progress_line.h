#pragma once

#include "core/job/stop.h"
#include "core/run/run_folder.h"

#include <chrono>
#include <mutex>
#include <string>

namespace rekindle::cli {

/// How far the work is, on standard error: on a terminal one live line, redrawn at most ten times a
/// second; in a pipe or file a plain line at most every 10 s. Safe from any thread.
class ProgressLine
{
public:
    enum class Show { Yes, No };
    explicit ProgressLine(Show show);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine();

    void show(const job::Progress& progress);
    void show(const std::string& name, const run::Status& status);
    /// Takes the live line away, so that something else can be printed.
    void clear();

private:
    void draw(const std::string& text);

    using Clock = std::chrono::steady_clock;
    std::mutex m_mutex;
    bool m_show;
    bool m_terminal;
    bool m_drawn = false;
    Clock::time_point m_last;
};

/// "pair-1-p2x  pretraining  pass 3 of 20  41 %  212 images/s  6 min left"
[[nodiscard]] std::string progressText(const std::string& name, const run::Status& status);

} // namespace rekindle::cli
