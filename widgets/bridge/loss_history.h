#pragma once

#include "core/figures/curve_pyramid.h"

#include <mutex>
#include <utility>
#include <vector>

namespace rekindle::bridge {

/// A pretraining run's curve as its journal has told it so far, loss in nats by fractional pass:
/// added to on the thread that follows the run and drawn on the window's, without a copy.
class LossHistory
{
public:
    using Point = std::pair<double, double>; ///< pass, loss

    void append(const std::vector<Point>& points);
    void clear();

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::vector<figures::CurveStretch> stretches(std::size_t most) const;
    /// Of the passes from `low` to `high`.
    [[nodiscard]] std::vector<figures::CurveStretch> stretches(double low, double high,
                                                               std::size_t most) const;
    /// Memory held, bytes.
    [[nodiscard]] std::size_t bytes() const;

private:
    mutable std::mutex m_mutex;
    figures::CurvePyramid m_curve;
};

} // namespace rekindle::bridge
