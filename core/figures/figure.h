#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace rekindle::figures {

/// Who a series belongs to. Colour, marker and dash follow from it, the same everywhere (product
/// 5).
enum class Role { Neutral, P1x, P2x, P2xUnrepaired, NoSecondStage, RandomStart, Before, After };
[[nodiscard]] std::string_view roleName(Role role);

/// Steps: x holds the middles of bins, and the curve jumps half-way between two of them.
enum class Shape { Line, Steps, Points };

/// One curve. `low` and `high` (same length as y, or empty) are the ends of error bars or of a
/// band.
struct Series {
    std::string name;
    Role role = Role::Neutral;
    Shape shape = Shape::Line;
    std::vector<double> x, y;
    std::vector<double> low, high;
    bool filled = false; ///< steps: light fill down to zero
};

struct Axis {
    std::string label;
    std::string unit; ///< "" for none
    bool logarithmic = false;
    double min = 0, max = 0; ///< min == max: fit the data
};

/// A line across the plot at a value that matters ("dead below 0.1").
struct Marker {
    double value = 0;
    bool vertical = true;
    std::string label;
};

/// What is drawn, as plain values: the screen, every file format, the CSV and the screen reader all
/// come from this.
struct Figure {
    std::string id; ///< "norms", "loss", "accuracy"
    std::string title;
    Axis x, y;
    std::vector<Series> series;
    std::vector<Marker> markers;
    std::string caption;              ///< full sentences for the paper
    std::string summary;              ///< one sentence for a screen reader
    std::vector<std::string> notes;   ///< warnings that must be printed with it
    Json provenance = Json::object(); ///< runs, files, hashes, settings
};

[[nodiscard]] Json toJson(const Figure& figure);
[[nodiscard]] Result<Figure> figureFromJson(const Json& json, const std::string& subject);
/// Long form: series,x,y,low,high. Numbers as plotted, point and comma.
[[nodiscard]] std::string toCsv(const Figure& figure);

} // namespace rekindle::figures
