#include "core/job/team_cores.h"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <sched.h>
#include <set>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace rekindle::job {
namespace {

/// Shares of the time between two looks.
constexpr double kWaits = 0.25;     ///< a thread that is held up
constexpr double kRuns = 0.1;       ///< one that is not
constexpr double kOthersWork = 0.5; ///< cores' worth of others' work that is worth to go out of
constexpr double kOthersRest = 0.3; ///< that is none any more
constexpr int kTimes = 2;           ///< a moment's work of others is none to move for

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

} // namespace

std::optional<ThreadMoment> thisThreadNow()
{
    // Nanoseconds it ran, nanoseconds it waited, times it was run.
    std::ifstream file("/proc/thread-self/schedstat");
    std::uint64_t ran = 0, waited = 0;
    if (!(file >> ran >> waited))
        return std::nullopt;
    return ThreadMoment{::sched_getcpu(), 1e-9 * static_cast<double>(waited)};
}

std::optional<CoresMoment> coresNow(const std::vector<int>& cores)
{
    const std::set<int> asked(cores.begin(), cores.end());
    const auto perSecond = static_cast<double>(::sysconf(_SC_CLK_TCK));
    std::ifstream file("/proc/stat");
    CoresMoment now;
    bool found = false;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        if (!name.starts_with("cpu") || name.size() == 3)
            continue;
        // user, nice, system, idle, waiting for a drive, interrupts of two kinds, stolen.
        double user = 0, nice = 0, system = 0, idle = 0, waiting = 0, hard = 0, soft = 0,
               stolen = 0;
        words >> user >> nice >> system >> idle >> waiting >> hard >> soft >> stolen;
        if (!words || !asked.contains(std::atoi(name.c_str() + 3)))
            continue;
        now.busy += (user + nice + system + hard + soft + stolen) / perSecond;
        found = true;
    }
    timespec clock{};
    rusage used{};
    if (!found || ::clock_gettime(CLOCK_MONOTONIC, &clock) != 0 ||
        ::getrusage(RUSAGE_SELF, &used) != 0)
        return std::nullopt;
    now.clock = static_cast<double>(clock.tv_sec) + 1e-9 * static_cast<double>(clock.tv_nsec);
    now.own = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
    return now;
}

std::vector<int> coresOfThisThread()
{
    std::vector<int> cores;
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) != 0)
        return cores;
    for (int core = 0; core < CPU_SETSIZE; ++core) {
        if (CPU_ISSET(static_cast<unsigned>(core), &set))
            cores.push_back(core);
    }
    return cores;
}

void keepThisThreadOn(const std::vector<int>& cores)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const int core : cores)
        CPU_SET(static_cast<unsigned>(core), &set);
    static_cast<void>(::sched_setaffinity(0, sizeof set, &set));
}

std::vector<int> TeamCores::freeCores(const std::vector<ThreadMoment>& team, double seconds) const
{
    std::set<int> held, running;
    for (std::size_t i = 0; i < team.size(); ++i) {
        const double share = (team[i].waited - m_team[i].waited) / seconds;
        if (share >= kWaits)
            held.insert(team[i].core);
        else if (share < kRuns)
            running.insert(team[i].core);
    }
    std::vector<int> free;
    if (held.empty() || running.empty())
        return free;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(free),
                 [&](int core) { return !held.contains(core); });
    return free;
}

std::optional<std::vector<int>> TeamCores::look(const std::vector<ThreadMoment>& team,
                                                const CoresMoment& now, double leftBusy)
{
    const CoresMoment before = std::exchange(m_cores, now);
    const double leftBefore = std::exchange(m_leftBusy, leftBusy);
    const double seconds = now.clock - before.clock;
    std::vector<int> wanted;
    if (m_team.size() == team.size() && team.size() > 1 && seconds > 0) {
        const double others = ((now.busy - before.busy) - (now.own - before.own)) / seconds;
        if (m_left.empty()) {
            if (others >= kOthersWork)
                wanted = freeCores(team, seconds);
        } else if (others < kOthersRest || (leftBusy - leftBefore) / seconds < kOthersRest ||
                   others > static_cast<double>(m_left.size()) + kOthersWork) {
            // They have gone, or have come after. How long the team's threads wait says nothing
            // now: they take turns.
            wanted = m_all;
        }
    }
    m_team = team;
    m_times = wanted.empty() ? 0 : m_times + 1;
    if (m_times < kTimes)
        return std::nullopt;
    m_times = 0;
    m_left.clear();
    m_leftBusy = 0;
    std::set_difference(m_all.begin(), m_all.end(), wanted.begin(), wanted.end(),
                        std::back_inserter(m_left));
    m_team.clear(); // the next look begins anew
    return wanted;
}

} // namespace rekindle::job
