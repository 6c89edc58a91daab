#include "core/inspect/weight_report.h"

#include "core/inspect/frobenius.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rekindle::inspect {
namespace {

using weights::Tensor;

Result<const Tensor*> need(const weights::WeightSet& weights, const std::string& name,
                           std::size_t elements)
{
    const Tensor* tensor = weights.find(name);
    if (tensor == nullptr)
        return fail(ErrorKind::Mismatch, "A tensor of the network is missing", name);
    if (tensor->values.size() != elements)
        return fail(ErrorKind::Mismatch, "This tensor has another size than the network", name);
    return tensor;
}

Quantiles quantilesOf(const Tensor& tensor)
{
    return quantiles({tensor.values.begin(), tensor.values.end()});
}

void measureFilters(const Tensor& tensor, const InspectSettings& settings, LayerReport& layer)
{
    const auto filters = static_cast<std::size_t>(tensor.shape[0]);
    const std::size_t size = tensor.values.size() / filters;
    const std::span<const float> values(tensor.values);
    double sum = 0;
    for (std::size_t filter = 0; filter < filters; ++filter) {
        const double square = sumOfSquares(values.subspan(filter * size, size));
        const double norm = std::sqrt(square);
        sum += square;
        layer.filterNorms.push_back(norm);
        if (norm < settings.deadBelow)
            layer.dead.push_back(static_cast<std::int64_t>(filter));
        if (norm > settings.above)
            ++layer.above;
    }
    layer.layerNorm = std::sqrt(sum);
}

Result<LayerReport> inspectLayer(const weights::WeightSet& weights, const weights::ConvLayer& conv,
                                 const InspectSettings& settings)
{
    const auto outputs = static_cast<std::size_t>(conv.outputs);
    const std::size_t elements = outputs * static_cast<std::size_t>(conv.inputs) *
                                 static_cast<std::size_t>(conv.kernel * conv.kernel);
    RK_TRY(const Tensor* tensor, need(weights, conv.conv + ".weight", elements));
    RK_TRY(const Tensor* gamma, need(weights, conv.norm + ".weight", outputs));
    RK_TRY(const Tensor* beta, need(weights, conv.norm + ".bias", outputs));
    RK_TRY(const Tensor* mean, need(weights, conv.norm + ".running_mean", outputs));
    RK_TRY(const Tensor* var, need(weights, conv.norm + ".running_var", outputs));
    LayerReport layer;
    layer.name = conv.conv;
    layer.norm = conv.norm;
    layer.shape = tensor->shape;
    layer.filterNorms.reserve(outputs);
    measureFilters(*tensor, settings, layer);
    layer.gamma = quantilesOf(*gamma);
    layer.beta = quantilesOf(*beta);
    layer.mean = quantilesOf(*mean);
    layer.var = quantilesOf(*var);
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
    WeightReport report;
    report.settings = settings;
    for (const weights::ConvLayer& conv : weights::convLayers(architecture)) {
        RK_TRY(auto layer, inspectLayer(weights, conv, settings));
        report.totals.filters += layer.filterNorms.size();
        report.totals.dead += layer.dead.size();
        report.totals.above += layer.above;
        report.layers.push_back(std::move(layer));
    }
    return report;
}

} // namespace rekindle::inspect
