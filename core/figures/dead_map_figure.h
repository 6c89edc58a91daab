#pragma once

#include "core/figures/norm_figure.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::figures {

/// A filter that a repair put another in place of.
struct ReplacedFilter {
    std::string layer;
    std::int64_t filter = 0;
    std::int64_t donor = -1; ///< -1: a new random one
    double normBefore = 0;
};

/// The dead-filter map: a strip a layer, its filters from the shortest to the longest, as colour
/// their norm; dead and replaced ones are marked. Each cell tells which filter it is.
[[nodiscard]] Figure deadMapFigure(const NormInput& input,
                                   const std::vector<ReplacedFilter>& replaced = {});

} // namespace rekindle::figures
