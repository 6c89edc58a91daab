#include "core/inspect/weight_report.h"

#include "core/inspect/frobenius.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <span>

namespace rekindle::inspect {
namespace {

using weights::Tensor;

using Doubles = std::map<std::string, std::vector<double>, std::less<>>;

/// Where values are looked for: float64 first, since float32 copies of them have lost digits.
struct Source {
    const weights::WeightSet& weights;
    const Doubles& doubles;
};

/// The values of one tensor, in the type that they are known in.
struct Values {
    std::span<const float> narrow;
    std::span<const double> wide; ///< in place of `narrow` unless empty
    const std::vector<std::int64_t>* shape = nullptr;
};

Result<Values> need(const Source& source, const std::string& name, std::size_t elements)
{
    const Tensor* tensor = source.weights.find(name);
    if (tensor == nullptr)
        return fail(ErrorKind::Mismatch, "A tensor of the network is missing", name);
    if (tensor->values.size() != elements)
        return fail(ErrorKind::Mismatch, "This tensor has another size than the network", name);
    Values values{tensor->values, {}, &tensor->shape};
    if (const auto it = source.doubles.find(name); it != source.doubles.end())
        values.wide = it->second;
    return values;
}

Result<std::vector<double>> valuesOf(const Source& source, const std::string& name,
                                     std::size_t elements)
{
    RK_TRY(const Values values, need(source, name, elements));
    if (!values.wide.empty())
        return std::vector<double>(values.wide.begin(), values.wide.end());
    return std::vector<double>(values.narrow.begin(), values.narrow.end());
}

/// What a normalisation keeps, under which name, and where it goes in a report.
struct NormPart {
    const char* suffix;
    std::vector<double> NormValues::*values;
    std::optional<Quantiles> LayerReport::*quantiles;
};
constexpr std::array kNormParts{
    NormPart{".weight", &NormValues::gamma, &LayerReport::gamma},
    NormPart{".bias", &NormValues::beta, &LayerReport::beta},
    NormPart{".running_mean", &NormValues::mean, &LayerReport::mean},
    NormPart{".running_var", &NormValues::var, &LayerReport::var},
};

Result<void> measureNorm(const Source& source, const NormPart& part, std::size_t elements,
                         LayerReport& layer)
{
    RK_TRY(layer.normValues.*part.values, valuesOf(source, layer.norm + part.suffix, elements));
    layer.*part.quantiles = quantiles(layer.normValues.*part.values);
    return {};
}

void measureFilters(const Values& values, std::size_t filters, const InspectSettings& settings,
                    LayerReport& layer)
{
    const bool wide = !values.wide.empty();
    const std::size_t size = values.narrow.size() / filters;
    double sum = 0;
    for (std::size_t filter = 0; filter < filters; ++filter) {
        const auto row = wide ? values.wide.subspan(filter * size, size) : values.wide;
        const double square =
            wide ? sumOfSquares(row) : sumOfSquares(values.narrow.subspan(filter * size, size));
        const double norm = wide ? normOf(square, row) : std::sqrt(square);
        sum += square;
        layer.filterNorms.push_back(norm);
        if (norm < settings.deadBelow)
            layer.dead.push_back(static_cast<std::int64_t>(filter));
        if (norm > settings.above)
            ++layer.above;
    }
    layer.layerNorm = wide ? normOf(sum, layer.filterNorms) : std::sqrt(sum);
}

Result<LayerReport> measureLayer(const Source& source, const std::string& conv,
                                 const std::string& norm, std::size_t outputs, std::size_t elements,
                                 const InspectSettings& settings)
{
    RK_TRY(const Values values, need(source, conv + ".weight", elements));
    LayerReport layer;
    layer.name = conv;
    layer.norm = norm;
    layer.shape = *values.shape;
    layer.filterNorms.reserve(outputs);
    measureFilters(values, outputs, settings, layer);
    return layer;
}

Result<LayerReport> inspectLayer(const Source& source, const weights::ConvLayer& conv,
                                 const InspectSettings& settings)
{
    const auto outputs = static_cast<std::size_t>(conv.outputs);
    const std::size_t elements = outputs * static_cast<std::size_t>(conv.inputs) *
                                 static_cast<std::size_t>(conv.kernel * conv.kernel);
    RK_TRY(auto layer, measureLayer(source, conv.conv, conv.norm, outputs, elements, settings));
    for (const NormPart& part : kNormParts)
        RK_CHECK(measureNorm(source, part, outputs, layer));
    return layer;
}

void add(LayerReport layer, WeightReport& report)
{
    report.totals.filters += layer.filterNorms.size();
    report.totals.dead += layer.dead.size();
    report.totals.above += layer.above;
    report.layers.push_back(std::move(layer));
}

Result<WeightReport> inspectAll(const Source& source, const weights::Architecture& architecture,
                                const InspectSettings& settings)
{
    WeightReport report;
    report.settings = settings;
    for (const weights::ConvLayer& conv : weights::convLayers(architecture)) {
        RK_TRY(auto layer, inspectLayer(source, conv, settings));
        add(std::move(layer), report);
    }
    return report;
}

/// A layer of any network: what its normalisation has is measured, whatever its kind.
Result<LayerReport> inspectPlain(const Source& source, const checkpoint::Layer& named,
                                 const InspectSettings& settings)
{
    const Tensor* kernel = source.weights.find(named.conv + ".weight");
    if (kernel == nullptr || kernel->shape.empty() || kernel->shape[0] < 1)
        return fail(ErrorKind::Mismatch, "A tensor of the network is missing", named.conv);
    const auto outputs = static_cast<std::size_t>(kernel->shape[0]);
    RK_TRY(auto layer,
           measureLayer(source, named.conv, named.norm, outputs, kernel->values.size(), settings));
    for (const NormPart& part : kNormParts) {
        if (!named.norm.empty() && source.weights.contains(named.norm + part.suffix))
            RK_CHECK(measureNorm(source, part, outputs, layer));
    }
    return layer;
}

} // namespace

Quantiles quantiles(std::vector<double> values)
{
    Quantiles result;
    if (values.empty())
        return result;
    // A single NaN has no place in an order: nothing can be said about the row.
    if (std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); })) {
        constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
        return {kNone, kNone, kNone, kNone, kNone, kNone};
    }
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto low = static_cast<std::size_t>(place);
        const std::size_t high = std::min(low + 1, values.size() - 1);
        return values[low] + (place - static_cast<double>(low)) * (values[high] - values[low]);
    };
    result.min = values.front();
    result.q25 = at(0.25);
    result.median = at(0.5);
    result.q75 = at(0.75);
    result.max = values.back();
    result.mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    return result;
}

Result<WeightReport> inspectWeights(const weights::WeightSet& weights,
                                    const weights::Architecture& architecture,
                                    const InspectSettings& settings)
{
    static const Doubles kNone;
    return inspectAll({weights, kNone}, architecture, settings);
}

Result<WeightReport> inspectCheckpoint(const checkpoint::Checkpoint& checkpoint,
                                       const InspectSettings& settings)
{
    const Source source{checkpoint.weights, checkpoint.doubles};
    if (checkpoint.onlyLook.empty())
        return inspectAll(source, checkpoint.architecture, settings);
    WeightReport report;
    report.settings = settings;
    for (const checkpoint::Layer& named : checkpoint.layers) {
        RK_TRY(auto layer, inspectPlain(source, named, settings));
        add(std::move(layer), report);
    }
    return report;
}

} // namespace rekindle::inspect
