#include "core/figures/figure_csv.h"

#include "core/base/text.h"
#include "core/figures/figure.h"

#include <cmath>
#include <functional>

namespace rekindle::figures {

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"')
            quoted += '"';
        quoted += letter;
    }
    return quoted + '"';
}

std::string csvNumber(double value)
{
    return std::isfinite(value) ? text::number(value) : std::string();
}

std::string csvLine(const std::vector<std::string>& fields)
{
    std::vector<std::string> quoted;
    quoted.reserve(fields.size());
    for (const std::string& field : fields)
        quoted.push_back(csvField(field));
    return text::join(quoted, ",") + '\n';
}

namespace {

using Fields = std::vector<std::string>;

std::string wordOf(CellMark mark)
{
    return mark == CellMark::Dead ? "dead" : mark == CellMark::Replaced ? "replaced" : "";
}

/// Calls `line` with the fields of each line, the heading first.
void curveLines(const Figure& figure, const std::function<void(Fields)>& line)
{
    for (const Series* one : allSeries(figure)) {
        const Series& series = *one;
        for (std::size_t i = 0; i < series.x.size() && i < series.y.size(); ++i)
            line({series.name, csvNumber(series.x[i]), csvNumber(series.y[i]),
                  i < series.low.size() ? csvNumber(series.low[i]) : "",
                  i < series.high.size() ? csvNumber(series.high[i]) : ""});
    }
}

void stripLines(const Figure& figure, const std::function<void(Fields)>& line)
{
    for (const Strip& strip : figure.strips) {
        for (std::size_t i = 0; i < strip.values.size(); ++i)
            line({strip.name, csvNumber(strip.edges[i]), csvNumber(strip.edges[i + 1]),
                  csvNumber(strip.values[i]), i < strip.marks.size() ? wordOf(strip.marks[i]) : "",
                  i < strip.notes.size() ? strip.notes[i] : ""});
    }
}

void tileLines(const Figure& figure, const std::function<void(Fields)>& line)
{
    for (const Tile& tile : figure.tiles) {
        const int row = tile.width * tile.channels;
        for (std::size_t i = 0; i < tile.values.size(); ++i) {
            const auto place = static_cast<int>(i);
            line({tile.name, std::to_string(place / row),
                  std::to_string(place % row / tile.channels),
                  std::to_string(place % tile.channels), csvNumber(tile.values[i])});
        }
    }
}

void contentLines(const Figure& figure, const std::function<void(Fields)>& line)
{
    if (!figure.strips.empty())
        stripLines(figure, line);
    else if (!figure.tiles.empty())
        tileLines(figure, line);
    else
        curveLines(figure, line);
}

Fields headingOf(const Figure& figure)
{
    if (!figure.strips.empty())
        return {"row", "from", "to", "value", "mark", "note"};
    if (!figure.tiles.empty())
        return {"picture", "row", "column", "channel", "value"};
    return {"series", "x", "y", "low", "high"};
}

} // namespace

std::string toCsv(const Figure& figure)
{
    std::string csv;
    if (figure.panels.empty()) {
        csv += csvLine(headingOf(figure));
        contentLines(figure, [&](const Fields& fields) { csv += csvLine(fields); });
        return csv;
    }
    const auto add = [&](const std::string& panel, Fields fields) {
        fields.insert(fields.begin(), panel);
        csv += csvLine(fields);
    };
    add("panel", headingOf(figure.panels.front()));
    for (const Figure& panel : figure.panels)
        contentLines(panel, [&](Fields fields) { add(panel.title, std::move(fields)); });
    return csv;
}

} // namespace rekindle::figures
