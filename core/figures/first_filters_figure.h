#pragma once

#include "core/figures/figure.h"
#include "core/inspect/first_filters.h"

#include <string>

namespace rekindle::figures {

/// The first layer's filters as pictures, in the file's order; dead ones are marked.
[[nodiscard]] Figure firstFiltersFigure(const std::string& name,
                                        const inspect::FirstFilters& filters, double deadBelow);

} // namespace rekindle::figures
