#pragma once

#include "core/job/team_cores.h"

#include <vector>

namespace rekindle::model {

/// Keeps the threads that compute steps on the processor off cores that other programs keep busy
/// (job::TeamCores). Belongs to the thread that makes the steps.
class StepCores
{
public:
    StepCores();
    ~StepCores();
    StepCores(const StepCores&) = delete;
    StepCores& operator=(const StepCores&) = delete;

    /// Between two steps: looks about once a second, which takes some microseconds a thread.
    void afterStep();

private:
    [[nodiscard]] std::vector<job::ThreadMoment> team() const;
    void keepTeamOn(const std::vector<int>& cores) const;

    job::TeamCores m_cores;
    int m_threads = 1;
    bool m_moved = false;
    double m_next = 0; ///< when to look again, by the clock of steps
};

} // namespace rekindle::model
