#pragma once

#include "core/figures/curve_pyramid.h"
#include "core/figures/figure.h"

#include <optional>
#include <vector>

namespace rekindle::figures {

/// A pretraining run's curve as read from its journal.
struct LossCurve {
    std::string name;
    Role role = Role::Neutral;
    std::vector<double> epoch; ///< fractional passes
    std::vector<double> loss;  ///< nats; means where a point stands for a stretch of steps
    /// Least and greatest loss of each point's stretch, drawn as a band; or empty.
    std::vector<double> low, high;
    std::optional<double> uninformed; ///< what a network costs that tells no image from another
    std::vector<double> kept;         ///< passes whose weights were kept
    std::vector<double> wentOn;       ///< passes at which it went on after a stop
};

/// Adds points to a curve, each of a stretch; those that are no numbers are left out.
void append(LossCurve& curve, const std::vector<CurveStretch>& stretches);

/// Loss by pass: a running median of `window` steps (1 = raw) over each step's own value, from 0 to
/// `passes` (0: as far as it came), against the loss at which nothing is learned.
[[nodiscard]] Figure lossFigure(const std::vector<LossCurve>& curves, int window = 1,
                                double passes = 0);

/// Downstream accuracy by pretraining pass.
struct AccuracyPoint {
    double epoch = 0;
    double mean = 0; ///< share, 0 to 1
    double sd = 0;
    int n = 0;
};
struct AccuracyCurve {
    std::string name;
    Role role = Role::Neutral;
    std::vector<AccuracyPoint> points;
    std::string over = "repeat"; ///< what `n` counts, in the singular: "pretraining run"
};

/// What does not depend on the pass: weights without a second stage.
struct AccuracyReference {
    std::string name;
    double mean = 0; ///< share, 0 to 1
    double sd = 0;
    int n = 0;
};

/// P2X - P1X at a pass, with its 95 % interval; shares.
struct DifferencePoint {
    double epoch = 0;
    double difference = 0;
    double low = 0, high = 0;
};

/// Accuracy (%) with +-1 sd error bars, P1X against P2X, and their difference in a panel below.
/// `chance` draws a line (0 = none), or is a note where it is far from the data; `reference` is a
/// series of its own, level over all passes.
[[nodiscard]] Figure accuracyFigure(const std::vector<AccuracyCurve>& curves, double chance,
                                    const std::optional<AccuracyReference>& reference = {},
                                    const std::vector<DifferencePoint>& differences = {});

} // namespace rekindle::figures
