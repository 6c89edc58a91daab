#include "widgets/bridge/study_session.h"

#include "core/dataset/manifest_file.h"

#include <QTimer>

namespace rekindle::bridge {
namespace {

/// The same value as before while the images are the same, so that pages need not look closer.
std::shared_ptr<const dataset::Manifest>
readImages(const study::Study& study, const std::shared_ptr<const dataset::Manifest>& before = {})
{
    if (study.images.empty())
        return nullptr;
    auto manifest = study::images(study);
    if (!manifest)
        return nullptr;
    if (before && before->folder == manifest->folder &&
        before->problems.size() == manifest->problems.size() &&
        before->contentHash() == manifest->contentHash())
        return before;
    return std::make_shared<const dataset::Manifest>(*std::move(manifest));
}

} // namespace

StudySession::StudySession(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::progressed, this, &StudySession::progressed);
}

void StudySession::open(Opener opener, Done done)
{
    enqueue({[opener = std::move(opener)](const job::Watch& watch) -> Result<Loaded> {
                 RK_TRY(study::Study study, opener(watch));
                 auto manifest = readImages(study);
                 return Loaded{std::move(study), std::move(manifest)};
             },
             std::move(done), true});
}

void StudySession::openFolder(const std::filesystem::path& folder, Done done)
{
    open([folder](const job::Watch&) { return study::openStudy(folder); }, std::move(done));
}

void StudySession::perform(Work work, Done done)
{
    if (!m_study) {
        if (done)
            done(fail(ErrorKind::Usage, "No study is open", {}, "Make or open one first."));
        return;
    }
    enqueue({[folder = m_study->folder, before = m_manifest,
              work = std::move(work)](const job::Watch& watch) -> Result<Loaded> {
                 RK_TRY(study::Study study, study::openStudy(folder));
                 RK_CHECK(work(study, watch));
                 auto manifest = readImages(study, before);
                 return Loaded{std::move(study), std::move(manifest)};
             },
             std::move(done), false});
}

void StudySession::enqueue(Task task)
{
    m_queue.push_back(std::move(task));
    if (!m_job.running() && !m_ending)
        next();
}

void StudySession::next()
{
    if (m_queue.empty())
        return;
    Task task = std::move(m_queue.front());
    m_queue.pop_front();
    Q_EMIT busyChanged(true);
    m_job.run<Loaded>(std::move(task.work),
                      [this, done = std::move(task.done), opens = task.opens](
                          Result<Loaded> result) { take(std::move(result), done, opens); });
}

void StudySession::take(Result<Loaded> result, const Done& done, bool opens)
{
    // Work that was asked for on a study that is no longer open changed its files, not this window.
    const bool ours = result && (opens || !m_study || m_study->folder == result->study.folder);
    if (ours) {
        m_study = std::move(result->study);
        m_manifest = std::move(result->manifest);
        if (opens)
            Q_EMIT opened();
        Q_EMIT changed();
    } else if (!result && !done) {
        Q_EMIT failed(result.error());
    }
    // After what is waiting to be painted or clicked: pages are filled in this event, and what
    // comes next fills others.
    m_ending = true;
    auto outcome = result ? Result<void>{} : Result<void>(fail(result.error()));
    QTimer::singleShot(1, this, [this, done, outcome = std::move(outcome)] { end(outcome, done); });
}

void StudySession::end(const Result<void>& outcome, const Done& done)
{
    if (done)
        done(outcome);
    m_ending = false;
    next();
    if (!busy())
        Q_EMIT busyChanged(false);
}

} // namespace rekindle::bridge
