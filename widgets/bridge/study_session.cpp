#include "widgets/bridge/study_session.h"

#include "widgets/bridge/background_job.h"

namespace rekindle::bridge {

namespace {
constexpr int kLookMs = 2000;
}

StudySession::StudySession(QObject* parent)
    : QObject(parent), m_job(std::make_unique<BackgroundJob>()),
      m_lookJob(std::make_unique<BackgroundJob>())
{
    m_lookTimer.setInterval(kLookMs);
    connect(&m_lookTimer, &QTimer::timeout, this, &StudySession::lookForOther);
}

StudySession::~StudySession() = default;

bool StudySession::busy() const
{
    return m_job->running() || m_ending || !m_queue.empty();
}

bool StudySession::isCurrent(const StudyToken& token) const
{
    return m_study && token == this->token();
}

void StudySession::cancel()
{
    m_job->cancel();
}

void StudySession::open(Opener opener, Done done)
{
    enqueue({[opener = std::move(opener)](const job::Watch& watch) -> Result<Loaded> {
                 RK_TRY(study::Study study, opener(watch));
                 StudyImages images = readStudyImages(study, {});
                 WindowHold hold = study.readOnly ? WindowHold{} : holdStudy(study.folder);
                 return Loaded{std::move(study), std::move(images), std::move(hold)};
             },
             std::move(done), std::nullopt, false});
}

void StudySession::openFolder(const std::filesystem::path& folder, Done done)
{
    open([folder](const job::Watch&) { return study::openStudy(folder); }, std::move(done));
}

StudySession::Task StudySession::change(const StudyToken& token, Work work, Done done) const
{
    return {[folder = token.folder(), before = m_images,
             work = std::move(work)](const job::Watch& watch) -> Result<Loaded> {
                RK_TRY(study::Study study, study::openStudy(folder));
                RK_CHECK(work(study, watch));
                StudyImages images = readStudyImages(study, before);
                return Loaded{std::move(study), std::move(images), {}};
            },
            std::move(done), token, false};
}

void StudySession::perform(Work work, Done done)
{
    if (m_study) {
        enqueue(change(token(), std::move(work), std::move(done)));
        return;
    }
    if (done)
        done(fail(ErrorKind::Usage, "No study is open", {}, "Make or open one first."));
}

void StudySession::perform(const StudyToken& token, Work work, Done done)
{
    Task task = change(token, std::move(work), std::move(done));
    task.tells = true;
    enqueue(std::move(task));
}

void StudySession::tellElsewhere(const StudyToken& token, const Result<void>& outcome)
{
    // A wish to stop that was heard needs no answer on another study's page.
    if (outcome || outcome.error().kind != ErrorKind::Cancelled)
        Q_EMIT endedElsewhere(token.folder(), outcome);
}

void StudySession::enqueue(Task task)
{
    m_queue.push_back(std::move(task));
    if (!m_job->running() && !m_ending)
        next();
}

void StudySession::next()
{
    if (m_queue.empty())
        return;
    auto task = std::make_shared<Task>(std::move(m_queue.front()));
    m_queue.pop_front();
    Q_EMIT busyChanged(true);
    m_job->run<Loaded>(std::move(task->work),
                       [this, task](Result<Loaded> result) { take(std::move(result), *task); });
}

void StudySession::take(Result<Loaded> result, const Task& task)
{
    const bool opens = !task.token;
    if (result && (opens || (m_study && m_study->folder == result->study.folder))) {
        m_study = std::move(result->study);
        m_images = std::move(result->images);
        if (opens) {
            m_lock = std::move(result->hold.lock);
            m_other = std::move(result->hold.other);
            m_other ? m_lookTimer.start() : m_lookTimer.stop();
        }
        m_study->readOnly = m_study->readOnly || m_other.has_value();
        if (opens) {
            ++m_opening;
            Q_EMIT opened();
        }
        Q_EMIT changed();
    } else if (!result && !task.done && (opens || isCurrent(*task.token))) {
        Q_EMIT failed(result.error());
    }
    // After what is waiting to be painted or clicked: pages are filled in this event, and what
    // comes next fills others.
    m_ending = true;
    auto outcome = result ? Result<void>{} : Result<void>(fail(result.error()));
    QTimer::singleShot(1, this, [this, task, outcome = std::move(outcome)] { end(outcome, task); });
}

void StudySession::lookForOther()
{
    if (!m_study || m_lookJob->running())
        return;
    m_lookJob->run<WindowHold>(
        [folder = m_study->folder](const job::Watch&) -> Result<WindowHold> {
            return holdStudy(folder);
        },
        [this, token = token()](const Result<WindowHold>& hold) {
            if (hold)
                takeOver(*hold, token);
        });
}

/// The other window is gone: what it left is read, and may be changed here from now on.
void StudySession::takeOver(const WindowHold& hold, const StudyToken& token)
{
    if (!m_other || !isCurrent(token) || hold.other)
        return;
    m_lookTimer.stop();
    m_lock = hold.lock;
    m_other.reset();
    perform([](study::Study&, const job::Watch&) { return Result<void>(); });
}

void StudySession::end(const Result<void>& outcome, const Task& task)
{
    if (task.token && !isCurrent(*task.token)) {
        if (!outcome || task.tells)
            tellElsewhere(*task.token, outcome);
    } else if (task.done) {
        task.done(outcome);
    }
    m_ending = false;
    next();
    if (!busy())
        Q_EMIT busyChanged(false);
}

} // namespace rekindle::bridge
