#pragma once

#include "core/base/json.h"
#include "core/base/text.h"
#include "widgets/bridge/recent_studies.h"

#include <QString>

#include <cmath>
#include <filesystem>
#include <vector>

namespace rekindle::test {

/// What the finished example that is shipped scored after its last pass, worked out from its files
/// alone: over its pairs the mean and standard deviation of each arm, in per cent.
struct ShippedResult {
    double p1x = 0, p2x = 0;
    double p1xSpread = 0, p2xSpread = 0;

    /// As the window writes it in English: "56.9".
    static QString text(double value) { return QString::fromStdString(text::fixed(value, 1)); }
};

/// The mean of the last pass in a result.json; not a number without one.
inline double lastScore(const std::filesystem::path& file)
{
    const auto json = readJsonFile(file);
    double mean = std::nan(""), last = -1;
    if (!json)
        return mean;
    for (const Json& point : (*json)["points"]) {
        if (point["epoch"].get<double>() > last) {
            last = point["epoch"].get<double>();
            mean = 100 * point["mean"].get<double>();
        }
    }
    return mean;
}

inline ShippedResult shippedResult()
{
    namespace fs = std::filesystem;
    const auto example = bridge::finishedExample();
    std::vector<double> scores[2];
    for (const auto& run : fs::directory_iterator(example.value_or(fs::path()) / "runs")) {
        const bool p2x = run.path().filename().string().ends_with("-p2x");
        for (const auto& score : fs::directory_iterator(run.path() / "scores"))
            scores[p2x ? 1 : 0].push_back(lastScore(score.path() / "result.json"));
    }
    const auto mean = [](const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / static_cast<double>(values.size());
    };
    const auto spread = [&](const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values)
            sum += (value - mean(values)) * (value - mean(values));
        return std::sqrt(sum / static_cast<double>(values.size() - 1));
    };
    return {mean(scores[0]), mean(scores[1]), spread(scores[0]), spread(scores[1])};
}

} // namespace rekindle::test
