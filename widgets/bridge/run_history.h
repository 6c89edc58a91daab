#pragma once

#include "core/figures/curve_pyramid.h"
#include "core/figures/indicator_figure.h"

#include <array>
#include <mutex>
#include <optional>
#include <vector>

namespace rekindle::bridge {

/// A pretraining run's curves as its journal has told them so far, each by fractional pass: added
/// to on the thread that follows the run and drawn on the window's, without a copy.
class RunHistory
{
public:
    using Indicator = figures::Indicator;

    /// Further lines of the journal, in their order.
    void append(const std::vector<Json>& lines);
    void clear();

    /// Points of the loss.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool has(Indicator indicator) const;
    [[nodiscard]] std::vector<figures::CurveStretch> stretches(Indicator indicator,
                                                               std::size_t most) const;
    /// Of the passes from `low` to `high`.
    [[nodiscard]] std::vector<figures::CurveStretch> stretches(Indicator indicator, double low,
                                                               double high, std::size_t most) const;
    /// What the run itself says its loss is without learning, nats; and chance, %.
    [[nodiscard]] std::optional<double> uninformed(Indicator indicator) const;
    /// Memory held, bytes.
    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] const figures::CurvePyramid& curve(Indicator indicator) const
    {
        return m_curves[static_cast<std::size_t>(indicator)];
    }

    mutable std::mutex m_mutex;
    std::array<figures::CurvePyramid, figures::kIndicators> m_curves;
    figures::IndicatorReader m_reader;
    std::optional<double> m_uninformed, m_chance;
};

} // namespace rekindle::bridge
