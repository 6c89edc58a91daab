#include "widgets/bridge/window_threads.h"

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <thread>

namespace rekindle::bridge {
namespace {

constexpr std::chrono::milliseconds kPatience(1500);

struct Census {
    std::mutex mutex;
    std::condition_variable changed;
    int threads = 0;
};

/// Never destroyed: a thread that outlives main still signs off here.
Census& census()
{
    static auto* const kCensus = new Census;
    return *kCensus;
}

void count(int more)
{
    const std::scoped_lock lock(census().mutex);
    census().threads += more;
    census().changed.notify_all();
}

} // namespace

void Mailbox::post(std::function<void()> call)
{
    const std::scoped_lock lock(m_mutex);
    if (m_owner != nullptr)
        QMetaObject::invokeMethod(m_owner, std::move(call), Qt::QueuedConnection);
}

void Mailbox::close()
{
    const std::scoped_lock lock(m_mutex);
    m_owner = nullptr;
}

bool startThread(std::function<void()> body)
{
    count(1);
    try {
        std::thread([body = std::move(body)]() mutable {
            body();
            body = nullptr; // what it holds goes before it signs off
            count(-1);
        }).detach();
    } catch (const std::system_error&) {
        count(-1);
        return false;
    }
    return true;
}

bool waitForThreads(std::chrono::milliseconds patience)
{
    std::unique_lock lock(census().mutex);
    return census().changed.wait_for(lock, patience, [] { return census().threads == 0; });
}

int leave(int code)
{
    if (waitForThreads(kPatience))
        return code;
    std::fflush(nullptr);
    std::_Exit(code);
}

} // namespace rekindle::bridge
