#pragma once

#include "widgets/panels/page.h"

namespace rekindle::panels {

enum class RunKind { Pretraining, Score };

/// How far the runs of a kind are, together: done when all are, and not when some were paused,
/// cancelled or have failed.
[[nodiscard]] Mark markOf(const bridge::RunViews& runs, RunKind kind);

} // namespace rekindle::panels
