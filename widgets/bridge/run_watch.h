#pragma once

#include "core/run/run_folder.h"
#include "core/run/settings.h"
#include "widgets/bridge/run_history.h"
#include "widgets/bridge/run_log.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace rekindle::bridge {

/// One scored epoch of a finished scoring run.
struct ScorePoint {
    double epoch = 0;        ///< passes; not whole where a run was finished early
    double mean = 0, sd = 0; ///< accuracy, share
    double balanced = 0;     ///< mean balanced accuracy
    int repeats = 0;
};

/// One run folder as it stands on the disk.
struct RunView {
    std::filesystem::path folder;
    std::string name;  ///< of the folder
    std::string label; ///< for people: "Pair 1 · P2X", "Pair 1 · P2X · fine-tuning"
    std::string owner; ///< of a score, for people: whose it is, "Pair 1 · P2X"
    bool isScore = false;
    run::Arm arm = run::Arm::Single;
    std::string pair;
    std::optional<run::Settings> settings;
    run::Status status;
    std::optional<Error> problem; ///< a folder that cannot be read
    std::vector<std::int64_t> snapshots;
    std::shared_ptr<const RunHistory> curve; ///< null for a score; grows on
    std::size_t points = 0;                  ///< of its loss when it was looked at
    std::vector<ScorePoint> scores;          ///< of a finished scoring run
    std::string started;                     ///< UTC: the last sitting of a finished scoring run
    std::optional<WentOn> wentOnFrom;   ///< its worker was killed, and the one of now went on here
    std::vector<std::int64_t> wentOnAt; ///< every step after which it went on, for whatever reason

    /// It waits, works, or was killed and will be resumed.
    [[nodiscard]] bool unfinished() const;
};
using RunViews = std::vector<RunView>;

/// Follows the runs of a study on a thread of its own, twice a second, whoever works on them. The
/// GUI thread gets whole values and never touches a file.
class RunWatch : public QObject
{
    Q_OBJECT

public:
    explicit RunWatch(QObject* parent = nullptr);
    ~RunWatch() override;

    /// Empty: follows nothing.
    void follow(const std::filesystem::path& study);
    /// Looks at once instead of at the next half second.
    void hurry();

    [[nodiscard]] const RunViews& views() const { return *m_views; }
    /// Some process works the study's queue off.
    [[nodiscard]] bool working() const { return m_working; }
    /// The followed study has been looked at.
    [[nodiscard]] bool ready() const { return m_ready; }

Q_SIGNALS:
    void changed();

private:
    struct Shared;
    void publish(quint64 generation, std::shared_ptr<const RunViews> views, bool working);

    std::shared_ptr<const RunViews> m_views;
    bool m_working = false;
    bool m_ready = false;
    std::shared_ptr<Shared> m_shared; ///< with the thread
};

} // namespace rekindle::bridge
