#include "widgets/bridge/recent_studies.h"

#include "core/study/run_queue.h"
#include "core/study/sample_study.h"
#include "widgets/bridge/background_job.h"
#include "widgets/bridge/qt_text.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace rekindle::bridge {
namespace {

namespace fs = std::filesystem;
constexpr qsizetype kKept = 8;

QString key()
{
    return QStringLiteral("recent");
}

using Studies = std::vector<RecentStudy>;

QDateTime changedAt(const fs::path& folder)
{
    return QFileInfo(qtPath(folder / "study.json")).lastModified();
}

RecentStudy lookAt(const fs::path& folder)
{
    RecentStudy found;
    found.folder = folder;
    found.working = study::queueIsWorked(folder);
    found.changed = changedAt(folder);
    const auto opened = study::openStudy(folder);
    if (!opened)
        return found;
    found.title = qt(opened->title);
    for (const fs::path& path : study::runFolders(*opened)) {
        const auto run = run::RunFolder::open(path);
        const auto status = run ? run->status() : Result<run::Status>(fail(run.error()));
        if (!status)
            continue;
        ++found.runs;
        found.done += status->state == run::State::Done ? 1 : 0;
        if (!found.working)
            continue;
        found.waiting += status->state == run::State::Queued ? 1 : 0;
        const bool runs =
            status->state == run::State::Running || status->state == run::State::Finishing;
        found.running += runs && !status->interrupted ? 1 : 0;
    }
    return found;
}

Studies existing()
{
    Studies studies;
    for (const QString& entry : QSettings().value(key()).toStringList()) {
        std::error_code code;
        const fs::path folder = fsPath(entry);
        if (fs::exists(folder / "study.json", code))
            studies.push_back(lookAt(folder));
    }
    return studies;
}

} // namespace

RecentStudies::RecentStudies(QObject* parent)
    : QObject(parent), m_job(std::make_unique<BackgroundJob>())
{
}

RecentStudies::~RecentStudies() = default;

void RecentStudies::read()
{
    if (m_job->running())
        return;
    m_job->run<Studies>(
        [](const job::Watch&) -> Result<Studies> { return existing(); },
        [this](const Result<Studies>& studies) { Q_EMIT found(studies ? *studies : Studies{}); });
}

void rememberStudy(const fs::path& folder)
{
    QSettings settings;
    QStringList entries = settings.value(key()).toStringList();
    entries.removeAll(qtPath(folder));
    entries.prepend(qtPath(folder));
    settings.setValue(key(), QStringList(entries.mid(0, kKept)));
}

fs::path studiesFolder()
{
    const QString chosen = qEnvironmentVariable("REKINDLE_STUDIES");
    if (!chosen.isEmpty())
        return fsPath(chosen);
    return fsPath(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)) / "Rekindle";
}

fs::path freeStudyFolder(const std::string& stem)
{
    std::error_code code;
    fs::path folder = studiesFolder() / stem;
    for (int number = 2; fs::exists(folder, code); ++number)
        folder = studiesFolder() / (stem + "-" + std::to_string(number));
    return folder;
}

std::optional<fs::path> finishedExample()
{
    const auto sample = study::sampleFolder();
    std::error_code code;
    if (sample && fs::exists(*sample / "finished" / "study.json", code))
        return *sample / "finished";
    return std::nullopt;
}

} // namespace rekindle::bridge
