#pragma once

#include "core/inspect/weight_report.h"
#include "core/repair/conv_norm.h"
#include "core/repair/repair.h"

#include <string>

namespace rekindle::repair {

/// Replaces the dead filters of one layer in place (paper 3, Dead filters; recipes 4 f). Donors are
/// live filters as the file held them. `place` is the layer's number in network order and names its
/// random stream; `method` picks the initialiser of a random filter.
void replaceDeadFilters(ConvNorm& layer, const inspect::LayerReport& measured, std::size_t place,
                        const std::string& method, const RepairSettings& settings,
                        RepairReport& report);

} // namespace rekindle::repair
