#pragma once

#include "widgets/bridge/run_watch.h"

#include <map>
#include <vector>

namespace rekindle::bridge {

/// A run that came to its end while somebody followed it.
struct EndedRun {
    QString label;
    bool failed = false;
    QString why; ///< of a failure
};

/// Notices runs that were open at one look and have ended at the next. What had ended when it was
/// first seen is no news, and neither is what somebody paused or cancelled.
class EndedRuns
{
public:
    [[nodiscard]] std::vector<EndedRun> look(const RunViews& runs);

private:
    std::map<std::filesystem::path, bool> m_open;
};

} // namespace rekindle::bridge
