#pragma once

#include "core/inspect/weight_report.h"
#include "core/repair/repair.h"

#include <QString>

namespace rekindle::panels {

/// What a repair did, in a sentence.
[[nodiscard]] QString repairSummary(const repair::RepairReport& report);
/// What a repair would find.
[[nodiscard]] QString repairOutlook(const inspect::WeightReport& report);
/// Why a repair with these settings changed nothing.
[[nodiscard]] QString nothingText(const repair::RepairReport& report);
/// The proof in plain words; says so when there is none.
[[nodiscard]] QString proofText(const repair::RepairReport& report);

} // namespace rekindle::panels
