#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace rekindle::figures {

/// Who a series belongs to. Colour, marker and dash follow from it, the same everywhere (product
/// 5). Laid1 to Laid6 are weights laid over each other that have no part in a comparison.
enum class Role {
    Neutral,
    P1x,
    P2x,
    P2xUnrepaired,
    NoSecondStage,
    RandomStart,
    Before,
    After,
    Laid1,
    Laid2,
    Laid3,
    Laid4,
    Laid5,
    Laid6,
    Difference
};
[[nodiscard]] std::string_view roleName(Role role);

/// Steps: x holds the middles of bins, and the curve jumps half-way between two of them. Level: the
/// same value all along, without a mark at a place.
enum class Shape { Line, Steps, Points, Level };

/// How `low` and `high` are drawn: bars stand beside each other where several series share an x.
enum class Ends { Bars, Band };

/// What a point stands for, where it is not a value of its role.
enum class Sign { OfRole, Kept, WentOn };

/// One curve. `low` and `high` (same length as y, or empty) are the ends of error bars or of a
/// band.
struct Series {
    std::string name;
    Role role = Role::Neutral;
    Shape shape = Shape::Line;
    std::vector<double> x, y;
    std::vector<double> low, high;
    bool filled = false; ///< steps: light fill down to zero
    Ends ends = Ends::Bars;
    Sign sign = Sign::OfRole;
};

struct Axis {
    std::string label;
    std::string unit; ///< "" for none
    bool logarithmic = false;
    double min = 0, max = 0; ///< min == max: fit the data
};

/// A line across the plot at a value that matters ("dead below 0.1"). One with an id can be moved
/// on the screen.
struct Marker {
    double value = 0;
    bool vertical = true;
    std::string label;
    std::string id = {};
    bool beyond = false; ///< too far from the data for the axis: its label stands at that edge
};

/// What a cell or a tile is marked as, beside its value.
enum class CellMark { None, Dead, Replaced };

/// A row of cells side by side, whose values are shown as colours. Rows stand under each other, the
/// first on top.
struct Strip {
    std::string name;
    std::vector<double> edges;      ///< on the x axis; one more than cells
    std::vector<double> values;     ///< NaN: nothing is there
    std::vector<CellMark> marks;    ///< of each cell, or empty
    std::vector<std::string> notes; ///< of each cell, for whoever points at it; or empty
};

/// From light to dark for amounts; two colours around nothing for differences.
enum class Palette { Amount, Difference };

/// What the colours of strips mean.
struct ColourScale {
    std::string label;
    std::string unit;
    double min = 0, max = 1;
    bool logarithmic = false;
    Palette palette = Palette::Amount;
};

/// A small picture: `channels` 1 (grey) or 3 (red, green, blue), values row by row, a pixel's
/// channels together. Drawn around zero, which is the middle grey, by its own largest value.
struct Tile {
    std::string name;
    std::string note;
    int width = 0, height = 0, channels = 1;
    std::vector<double> values;
    CellMark mark = CellMark::None;
};

/// What is drawn, as plain values: the screen, every file format, the CSV and the screen reader all
/// come from this. It holds one kind of content: series, strips, tiles, or panels of these.
struct Figure {
    std::string id; ///< "norms", "loss", "accuracy"
    std::string title;
    Axis x, y;
    std::vector<Series> series;
    std::vector<Marker> markers;
    std::vector<Strip> strips;
    ColourScale colours; ///< of the strips
    std::vector<Tile> tiles;
    std::vector<Figure> panels; ///< side by side and under each other; they have none themselves
    int columns = 0;            ///< of the panels; 0: as many as make a page of a usual shape
    /// A second chart under the first, over the same x; of it count y, series and level lines.
    std::shared_ptr<const Figure> below;
    bool namesAtEnds = false;         ///< names stand at the ends of the curves, not in a legend
    std::string caption;              ///< full sentences for the paper
    std::string summary;              ///< one sentence for a screen reader
    std::vector<std::string> notes;   ///< warnings that must be printed with it
    Json provenance = Json::object(); ///< runs, files, hashes, settings
};

/// Whether there is anything to draw.
[[nodiscard]] bool isEmpty(const Figure& figure);
/// How many panels stand side by side; 1 without panels.
[[nodiscard]] int columnsOf(const Figure& figure);
/// Those of the chart, then those of the panel below it.
[[nodiscard]] std::vector<const Series*> allSeries(const Figure& figure);

[[nodiscard]] Json toJson(const Figure& figure);
[[nodiscard]] Result<Figure> figureFromJson(const Json& json, const std::string& subject);
/// Long form: series,x,y,low,high of curves, row,from,to,value,mark,note of strips,
/// picture,row,column,channel,value of tiles; with panels, panel before these. Numbers as plotted,
/// point and comma.
[[nodiscard]] std::string toCsv(const Figure& figure);

} // namespace rekindle::figures
