#include "widgets/bridge/background_job.h"

#include "core/base/check.h"

namespace rekindle::bridge {

namespace {
constexpr int kPollMs = 50;
}

BackgroundJob::BackgroundJob(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kPollMs);
    connect(&m_timer, &QTimer::timeout, this, &BackgroundJob::poll);
}

BackgroundJob::~BackgroundJob()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void BackgroundJob::cancel()
{
    m_thread.request_stop();
}

void BackgroundJob::start(std::function<void(const job::Watch&)> work, std::function<void()> done)
{
    RK_ASSERT(!m_running);
    if (m_thread.joinable())
        m_thread.join();
    m_running = true;
    m_done = std::move(done);
    m_count = 0;
    m_total = 0;
    m_what = nullptr;
    m_timer.start();
    m_thread = std::jthread([this, work = std::move(work)](const std::stop_token& stop) {
        job::Watch watch;
        watch.stop = stop;
        watch.progress = [this](const job::Progress& progress) {
            m_count = progress.done;
            m_total = progress.total;
            m_what = progress.what.data();
        };
        work(watch);
        // The object outlives this thread, so the call finds it or is dropped with it.
        QMetaObject::invokeMethod(this, &BackgroundJob::finish, Qt::QueuedConnection);
    });
    Q_EMIT started();
}

void BackgroundJob::poll()
{
    const char* what = m_what.load();
    if (what != nullptr)
        Q_EMIT progressed(m_count, m_total, QString::fromUtf8(what));
}

void BackgroundJob::finish()
{
    m_timer.stop();
    m_running = false;
    const auto done = std::exchange(m_done, nullptr);
    Q_EMIT ended();
    if (done)
        done();
}

} // namespace rekindle::bridge
