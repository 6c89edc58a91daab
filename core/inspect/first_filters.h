#pragma once

#include "core/base/result.h"
#include "core/inspect/weight_report.h"

#include <string>
#include <vector>

namespace rekindle::inspect {

/// A filter as a small picture: rows, columns, channels.
struct FilterPicture {
    double norm = 0;
    std::vector<double> values;
};

/// The filters of the first layer, which alone look at pixels and so are pictures themselves.
struct FirstFilters {
    std::string layer;
    int width = 0, height = 0;
    int channels = 1; ///< 3 (as the file orders its colours) or 1
    std::vector<FilterPicture> pictures;
    std::string note; ///< what had to be left out: other channels, other slices
};

/// Of the report's first layer. Three input channels are colours; of others their mean is taken;
/// of a volume the middle slice. Kind Mismatch when the layer's tensor is missing.
[[nodiscard]] Result<FirstFilters> firstFilters(const weights::WeightSet& weights,
                                                const WeightReport& report);

} // namespace rekindle::inspect
