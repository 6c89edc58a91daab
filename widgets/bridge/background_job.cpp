#include "widgets/bridge/background_job.h"

#include "core/base/check.h"
#include "widgets/bridge/window_threads.h"

#include <atomic>
#include <utility>

namespace rekindle::bridge {

namespace {
constexpr int kPollMs = 50;
}

/// What the thread and the object both hold.
struct BackgroundJob::Shared {
    explicit Shared(QObject* owner) : mailbox(owner) {}

    Mailbox mailbox;
    std::stop_source stop;
    std::atomic<quint64> count{0}, total{0};
    std::atomic<const char*> what{nullptr}; ///< stage names are literals
};

BackgroundJob::BackgroundJob(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kPollMs);
    connect(&m_timer, &QTimer::timeout, this, &BackgroundJob::poll);
}

BackgroundJob::~BackgroundJob()
{
    if (!m_shared)
        return;
    m_shared->mailbox.close();
    m_shared->stop.request_stop();
}

void BackgroundJob::cancel()
{
    if (m_shared)
        m_shared->stop.request_stop();
}

void BackgroundJob::start(std::function<void(const job::Watch&)> work, Done done)
{
    RK_ASSERT(!running());
    m_shared = std::make_shared<Shared>(this);
    m_done = std::move(done);
    m_timer.start();
    const bool started = startThread([this, shared = m_shared, work = std::move(work)]() mutable {
        job::Watch watch;
        watch.stop = shared->stop.get_token();
        watch.progress = [&shared](const job::Progress& progress) {
            shared->count = progress.done;
            shared->total = progress.total;
            shared->what = progress.what.data();
        };
        work(watch);
        work = nullptr;
        shared->mailbox.post([this] { finish({}); });
    });
    if (started)
        return;
    const Error error{ErrorKind::Memory,
                      "The system has no more threads for this work",
                      {},
                      "Close other programs and try again."};
    m_shared->mailbox.post([this, error] { finish(error); });
}

void BackgroundJob::poll()
{
    const char* what = m_shared ? m_shared->what.load() : nullptr;
    if (what != nullptr)
        Q_EMIT progressed(m_shared->count, m_shared->total, QString::fromUtf8(what));
}

void BackgroundJob::finish(const std::optional<Error>& notStarted)
{
    m_timer.stop();
    m_shared.reset();
    const auto done = std::exchange(m_done, nullptr);
    Q_EMIT ended();
    if (done)
        done(notStarted);
}

} // namespace rekindle::bridge
