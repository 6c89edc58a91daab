#pragma once

#include "widgets/bridge/run_watch.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QDateTime)

namespace rekindle::models {

/// What is still to do in a queue, all runs and scores together.
struct QueueOutlook {
    int running = 0, waiting = 0, paused = 0, failed = 0, cancelled = 0, done = 0;
    /// Of what runs and waits, as far as it can be told: what runs says it itself; what waits takes
    /// as long as one of its kind took or takes, by how much there is to do.
    double secondsLeft = 0;
    int unknown = 0; ///< runs and scores of which nothing can be told yet
};
[[nodiscard]] QueueOutlook outlookOf(const bridge::RunViews& runs);

/// "less than a minute", "12 min", "6 h 40 min", "3 d 4 h".
[[nodiscard]] QString durationText(double seconds);
/// "2 h 10 min left, until Tue 07:10"; "more than" where something is not known yet; "measuring…"
/// where nothing is; empty where nothing is left.
[[nodiscard]] QString timeLeftText(const QueueOutlook& outlook, const QDateTime& now);
/// The queue in a line: what runs, how long all of it takes, and how many stand how. `working`:
/// somebody works it off.
[[nodiscard]] QString queueText(const bridge::RunViews& runs, bool working, const QDateTime& now);

} // namespace rekindle::models
