#include "core/run/run_control.h"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace rekindle::run {
namespace {

constexpr std::size_t kSteps = 200;
constexpr std::size_t kFewestSteps = 5;
constexpr double kFewestSeconds = 2;

} // namespace

void RunControl::ask(Request request)
{
    if (request == Request::None)
        return;
    Request now = m_request.load();
    while (now != Request::Cancel && !m_request.compare_exchange_weak(now, request)) {
    }
    if (request == Request::Pause || request == Request::Cancel)
        m_stop.request_stop();
}

void RunControl::report(const Status& progress)
{
    const std::scoped_lock lock(m_mutex);
    m_progress = progress;
}

void RunControl::warn(Warning warning)
{
    const std::scoped_lock lock(m_mutex);
    m_warnings.add(std::move(warning));
}

void RunControl::note(const Warnings& findings)
{
    for (const Warning& finding : findings.items()) {
        if (!warnings().holds(finding))
            warn(finding);
    }
}

Status RunControl::progress() const
{
    const std::scoped_lock lock(m_mutex);
    Status progress = m_progress;
    progress.warnings = m_warnings;
    return progress;
}

Warnings RunControl::warnings() const
{
    const std::scoped_lock lock(m_mutex);
    return m_warnings;
}

void RunControl::recall(const Warnings& earlier)
{
    const std::scoped_lock lock(m_mutex);
    m_warnings = earlier;
}

void Pace::step(std::int64_t images)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    stepAt(std::chrono::duration<double>(now).count(), images);
}

void Pace::stepAt(double seconds, std::int64_t images)
{
    if (m_last >= 0) {
        if (m_times.size() < kSteps) {
            m_times.push_back(seconds - m_last);
            m_images.push_back(images);
        } else {
            m_times[m_next] = seconds - m_last;
            m_images[m_next] = images;
        }
        m_next = (m_next + 1) % kSteps;
    } else {
        m_first = seconds;
    }
    m_last = seconds;
}

double Pace::median() const
{
    if (m_times.size() < kFewestSteps || m_last - m_first < kFewestSeconds)
        return 0;
    std::vector<double> sorted = m_times;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

double Pace::imagesPerSecond() const
{
    const double seconds = median();
    if (seconds <= 0)
        return 0;
    const auto images = std::accumulate(m_images.begin(), m_images.end(), std::int64_t{0});
    return static_cast<double>(images) / static_cast<double>(m_images.size()) / seconds;
}

double Pace::secondsLeft(std::int64_t stepsLeft) const
{
    const double seconds = median();
    return seconds <= 0 ? -1 : seconds * static_cast<double>(stepsLeft);
}

} // namespace rekindle::run
