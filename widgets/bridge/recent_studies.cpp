#include "widgets/bridge/recent_studies.h"

#include "core/study/sample_study.h"
#include "widgets/bridge/background_job.h"
#include "widgets/bridge/qt_text.h"

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

using Folders = std::vector<fs::path>;

Folders existing()
{
    Folders folders;
    for (const QString& entry : QSettings().value(key()).toStringList()) {
        std::error_code code;
        const fs::path folder = fsPath(entry);
        if (fs::exists(folder / "study.json", code))
            folders.push_back(folder);
    }
    return folders;
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
    m_job->run<Folders>(
        [](const job::Watch&) -> Result<Folders> { return existing(); },
        [this](const Result<Folders>& folders) { Q_EMIT found(folders ? *folders : Folders{}); });
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
