#pragma once

#include <optional>
#include <vector>

namespace rekindle::job {

/// What the kernel knows of a thread at a moment.
struct ThreadMoment {
    int core = -1;     ///< where it runs
    double waited = 0; ///< seconds in which it could have run and had no core
};
/// Of the thread that asks; empty where the kernel does not say.
[[nodiscard]] std::optional<ThreadMoment> thisThreadNow();

/// What the kernel knows of some cores at a moment, in seconds.
struct CoresMoment {
    double clock = 0;
    double busy = 0; ///< of all of them together
    double own = 0;  ///< this process's time on any core
};
[[nodiscard]] std::optional<CoresMoment> coresNow(const std::vector<int>& cores);

/// The cores that the calling thread may use, by their numbers.
[[nodiscard]] std::vector<int> coresOfThisThread();
/// Moves the calling thread to these cores; what the kernel refuses stays as it was.
void keepThisThreadOn(const std::vector<int>& cores);

/// On which cores a team of threads works that wait for each other some thousand times a second.
/// One whose core another program keeps busy comes late every time, and all wait: two threads that
/// share a core nobody else uses are then faster than one on each. How many there are, and so what
/// they compute, stays the same.
class TeamCores
{
public:
    /// Cores that the team may use, all of them to begin with.
    explicit TeamCores(std::vector<int> cores) : m_all(std::move(cores)) {}

    [[nodiscard]] const std::vector<int>& all() const { return m_all; }
    /// Those that the team keeps off.
    [[nodiscard]] const std::vector<int>& left() const { return m_left; }
    /// Says, about once a second, how the team's threads fared, what all cores did and how long in
    /// all those that are left were busy; answers which cores the team is to use from now on, where
    /// that changes.
    [[nodiscard]] std::optional<std::vector<int>> look(const std::vector<ThreadMoment>& team,
                                                       const CoresMoment& now, double leftBusy);

private:
    [[nodiscard]] std::vector<int> freeCores(const std::vector<ThreadMoment>& team,
                                             double seconds) const;

    std::vector<int> m_all;
    std::vector<int> m_left;
    int m_times = 0;                  ///< looks in a row that asked for a change
    std::vector<ThreadMoment> m_team; ///< at the last look
    CoresMoment m_cores;
    double m_leftBusy = 0;
};

} // namespace rekindle::job
