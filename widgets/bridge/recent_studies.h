#pragma once

#include <QDateTime>
#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace rekindle::bridge {

class BackgroundJob;

/// A study that was opened lately, and what goes on in it.
struct RecentStudy {
    std::filesystem::path folder;
    bool working = false;         ///< somebody works its queue off
    int running = 0, waiting = 0; ///< runs, while somebody does
    QString title;                ///< empty where the study cannot be read
    QDateTime changed;            ///< when it was written last
    int runs = 0, done = 0;       ///< pretraining runs and scores
};

/// Studies opened lately, newest first, those that are gone left out. Kept per user. Looks at each
/// folder, which may lie on a slow drive, so it is done in the background.
class RecentStudies : public QObject
{
    Q_OBJECT

public:
    explicit RecentStudies(QObject* parent = nullptr);
    ~RecentStudies() override;
    void read();

Q_SIGNALS:
    void found(const std::vector<rekindle::bridge::RecentStudy>& studies);

private:
    std::unique_ptr<BackgroundJob> m_job;
};

void rememberStudy(const std::filesystem::path& folder);

/// Where new studies go: "Rekindle" in the user's documents, or $REKINDLE_STUDIES.
[[nodiscard]] std::filesystem::path studiesFolder();
/// `stem`, `stem-2`, ...: the first that is not there yet.
[[nodiscard]] std::filesystem::path freeStudyFolder(const std::string& stem);

/// The shipped study with finished results, if it is beside this program.
[[nodiscard]] std::optional<std::filesystem::path> finishedExample();

} // namespace rekindle::bridge
