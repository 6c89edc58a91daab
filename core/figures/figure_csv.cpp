#include "core/figures/figure_csv.h"

#include "core/base/text.h"
#include "core/figures/figure.h"

#include <cmath>

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

std::string toCsv(const Figure& figure)
{
    std::string csv = csvLine({"series", "x", "y", "low", "high"});
    for (const Series& series : figure.series) {
        for (std::size_t i = 0; i < series.x.size() && i < series.y.size(); ++i) {
            csv += csvLine({series.name, csvNumber(series.x[i]), csvNumber(series.y[i]),
                            i < series.low.size() ? csvNumber(series.low[i]) : "",
                            i < series.high.size() ? csvNumber(series.high[i]) : ""});
        }
    }
    return csv;
}

} // namespace rekindle::figures
