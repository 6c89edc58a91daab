#pragma once

#include "core/figures/run_figures.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::figures {

/// What a pretraining run tells of itself while it trains.
enum class Indicator {
    Loss,
    Rate,       ///< learning rate
    Speed,      ///< images a second
    Spread,     ///< of the features
    Rank,       ///< effective rank of the features
    Alignment,  ///< of two views of an image
    Uniformity, ///< of the features of different images
    Neighbours, ///< accuracy of nearest neighbours on labelled training images
};
constexpr std::size_t kIndicators = 8;
[[nodiscard]] const std::array<Indicator, kIndicators>& allIndicators();

/// How one is called and read.
struct IndicatorText {
    std::string_view key;   ///< "loss", "effective_rank"
    std::string_view title; ///< of the figure: "Effective rank of the features"
    std::string_view label; ///< of the axis
    std::string_view unit;
    std::string_view meaning; ///< full sentences for the caption
    bool positive = true;     ///< it can stand on a logarithmic axis
};
[[nodiscard]] const IndicatorText& textOf(Indicator indicator);
/// Nothing if there is none of this key.
[[nodiscard]] std::optional<Indicator> indicatorOf(std::string_view key);

/// What the lines of a journal say of each indicator, in the unit that is drawn. Lines are told in
/// their order: the speed is what lies between two of them.
class IndicatorReader
{
public:
    struct Value {
        Indicator indicator;
        double value = 0;
    };
    /// The values of a line; the position is the line's own ("epoch").
    [[nodiscard]] std::vector<Value> read(const Json& line);

private:
    double m_images = -1, m_seconds = -1; ///< of the line before; negative: not known
};

/// Any indicator by pass; `curves` hold its values in place of the loss, and `uninformed` what
/// chance scores where it is the neighbours'. Loss is lossFigure.
[[nodiscard]] Figure indicatorFigure(Indicator indicator, const std::vector<LossCurve>& curves,
                                     int window = 1, double passes = 0);

} // namespace rekindle::figures
