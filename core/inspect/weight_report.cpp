#include "core/inspect/weight_report.h"

#include "core/inspect/kernel_norms.h"

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
using PassedKernels = std::map<std::string, KernelNorms, std::less<>>;

/// Where values are looked for: float64 first, since float32 copies of them have lost digits.
struct Source {
    const weights::WeightSet& weights;
    const Doubles& doubles;
    const PassedKernels* passed = nullptr; ///< measured while they were read; values are not kept
};

/// The values of one tensor, in the type that they are known in.
struct Values {
    std::span<const float> narrow;
    std::span<const double> wide; ///< in place of `narrow` unless empty
    const std::vector<std::int64_t>* shape = nullptr;
};

Error wrongSize(const std::string& name)
{
    return {ErrorKind::Mismatch, "This tensor has another size than the network", name, ""};
}

std::size_t elementsOf(const std::vector<std::int64_t>& shape)
{
    std::size_t elements = 1;
    for (const std::int64_t side : shape)
        elements *= static_cast<std::size_t>(side);
    return elements;
}

Result<Values> need(const Source& source, const std::string& name, std::size_t elements)
{
    const Tensor* tensor = source.weights.find(name);
    if (tensor == nullptr)
        return fail(ErrorKind::Mismatch, "A tensor of the network is missing", name);
    if (tensor->values.size() != elements)
        return fail(wrongSize(name));
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

/// The norms of a kernel, which passed by or lies among the weights.
Result<KernelNorms> normsOf(const Source& source, const std::string& name, std::size_t elements)
{
    if (source.passed != nullptr) {
        if (const auto it = source.passed->find(name); it != source.passed->end()) {
            if (elementsOf(it->second.shape) != elements)
                return fail(wrongSize(name));
            return it->second;
        }
    }
    RK_TRY(const Values values, need(source, name, elements));
    return kernelNorms(*values.shape, values.narrow, values.wide);
}

Result<LayerReport> measureLayer(const Source& source, const std::string& conv,
                                 const std::string& norm, std::size_t elements,
                                 const InspectSettings& settings)
{
    RK_TRY(KernelNorms norms, normsOf(source, conv + ".weight", elements));
    LayerReport layer;
    layer.name = conv;
    layer.norm = norm;
    layer.shape = std::move(norms.shape);
    layer.layerNorm = norms.whole;
    layer.filterNorms = std::move(norms.filters);
    for (std::size_t filter = 0; filter < layer.filterNorms.size(); ++filter) {
        if (layer.filterNorms[filter] < settings.deadBelow)
            layer.dead.push_back(static_cast<std::int64_t>(filter));
        if (layer.filterNorms[filter] > settings.above)
            ++layer.above;
    }
    return layer;
}

Result<LayerReport> inspectLayer(const Source& source, const weights::ConvLayer& conv,
                                 const InspectSettings& settings)
{
    const auto outputs = static_cast<std::size_t>(conv.outputs);
    const std::size_t elements = outputs * static_cast<std::size_t>(conv.inputs) *
                                 static_cast<std::size_t>(conv.kernel * conv.kernel);
    RK_TRY(auto layer, measureLayer(source, conv.conv, conv.norm, elements, settings));
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
           measureLayer(source, named.conv, named.norm, elementsOf(kernel->shape), settings));
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

namespace {

Result<WeightReport> inspectSource(const Source& source, const checkpoint::Checkpoint& checkpoint,
                                   const InspectSettings& settings)
{
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

} // namespace

Result<WeightReport> inspectCheckpoint(const checkpoint::Checkpoint& checkpoint,
                                       const InspectSettings& settings)
{
    return inspectSource({checkpoint.weights, checkpoint.doubles}, checkpoint, settings);
}

Result<InspectedFile> inspectFile(const std::filesystem::path& file,
                                  checkpoint::ReadOptions options, const InspectSettings& settings)
{
    PassedKernels passed;
    options.pass = [&](const checkpoint::PassingKernel& kernel) {
        const auto& norms =
            passed
                .insert_or_assign(kernel.name,
                                  kernelNorms(kernel.shape, kernel.narrow, kernel.wide))
                .first->second;
        // No sum of squares is a number when one of them is none.
        return !norms.filters.empty() && std::isfinite(norms.whole);
    };
    RK_TRY(auto checkpoint, checkpoint::readCheckpoint(file, options));
    const Source source{checkpoint.weights, checkpoint.doubles, &passed};
    RK_TRY(auto report, inspectSource(source, checkpoint, settings));
    return InspectedFile{std::move(report), std::move(checkpoint.file),
                         std::move(checkpoint.warnings)};
}

} // namespace rekindle::inspect
