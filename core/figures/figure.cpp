#include "core/figures/figure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace rekindle::figures {
namespace {

constexpr std::array kRoles{
    std::pair{Role::Neutral, std::string_view("neutral")},
    std::pair{Role::P1x, std::string_view("p1x")},
    std::pair{Role::P2x, std::string_view("p2x")},
    std::pair{Role::P2xUnrepaired, std::string_view("p2x_unrepaired")},
    std::pair{Role::NoSecondStage, std::string_view("no_second_stage")},
    std::pair{Role::RandomStart, std::string_view("random_start")},
    std::pair{Role::Before, std::string_view("before")},
    std::pair{Role::After, std::string_view("after")},
    std::pair{Role::Laid1, std::string_view("laid1")},
    std::pair{Role::Laid2, std::string_view("laid2")},
    std::pair{Role::Laid3, std::string_view("laid3")},
    std::pair{Role::Laid4, std::string_view("laid4")},
    std::pair{Role::Laid5, std::string_view("laid5")},
    std::pair{Role::Laid6, std::string_view("laid6")},
    std::pair{Role::Difference, std::string_view("difference")},
};

constexpr std::array kPalettes{
    std::pair{Palette::Amount, std::string_view("amount")},
    std::pair{Palette::Difference, std::string_view("difference")},
};

constexpr std::array kMarks{
    std::pair{CellMark::None, std::string_view("")},
    std::pair{CellMark::Dead, std::string_view("dead")},
    std::pair{CellMark::Replaced, std::string_view("replaced")},
};

constexpr std::array kShapes{
    std::pair{Shape::Line, std::string_view("line")},
    std::pair{Shape::Steps, std::string_view("steps")},
    std::pair{Shape::Points, std::string_view("points")},
    std::pair{Shape::Level, std::string_view("level")},
};

constexpr std::array kEnds{
    std::pair{Ends::Bars, std::string_view("bars")},
    std::pair{Ends::Band, std::string_view("band")},
};

constexpr std::array kSigns{
    std::pair{Sign::OfRole, std::string_view("of_role")},
    std::pair{Sign::Kept, std::string_view("kept")},
    std::pair{Sign::WentOn, std::string_view("went_on")},
};

template <class Table, class Value>
std::string_view nameIn(const Table& table, Value value)
{
    for (const auto& [known, name] : table) {
        if (known == value)
            return name;
    }
    return table.front().second;
}

template <class Table>
auto valueIn(const Table& table, std::string_view name)
    -> std::optional<decltype(table.front().first)>
{
    for (const auto& [value, known] : table) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

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

/// Reads the parts of a figure; the first failure sticks in the caller's Result.
class Reader
{
public:
    explicit Reader(std::string subject) : m_subject(std::move(subject)) {}

    Result<Axis> axis(const Json& json, const std::string& path) const
    {
        RK_CHECK(object(json, path));
        FieldReader fields(json, m_subject, path);
        Axis axis;
        axis.label = fields.text("label");
        axis.unit = fields.text("unit", "");
        axis.logarithmic = fields.flag("logarithmic", false);
        axis.min = fields.number("min", 0.0);
        axis.max = fields.number("max", 0.0);
        RK_CHECK(fields.check());
        return axis;
    }

    Result<Series> series(const Json& json, const std::string& path) const
    {
        RK_CHECK(object(json, path));
        FieldReader fields(json, m_subject, path);
        Series series;
        series.name = fields.text("name");
        const auto role = valueIn(kRoles, fields.text("role", "neutral"));
        const auto shape = valueIn(kShapes, fields.text("shape", "line"));
        series.filled = fields.flag("filled", false);
        const auto ends = valueIn(kEnds, fields.text("ends", "bars"));
        const auto sign = valueIn(kSigns, fields.text("sign", "of_role"));
        RK_CHECK(fields.check());
        const char* unknown = !role    ? ".role"
                              : !shape ? ".shape"
                              : !ends  ? ".ends"
                              : !sign  ? ".sign"
                                       : nullptr;
        if (unknown != nullptr)
            return wrong(path + unknown, "a word this version knows");
        series.ends = *ends;
        series.sign = *sign;
        series.role = *role;
        series.shape = *shape;
        RK_TRY(series.x, numbers(fields.any("x"), path + ".x"));
        RK_TRY(series.y, numbers(fields.any("y"), path + ".y"));
        RK_TRY(series.low, numbers(fields.any("low"), path + ".low"));
        RK_TRY(series.high, numbers(fields.any("high"), path + ".high"));
        const std::size_t count = series.y.size();
        const auto fits = [&](const std::vector<double>& row) {
            return row.empty() || row.size() == count;
        };
        if (series.x.size() != count || !fits(series.low) || !fits(series.high))
            return wrong(path, "as many x, low and high as y");
        return series;
    }

    Result<Marker> marker(const Json& json, const std::string& path) const
    {
        RK_CHECK(object(json, path));
        FieldReader fields(json, m_subject, path);
        Marker marker;
        marker.value = fields.number("value");
        marker.vertical = fields.flag("vertical", true);
        marker.label = fields.text("label", "");
        marker.beyond = fields.flag("beyond", false);
        marker.id = fields.text("id", "");
        RK_CHECK(fields.check());
        return marker;
    }

    Result<Strip> strip(const Json& json, const std::string& path) const
    {
        RK_CHECK(object(json, path));
        FieldReader fields(json, m_subject, path);
        Strip strip;
        strip.name = fields.text("name");
        if (fields.has("notes"))
            strip.notes = fields.texts("notes");
        std::vector<std::string> marks;
        if (fields.has("marks"))
            marks = fields.texts("marks");
        RK_CHECK(fields.check());
        for (const std::string& word : marks) {
            RK_TRY(const CellMark read, mark(word, path));
            strip.marks.push_back(read);
        }
        RK_TRY(strip.edges, numbers(fields.any("edges"), path + ".edges"));
        RK_TRY(strip.values, numbers(fields.any("values"), path + ".values"));
        const std::size_t cells = strip.values.size();
        if (strip.edges.size() != cells + 1 ||
            (!strip.marks.empty() && strip.marks.size() != cells) ||
            (!strip.notes.empty() && strip.notes.size() != cells))
            return wrong(path, "one edge more than values, as many marks and notes");
        return strip;
    }

    Result<ColourScale> colours(const Json& json, const std::string& path) const
    {
        RK_CHECK(object(json, path));
        FieldReader fields(json, m_subject, path);
        ColourScale colours;
        colours.label = fields.text("label", "");
        colours.unit = fields.text("unit", "");
        colours.min = fields.number("min");
        colours.max = fields.number("max");
        colours.logarithmic = fields.flag("logarithmic", false);
        const auto palette = valueIn(kPalettes, fields.text("palette", "amount"));
        RK_CHECK(fields.check());
        if (!palette)
            return wrong(path + ".palette", "a word this version knows");
        colours.palette = *palette;
        return colours;
    }

    Result<Tile> tile(const Json& json, const std::string& path) const
    {
        RK_CHECK(object(json, path));
        FieldReader fields(json, m_subject, path);
        Tile tile;
        tile.name = fields.text("name");
        tile.note = fields.text("note", "");
        const auto width = fields.integer("width"), height = fields.integer("height"),
                   channels = fields.integer("channels");
        const std::string word = fields.text("mark", "");
        RK_CHECK(fields.check());
        RK_TRY(tile.mark, mark(word, path));
        RK_TRY(tile.values, numbers(fields.any("values"), path + ".values"));
        constexpr std::int64_t kMostSide = 4096;
        if (width < 1 || height < 1 || width > kMostSide || height > kMostSide ||
            (channels != 1 && channels != 3) ||
            static_cast<std::size_t>(width * height * channels) != tile.values.size())
            return wrong(path, "width times height pixels of one or three channels");
        tile.width = static_cast<int>(width);
        tile.height = static_cast<int>(height);
        tile.channels = static_cast<int>(channels);
        return tile;
    }

    Result<CellMark> mark(const std::string& word, const std::string& path) const
    {
        const auto mark = valueIn(kMarks, word);
        if (!mark)
            return wrong(path, "marked with words this version knows");
        return *mark;
    }

    Result<Figure> below(const Json& json, const std::string& path) const
    {
        RK_CHECK(object(json, path));
        FieldReader fields(json, m_subject, path);
        Figure chart;
        RK_TRY(chart.y, axis(fields.any("y"), path + ".y"));
        RK_TRY(chart.series, list<Series>(fields.any("series"), path + ".series", &Reader::series));
        RK_TRY(chart.markers,
               list<Marker>(fields.any("markers"), path + ".markers", &Reader::marker));
        return chart;
    }

    /// A list of numbers; null stands for "not a number". A missing list is empty.
    Result<std::vector<double>> numbers(const Json& json, const std::string& path) const
    {
        std::vector<double> values;
        if (json.is_null())
            return values;
        if (!json.is_array())
            return wrong(path, "a list of numbers");
        values.reserve(json.size());
        for (const Json& entry : json) {
            if (!entry.is_number() && !entry.is_null())
                return wrong(path, "a list of numbers");
            values.push_back(entry.is_null() ? std::numeric_limits<double>::quiet_NaN()
                                             : entry.get<double>());
        }
        return values;
    }

    Result<void> object(const Json& json, const std::string& path) const
    {
        if (!json.is_object())
            return wrong(path, "an object");
        return {};
    }

    /// Calls `read` for each entry of a list that may be missing.
    template <class Value, class Read>
    Result<std::vector<Value>> list(const Json& json, const std::string& path, Read read) const
    {
        std::vector<Value> values;
        if (json.is_null())
            return values;
        if (!json.is_array())
            return wrong(path, "a list");
        for (std::size_t i = 0; i < json.size(); ++i) {
            RK_TRY(auto value, (this->*read)(json[i], path + "[" + std::to_string(i) + "]"));
            values.push_back(std::move(value));
        }
        return values;
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(const std::string& path,
                                              const std::string& expected) const
    {
        return fail(ErrorKind::Damaged, "The figure's field '" + path + "' should be " + expected,
                    m_subject, "Export the figure again from its study.");
    }

    std::string m_subject;
};

} // namespace

std::string_view roleName(Role role)
{
    return nameIn(kRoles, role);
}

bool isEmpty(const Figure& figure)
{
    return figure.series.empty() && figure.strips.empty() && figure.tiles.empty() &&
           figure.panels.empty();
}

int columnsOf(const Figure& figure)
{
    const auto count = static_cast<int>(figure.panels.size());
    if (count <= 1)
        return 1;
    if (figure.columns > 0)
        return std::min(figure.columns, count);
    return count <= 2 ? count : count <= 4 ? 2 : 3;
}

std::vector<const Series*> allSeries(const Figure& figure)
{
    std::vector<const Series*> all;
    for (const Series& series : figure.series)
        all.push_back(&series);
    if (figure.below) {
        for (const Series& series : figure.below->series)
            all.push_back(&series);
    }
    return all;
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

namespace {

/// `depth`: panels have no panels.
Result<Figure> readFigure(const Json& json, const std::string& subject, int depth)
{
    const Reader reader(subject);
    RK_CHECK(reader.object(json, "figure"));
    FieldReader fields(json, subject);
    const std::string schema = fields.text("schema", "rekindle.figure/1");
    Figure figure;
    figure.id = fields.text("id");
    figure.title = fields.text("title", "");
    figure.caption = fields.text("caption", "");
    figure.summary = fields.text("summary", "");
    if (fields.has("notes"))
        figure.notes = fields.texts("notes");
    figure.namesAtEnds = fields.flag("names_at_ends", false);
    RK_CHECK(fields.check());
    if (schema != "rekindle.figure/1")
        return fail(ErrorKind::Version, "This figure was written by another version of Rekindle",
                    subject, "Update Rekindle to draw it.");
    RK_TRY(figure.x, reader.axis(fields.any("x"), "x"));
    RK_TRY(figure.y, reader.axis(fields.any("y"), "y"));
    RK_TRY(figure.series, reader.list<Series>(fields.any("series"), "series", &Reader::series));
    RK_TRY(figure.markers, reader.list<Marker>(fields.any("markers"), "markers", &Reader::marker));
    if (fields.has("strips")) {
        RK_TRY(figure.strips, reader.list<Strip>(fields.any("strips"), "strips", &Reader::strip));
        RK_TRY(figure.colours, reader.colours(fields.any("colours"), "colours"));
    }
    RK_TRY(figure.tiles, reader.list<Tile>(fields.any("tiles"), "tiles", &Reader::tile));
    if (fields.has("panels") && depth == 0) {
        figure.columns =
            static_cast<int>(std::clamp<std::int64_t>(fields.integer("columns", 0), 0, 99));
        RK_CHECK(fields.check());
        for (const Json& entry : fields.any("panels")) {
            RK_TRY(auto panel, readFigure(entry, subject, depth + 1));
            figure.panels.push_back(std::move(panel));
        }
    }
    if (fields.has("below")) {
        RK_TRY(Figure below, reader.below(fields.any("below"), "below"));
        below.x = figure.x;
        figure.below = std::make_shared<const Figure>(std::move(below));
    }
    if (fields.has("provenance"))
        figure.provenance = fields.any("provenance");
    return figure;
}

} // namespace

Result<Figure> figureFromJson(const Json& json, const std::string& subject)
{
    return readFigure(json, subject, 0);
}

} // namespace rekindle::figures
