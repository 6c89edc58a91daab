#pragma once

#include "core/inspect/weight_report.h"
#include "core/repair/repair.h"
#include "widgets/models/text_table.h"

#include <QString>

#include <vector>

namespace rekindle::panels {

/// What a repair did, in a sentence.
[[nodiscard]] QString repairSummary(const repair::RepairReport& report);
/// What a repair would find.
[[nodiscard]] QString repairOutlook(const inspect::WeightReport& report);
/// Why weights that can only be looked at are not repaired; `why` says what they are.
[[nodiscard]] QString noRepairText(const std::string& why);
/// Why a repair with these settings changed nothing.
[[nodiscard]] QString nothingText(const repair::RepairReport& report);
/// The proof, a row a stage; what is more than the proof allows stands out.
[[nodiscard]] std::vector<models::TextTable::Row> stageRows(const repair::FeatureProof& proof);
/// The proof in plain words; says so when there is none.
[[nodiscard]] QString proofText(const repair::RepairReport& report);

} // namespace rekindle::panels
