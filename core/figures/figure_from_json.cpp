#include "core/figures/figure_names.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace rekindle::figures {
namespace {

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
