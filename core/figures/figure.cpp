#include "core/figures/figure.h"

#include <array>
#include <cmath>
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
};

constexpr std::array kShapes{
    std::pair{Shape::Line, std::string_view("line")},
    std::pair{Shape::Steps, std::string_view("steps")},
    std::pair{Shape::Points, std::string_view("points")},
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
                {"x", series.x},
                {"y", series.y},
                {"low", series.low},
                {"high", series.high}};
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
        RK_CHECK(fields.check());
        if (!role || !shape)
            return wrong(path + (role ? ".shape" : ".role"), "a word this version knows");
        series.role = *role;
        series.shape = *shape;
        RK_TRY(series.x, numbers(fields.any("x"), path + ".x"));
        RK_TRY(series.y, numbers(fields.any("y"), path + ".y"));
        RK_TRY(series.low, numbers(fields.any("low"), path + ".low"));
        RK_TRY(series.high, numbers(fields.any("high"), path + ".high"));
        const std::size_t count = series.y.size();
        const auto fits = [&](const std::vector<double>& ends) {
            return ends.empty() || ends.size() == count;
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
        RK_CHECK(fields.check());
        return marker;
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

Json toJson(const Figure& figure)
{
    Json json;
    json["schema"] = "rekindle.figure/1";
    json["id"] = figure.id;
    json["title"] = figure.title;
    json["x"] = axisJson(figure.x);
    json["y"] = axisJson(figure.y);
    json["series"] = Json::array();
    for (const Series& series : figure.series)
        json["series"].push_back(seriesJson(series));
    json["markers"] = Json::array();
    for (const Marker& marker : figure.markers)
        json["markers"].push_back(
            Json{{"value", marker.value}, {"vertical", marker.vertical}, {"label", marker.label}});
    json["caption"] = figure.caption;
    json["summary"] = figure.summary;
    json["notes"] = figure.notes;
    json["provenance"] = figure.provenance;
    return json;
}

Result<Figure> figureFromJson(const Json& json, const std::string& subject)
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
    RK_CHECK(fields.check());
    if (schema != "rekindle.figure/1")
        return fail(ErrorKind::Version, "This figure was written by another version of Rekindle",
                    subject, "Update Rekindle to draw it.");
    RK_TRY(figure.x, reader.axis(fields.any("x"), "x"));
    RK_TRY(figure.y, reader.axis(fields.any("y"), "y"));
    RK_TRY(figure.series, reader.list<Series>(fields.any("series"), "series", &Reader::series));
    RK_TRY(figure.markers, reader.list<Marker>(fields.any("markers"), "markers", &Reader::marker));
    if (fields.has("provenance"))
        figure.provenance = fields.any("provenance");
    return figure;
}

} // namespace rekindle::figures
