#pragma once

#include "core/base/result.h"
#include "core/figures/figure.h"
#include "core/inspect/first_filters.h"
#include "core/inspect/weight_report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rekindle::cli {

/// Which picture of the weights `inspect` is to draw, and how.
struct FigureWishes {
    std::string file; ///< empty: none
    std::string show = "distributions";
    std::string part; ///< a layer, block or stage
    std::string arrange = "overlay";
    bool counts = false, density = false;
    bool logarithmicX = false, logarithmicY = false;

    [[nodiscard]] bool wantsFilters() const { return !file.empty() && show == "filters"; }
};

struct DrawnWeights {
    const inspect::WeightReport* report = nullptr;
    const inspect::FirstFilters* filters = nullptr; ///< where they are wanted
    std::filesystem::path file;                     ///< a repair's report may lie beside it
};

void addFigureWishes(CLI::App& verb, FigureWishes& wishes);
/// Kind Usage: wishes that contradict each other, more weights than can be told apart.
[[nodiscard]] Result<void> checkWishes(const FigureWishes& wishes, std::size_t weights);
/// Kind Usage when the first weights have no such layer, block or stage.
[[nodiscard]] Result<void> checkPart(const FigureWishes& wishes,
                                     const inspect::WeightReport& report);
[[nodiscard]] Result<figures::Figure> inspectFigure(const FigureWishes& wishes,
                                                    const std::vector<DrawnWeights>& weights);

} // namespace rekindle::cli
