#include "widgets/bridge/ended_runs.h"

#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"

namespace rekindle::bridge {

std::vector<EndedRun> EndedRuns::look(const RunViews& runs)
{
    std::vector<EndedRun> ended;
    std::map<std::filesystem::path, bool> open;
    for (const RunView& run : runs) {
        const bool now = !run.problem && run.unfinished();
        open[run.folder] = now;
        const auto before = m_open.find(run.folder);
        if (now || before == m_open.end() || !before->second || run.problem)
            continue;
        const auto state = run.status.state;
        if (state == run::State::Done)
            ended.push_back({qt(run.label), false, {}});
        else if (state == run::State::Failed)
            ended.push_back(
                {qt(run.label), true, run.status.error ? errorText(*run.status.error) : QString()});
    }
    m_open = std::move(open);
    return ended;
}

} // namespace rekindle::bridge
