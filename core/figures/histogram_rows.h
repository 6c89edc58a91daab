#pragma once

// Private to the folder: what several weights have of one measure, on shared bins.

#include "core/figures/distribution_figure.h"

namespace rekindle::figures {

/// "layer1.0.conv2" of the layer itself, its block "layer1.0", its stage "layer1", and "".
[[nodiscard]] bool isIn(const std::string& layer, const std::string& part);
/// Whether `part` is a layer's own name.
[[nodiscard]] bool isLayer(const std::vector<NormInput>& inputs, const std::string& part);

/// What of one set of weights goes into the histogram.
struct HistogramRow {
    const NormInput* input = nullptr;
    std::vector<double> values;
};

/// Those that have values of the measure; what is left out is told in the figure's notes.
[[nodiscard]] std::vector<HistogramRow> usableRows(const std::vector<NormInput>& inputs,
                                                   Measure measure, const std::string& part,
                                                   bool logarithmic, Figure& figure);

/// Fills axis `y` and the series in; the first is filled where there is no other.
void addHistograms(const std::vector<HistogramRow>& rows, const HistogramStyle& style,
                   Figure& figure);

} // namespace rekindle::figures
