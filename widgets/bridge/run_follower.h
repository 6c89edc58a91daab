#pragma once

#include "core/study/study.h"
#include "widgets/bridge/run_watch.h"

#include <map>

namespace rekindle::bridge {

/// Reads the run folders of a study, again and again, without a thread or Qt of its own. Only what
/// is new of each journal is read, a piece at a time, and of its lines the curves alone are kept.
class RunFollower
{
public:
    /// Whether anything differs from the last look.
    bool look(const std::filesystem::path& study);
    [[nodiscard]] RunViews views() const { return m_views; }

private:
    struct Journal {
        std::uint64_t offset = 0;
        std::shared_ptr<RunHistory> curve;
    };
    [[nodiscard]] RunView view(const run::RunFolder& folder, const study::Study& study);
    void readPoints(const run::RunFolder& folder, RunView& view);
    void readLog(const run::RunFolder& folder, RunView& view);
    void readStops(const run::RunFolder& folder, RunView& view);

    RunViews m_views;
    std::map<std::filesystem::path, Journal> m_journals;
    struct Scored {
        std::vector<ScorePoint> points;
        std::string started;
    };
    std::map<std::filesystem::path, Scored> m_scores; ///< of finished scores
    struct Sitting {
        long pid = 0;
        bool told = false; ///< its log says where it went on
        std::optional<WentOn> wentOnFrom;
    };
    std::map<std::filesystem::path, Sitting> m_sittings; ///< of running runs, the newest
    struct Stops {
        long pid = -1;
        bool working = false; ///< its worker has taken a step since
        std::vector<std::int64_t> wentOnAt;
    };
    std::map<std::filesystem::path, Stops> m_stops; ///< of pretraining runs
};

} // namespace rekindle::bridge
