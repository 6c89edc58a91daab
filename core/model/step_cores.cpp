#include "core/model/step_cores_torch.h"

#include <ATen/Parallel.h>

#include <chrono>

namespace rekindle::model {
namespace {

constexpr double kSeconds = 1.0;

double clockSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

StepCores::StepCores() : m_cores(job::coresOfThisThread()), m_threads(at::get_num_threads()) {}

StepCores::~StepCores()
{
    if (m_moved)
        keepTeamOn(m_cores.all());
}

/// Empty where the kernel does not say, or the threads are not as many as are to compute.
std::vector<job::ThreadMoment> StepCores::team() const
{
    std::vector<std::optional<job::ThreadMoment>> each(static_cast<std::size_t>(m_threads));
    at::parallel_for(0, m_threads, 1, [&](std::int64_t begin, std::int64_t /*end*/) {
        each[static_cast<std::size_t>(begin)] = job::thisThreadNow();
    });
    std::vector<job::ThreadMoment> team;
    for (const auto& moment : each) {
        if (!moment)
            return {};
        team.push_back(*moment);
    }
    return team;
}

void StepCores::keepTeamOn(const std::vector<int>& cores) const
{
    at::parallel_for(0, m_threads, 1,
                     [&](std::int64_t, std::int64_t) { job::keepThisThreadOn(cores); });
}

void StepCores::afterStep()
{
    if (m_threads < 2 || m_cores.all().size() < 2)
        return;
    const double now = clockSeconds();
    if (now < m_next)
        return;
    m_next = now + kSeconds;
    const auto cores = job::coresNow(m_cores.all());
    if (!cores)
        return;
    const auto left = job::coresNow(m_cores.left());
    if (const auto wanted = m_cores.look(team(), *cores, left ? left->busy : 0)) {
        keepTeamOn(*wanted);
        m_moved = wanted->size() < m_cores.all().size();
    }
}

} // namespace rekindle::model
