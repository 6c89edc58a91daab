#include "core/inspect/yardsticks.h"

#include "core/base/text.h"

#include <cmath>

namespace rekindle::inspect {
namespace {

/// Fourth moment over the squared second of a normal cut off at two deviations: how far the squared
/// norm of `fanIn` such weights, whose mean is 1, strays (variance (kurtosis - 1) / fanIn).
constexpr double kKurtosis = 2.3655;

/// Chance that a fresh filter's norm lies above `norm`, its square being nearly normal.
double chanceAbove(double norm, double fanIn)
{
    const double deviation = std::sqrt((kKurtosis - 1) / fanIn);
    return 0.5 * std::erfc((norm * norm - 1) / (deviation * std::sqrt(2.0)));
}

Yardstick randomStart(const WeightReport& report)
{
    double above = 0, filters = 0;
    for (const LayerReport& layer : report.layers) {
        double fanIn = 1;
        for (std::size_t i = 1; i < layer.shape.size(); ++i)
            fanIn *= static_cast<double>(layer.shape[i]);
        const auto count = static_cast<double>(layer.filterNorms.size());
        above += count * chanceAbove(report.settings.above, fanIn);
        filters += count;
    }
    const double all = filters > 0 ? filters : 1;
    // A fresh filter of 16 inputs is dead once in a million million times.
    return {"random start", above / all, 0, "SimCLR's initialisation of these layers", true};
}

} // namespace

std::vector<Yardstick> yardsticks(const WeightReport& report)
{
    const std::string paper = "Ciga, Xu, Martel 2021, section 3";
    return {randomStart(report),
            {"supervised ImageNet", 0.005, std::nullopt, paper, false},
            {"SimCLR", 0.96, 0.01, paper, false},
            {"SwAV", 0.96, 0.002, paper, false},
            {"BYOL", 0.68, 0.01, paper, false}};
}

std::string yardstickText(const std::vector<Yardstick>& list)
{
    std::vector<std::string> words;
    words.reserve(list.size());
    for (const Yardstick& one : list)
        words.push_back(one.name + " " + text::fixed(100 * one.shareAbove, 1) + " %");
    return text::join(words, ", ");
}

Json toJson(const std::vector<Yardstick>& list)
{
    Json json = Json::array();
    for (const Yardstick& one : list)
        json.push_back(Json{{"name", one.name},
                            {"share_above", one.shareAbove},
                            {"share_dead", one.shareDead ? Json(*one.shareDead) : Json()},
                            {"source", one.source},
                            {"same_network", one.sameNetwork}});
    return json;
}

} // namespace rekindle::inspect
