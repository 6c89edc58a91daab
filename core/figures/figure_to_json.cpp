#include "core/figures/figure_names.h"

#include <cmath>

namespace rekindle::figures {
namespace {

Json axisJson(const Axis& axis)
{
    return Json{{"label", axis.label},
                {"unit", axis.unit},
                {"logarithmic", axis.logarithmic},
                {"min", axis.min},
                {"max", axis.max}};
}

Json seriesJson(const Series& series)
{
    return Json{{"name", series.name},
                {"role", roleName(series.role)},
                {"shape", nameIn(kShapes, series.shape)},
                {"filled", series.filled},
                {"ends", nameIn(kEnds, series.ends)},
                {"sign", nameIn(kSigns, series.sign)},
                {"x", series.x},
                {"y", series.y},
                {"low", series.low},
                {"high", series.high}};
}

Json markerJson(const Marker& marker)
{
    Json json{{"value", marker.value},
              {"vertical", marker.vertical},
              {"label", marker.label},
              {"beyond", marker.beyond}};
    if (!marker.id.empty())
        json["id"] = marker.id;
    return json;
}

Json stripJson(const Strip& strip)
{
    Json json{{"name", strip.name}, {"edges", strip.edges}, {"values", strip.values}};
    if (!strip.marks.empty()) {
        json["marks"] = Json::array();
        for (const CellMark mark : strip.marks)
            json["marks"].push_back(nameIn(kMarks, mark));
    }
    if (!strip.notes.empty())
        json["notes"] = strip.notes;
    return json;
}

Json coloursJson(const ColourScale& colours)
{
    return Json{{"label", colours.label},
                {"unit", colours.unit},
                {"min", colours.min},
                {"max", colours.max},
                {"logarithmic", colours.logarithmic},
                {"palette", nameIn(kPalettes, colours.palette)}};
}

Json tileJson(const Tile& tile)
{
    return Json{{"name", tile.name},
                {"note", tile.note},
                {"width", tile.width},
                {"height", tile.height},
                {"channels", tile.channels},
                {"values", tile.values},
                {"mark", nameIn(kMarks, tile.mark)}};
}

template <class Value, class Write>
Json listJson(const std::vector<Value>& values, Write write)
{
    Json json = Json::array();
    for (const Value& value : values)
        json.push_back(write(value));
    return json;
}

} // namespace

std::string_view roleName(Role role)
{
    return nameIn(kRoles, role);
}

Json toJson(const Figure& figure)
{
    Json json;
    json["schema"] = "rekindle.figure/1";
    json["id"] = figure.id;
    json["title"] = figure.title;
    json["x"] = axisJson(figure.x);
    json["y"] = axisJson(figure.y);
    json["series"] = listJson(figure.series, seriesJson);
    json["markers"] = listJson(figure.markers, markerJson);
    if (figure.below)
        json["below"] = Json{{"y", axisJson(figure.below->y)},
                             {"series", listJson(figure.below->series, seriesJson)},
                             {"markers", listJson(figure.below->markers, markerJson)}};
    json["names_at_ends"] = figure.namesAtEnds;
    if (!figure.strips.empty()) {
        json["strips"] = listJson(figure.strips, stripJson);
        json["colours"] = coloursJson(figure.colours);
    }
    if (!figure.tiles.empty())
        json["tiles"] = listJson(figure.tiles, tileJson);
    if (!figure.panels.empty()) {
        json["panels"] = listJson(figure.panels, [](const Figure& panel) { return toJson(panel); });
        json["columns"] = figure.columns;
    }
    json["caption"] = figure.caption;
    json["summary"] = figure.summary;
    json["notes"] = figure.notes;
    json["provenance"] = figure.provenance;
    return json;
}

} // namespace rekindle::figures
