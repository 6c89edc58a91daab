#include "core/image/reading.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace rekindle::image {
namespace {

constexpr int kMostBands = 65535;
constexpr std::array<std::string_view, 4> kMappings{"usual", "full", "window", "percentiles"};
constexpr std::array<std::string_view, 3> kAxes{"axial", "coronal", "sagittal"};

template <class Number>
std::optional<Number> numberFrom(std::string text)
{
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Two finite numbers with a comma between them.
std::optional<std::pair<double, double>> pairFrom(const std::string& text)
{
    const auto parts = text::split(text, ',');
    if (parts.size() != 2)
        return std::nullopt;
    const auto first = numberFrom<double>(parts[0]);
    const auto second = numberFrom<double>(parts[1]);
    if (!first || !second || !std::isfinite(*first) || !std::isfinite(*second))
        return std::nullopt;
    return std::pair{*first, *second};
}

bool arePercentiles(double low, double high)
{
    return low >= 0 && low < high && high <= 100;
}

bool areBands(const std::array<int, 3>& bands)
{
    const auto fits = [](int band) { return band >= 1 && band <= kMostBands; };
    const bool none = bands == std::array<int, 3>{};
    const bool one = fits(bands[0]) && bands[1] == 0 && bands[2] == 0;
    return none || one || std::all_of(bands.begin(), bands.end(), fits);
}

std::string bandText(const std::array<int, 3>& bands)
{
    return bands[1] == 0 ? fmt::format("band {}", bands[0])
                         : fmt::format("bands {}, {}, {}", bands[0], bands[1], bands[2]);
}

template <std::size_t N>
std::optional<std::size_t> placeOf(const std::array<std::string_view, N>& names,
                                   std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

} // namespace

bool Reading::isDefault() const
{
    Reading other;
    other.set = set;
    return *this == other;
}

Result<ValueRange> windowFrom(const std::string& text)
{
    const auto numbers = pairFrom(text);
    if (!numbers || numbers->second <= 0)
        return fail(ErrorKind::Usage, "A window is a centre and a width above 0, as in 40,400",
                    text::shown(text));
    const auto [centre, width] = *numbers;
    return ValueRange{centre - width / 2, centre + width / 2};
}

Result<std::array<int, 3>> bandsFrom(const std::string& text)
{
    std::array<int, 3> bands{};
    const auto parts = text::split(text, ',');
    bool good = parts.size() == 1 || parts.size() == 3;
    for (std::size_t i = 0; good && i < parts.size(); ++i) {
        const auto band = numberFrom<int>(parts[i]);
        good = band && *band >= 1 && *band <= kMostBands;
        bands[i] = good ? *band : 0;
    }
    if (!good)
        return fail(ErrorKind::Usage,
                    "Bands are one number or three, counted from 1, as in 4,3,2 for red, green "
                    "and blue",
                    text::shown(text));
    return bands;
}

Result<VolumeAxis> axisFrom(const std::string& text)
{
    if (const auto place = placeOf(kAxes, text))
        return static_cast<VolumeAxis>(*place);
    return fail(ErrorKind::Usage, "Volumes are cut axial, coronal or sagittal", text::shown(text));
}

Result<void> setPercentiles(Reading& reading, const std::string& text)
{
    const auto numbers = pairFrom(text);
    if (!numbers || !arePercentiles(numbers->first, numbers->second))
        return fail(ErrorKind::Usage,
                    "Percentiles are two numbers from 0 to 100, the lower one first, as in "
                    "0.5,99.5",
                    text::shown(text));
    reading.mapping = Mapping::Percentiles;
    reading.lowPercent = numbers->first;
    reading.highPercent = numbers->second;
    return {};
}

std::string describe(const Reading& reading)
{
    std::vector<std::string> parts;
    const auto fromTo = [](const ValueRange& range) {
        return text::number(range.black) + " to " + text::number(range.white);
    };
    if (reading.mapping == Mapping::Window)
        parts.push_back("window from " + fromTo(reading.window));
    if (reading.mapping == Mapping::Full)
        parts.emplace_back("full range");
    if (reading.mapping == Mapping::Percentiles)
        parts.push_back(fmt::format("{} to {} % of the set's values",
                                    text::number(reading.lowPercent),
                                    text::number(reading.highPercent)));
    if (reading.set.holds() && reading.mapping != Mapping::Window)
        parts.push_back("the set's values from " + fromTo(reading.set));
    if (reading.bands[0] != 0)
        parts.push_back(bandText(reading.bands));
    if (reading.axis != VolumeAxis::Axial)
        parts.push_back("volumes cut " +
                        std::string(kAxes[static_cast<std::size_t>(reading.axis)]));
    return text::join(parts, "; ");
}

Json toJson(const Reading& reading)
{
    Json json;
    json["mapping"] = kMappings[static_cast<std::size_t>(reading.mapping)];
    if (reading.mapping == Mapping::Window)
        json["window"] = {reading.window.black, reading.window.white};
    if (reading.mapping == Mapping::Percentiles)
        json["percentiles"] = {reading.lowPercent, reading.highPercent};
    json["set_range"] =
        reading.set.holds() ? Json{reading.set.black, reading.set.white} : Json(nullptr);
    json["bands"] = Json::array();
    for (const int band : reading.bands)
        if (band > 0)
            json["bands"].push_back(band);
    json["axis"] = kAxes[static_cast<std::size_t>(reading.axis)];
    return json;
}

Result<Reading> readingFromJson(const Json& json, const std::string& subject)
{
    Reading reading;
    FieldReader fields(json, subject);
    const auto mapping = placeOf(kMappings, fields.text("mapping"));
    const auto axis = placeOf(kAxes, fields.text("axis"));
    const auto bands = fields.integers("bands");
    bool good = mapping && axis && (bands.empty() || bands.size() == 1 || bands.size() == 3);
    for (std::size_t i = 0; good && i < bands.size(); ++i)
        reading.bands[i] = static_cast<int>(std::clamp<std::int64_t>(bands[i], -1, kMostBands + 1));
    const auto range = [&](const char* key, double& low, double& high) {
        const Json& pair = fields.any(key);
        if (pair.is_null())
            return;
        good = good && pair.is_array() && pair.size() == 2 && pair[0].is_number() &&
               pair[1].is_number();
        if (good) {
            low = pair[0].get<double>();
            high = pair[1].get<double>();
            good = low < high;
        }
    };
    range("window", reading.window.black, reading.window.white);
    range("percentiles", reading.lowPercent, reading.highPercent);
    range("set_range", reading.set.black, reading.set.white);
    RK_CHECK(fields.check());
    if (good) {
        reading.mapping = static_cast<Mapping>(*mapping);
        reading.axis = static_cast<VolumeAxis>(*axis);
    }
    if (!good || !areBands(reading.bands) ||
        !arePercentiles(reading.lowPercent, reading.highPercent) ||
        (reading.mapping == Mapping::Window && !reading.window.holds()))
        return fail(ErrorKind::Damaged, "How the images are read is not written as it should be",
                    subject);
    return reading;
}

} // namespace rekindle::image
