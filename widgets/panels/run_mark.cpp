#include "widgets/panels/run_mark.h"

namespace rekindle::panels {

Mark markOf(const bridge::RunViews& runs, RunKind kind)
{
    std::size_t count = 0, done = 0;
    for (const bridge::RunView& run : runs) {
        if (run.isScore != (kind == RunKind::Score))
            continue;
        if (run.problem || run.status.state == run::State::Failed || run.status.interrupted)
            return Mark::Needs;
        ++count;
        done += run.status.state == run::State::Done ? 1 : 0;
    }
    if (count == 0)
        return Mark::Empty;
    return done == count ? Mark::Done : Mark::Half;
}

} // namespace rekindle::panels
