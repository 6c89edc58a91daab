#include "core/checkpoint/backbone_values.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rekindle::checkpoint {
namespace {

using weights::ElementType;
using weights::Tensor;

/// Values in torchvision's order of axes, of a tensor with the sides `stored`.
template <class Number>
std::vector<Number> turned(std::vector<Number> values, const std::vector<std::int64_t>& stored,
                           const std::vector<std::size_t>& axes)
{
    if (axes.empty())
        return values;
    std::vector<std::size_t> strides(stored.size(), 1);
    for (std::size_t axis = stored.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * static_cast<std::size_t>(stored[axis]);
    std::vector<std::int64_t> index(axes.size(), 0);
    std::vector<Number> out;
    out.reserve(values.size());
    std::size_t from = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        out.push_back(values[from]);
        for (std::size_t k = axes.size(); k-- > 0;) {
            from += strides[axes[k]];
            if (++index[k] < stored[axes[k]])
                break;
            from -= strides[axes[k]] * static_cast<std::size_t>(stored[axes[k]]);
            index[k] = 0;
        }
    }
    return out;
}

std::vector<std::int64_t> turnedShape(const std::vector<std::int64_t>& stored,
                                      const std::vector<std::size_t>& axes)
{
    if (axes.empty())
        return stored;
    std::vector<std::int64_t> shape;
    shape.reserve(axes.size());
    for (const std::size_t axis : axes)
        shape.push_back(stored[axis]);
    return shape;
}

/// A tensor of the network as it came out of the file.
struct Loaded {
    Tensor tensor;
    std::vector<double> doubles;
    std::uint64_t tooLarge = 0; ///< numbers that float32 does not hold
    std::uint64_t strange = 0;  ///< no numbers, or larger than the file's own type holds
};

/// How many values are infinite or none at all; seldom any, so that is asked of all at once.
std::uint64_t countStrange(std::span<const float> values)
{
    if (weights::allFinite(values))
        return 0;
    return static_cast<std::uint64_t>(
        std::count_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); }));
}

Loaded convert(const formats::RawTensor& raw, const weights::TensorInfo& info,
               const NamedTensor& named, bool keepDoubles)
{
    Loaded loaded;
    std::vector<float> values(static_cast<std::size_t>(info.elements));
    weights::toFloat(raw.type, raw.order, raw.packed, values);
    if (raw.type == ElementType::F64) {
        std::vector<double> exact(values.size());
        weights::toDouble(raw.type, raw.order, raw.packed, exact);
        for (std::size_t i = 0; i < exact.size(); ++i)
            loaded.tooLarge += std::isinf(values[i]) && std::isfinite(exact[i]) ? 1 : 0;
        if (keepDoubles)
            loaded.doubles = turned(std::move(exact), info.shape, named.axes);
    }
    loaded.strange = countStrange(values) - loaded.tooLarge;
    loaded.tensor.shape = turnedShape(info.shape, named.axes);
    loaded.tensor.values = turned(std::move(values), info.shape, named.axes);
    return loaded;
}

/// Shows a kernel to whoever measures it; its shape and what is wrong with it are left.
Loaded passBy(const formats::RawTensor& raw, const weights::TensorInfo& info,
              const NamedTensor& named, const ReadOptions& options)
{
    if (const auto stored = weights::floatsIn(raw.type, raw.order, raw.packed);
        stored && named.axes.empty()) {
        Loaded loaded;
        loaded.tensor.shape = info.shape;
        if (!options.pass({named.name, info.shape, *stored, {}}))
            loaded.strange = countStrange(*stored);
        return loaded;
    }
    Loaded loaded = convert(raw, info, named, options.keepDoubles);
    static_cast<void>(
        options.pass({named.name, loaded.tensor.shape, loaded.tensor.values, loaded.doubles}));
    loaded.tensor.values = {};
    loaded.doubles = {};
    return loaded;
}

Result<void> makeCounter(Tensor& tensor, const std::string& name, const std::string& subject)
{
    if (tensor.values.size() != 1 || !std::isfinite(tensor.values[0]) || tensor.values[0] < 0)
        return fail(ErrorKind::Damaged, "Its batch counter '" + name + "' is no count", subject,
                    "Fetch the file again.");
    tensor = Tensor{{}, {std::floor(tensor.values[0])}, weights::Stored::Int64};
    return {};
}

/// (x + bias) - mean is x - (mean - bias), and on a batch's own statistics a bias is without
/// effect.
void takeOff(const Loaded& bias, Loaded& mean)
{
    for (std::size_t i = 0; i < mean.tensor.values.size(); ++i) {
        const double off = bias.doubles.empty() ? bias.tensor.values[i] : bias.doubles[i];
        float& value = mean.tensor.values[i];
        if (!mean.doubles.empty())
            mean.doubles[i] -= off;
        value = static_cast<float>(mean.doubles.empty() ? value - off : mean.doubles[i]);
    }
}

/// Takes the biases, the last of what was loaded, off the means among the first.
void foldBiases(const Backbone& backbone, std::vector<Loaded>& all, Checkpoint& checkpoint)
{
    std::map<std::string, std::string> normOf;
    for (const weights::ConvLayer& layer : weights::convLayers(backbone.architecture))
        normOf.emplace(layer.conv + ".bias", layer.norm + ".running_mean");
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < backbone.tensors.size(); ++i)
        places.emplace(backbone.tensors[i].name, i);
    std::uint64_t folded = 0;
    for (std::size_t i = 0; i < backbone.biases.size(); ++i) {
        const Loaded& bias = all[all.size() - backbone.biases.size() + i];
        const auto mean = places.find(normOf[backbone.biases[i].name]);
        const auto& values = bias.tensor.values;
        if (mean == places.end() ||
            std::all_of(values.begin(), values.end(), [](float v) { return v == 0; }))
            continue;
        takeOff(bias, all[mean->second]);
        ++folded;
    }
    if (folded > 0)
        checkpoint.warnings.add(
            "bias_folded",
            text::count(folded, "convolution") +
                (folded == 1 ? " has a bias, which was taken off the running mean behind it"
                             : " have biases, which were taken off the running means behind them") +
                "; the network computes the same",
            checkpoint.file.filename().string());
}

/// What is wrong with a tensor's values, as kind and rest of a sentence; empty when nothing is.
std::pair<std::string, std::string> problemOf(const std::string& name, const Loaded& loaded)
{
    if (loaded.strange > 0)
        return {"values_not_numbers", text::count(loaded.strange) +
                                          (loaded.strange == 1 ? " value that is not a number"
                                                               : " values that are not numbers")};
    if (loaded.tooLarge > 0)
        return {"values_too_large",
                text::count(loaded.tooLarge, "value") + " too large to compute with in 32 bits"};
    if (name.ends_with(".running_var")) {
        const auto& values = loaded.tensor.values;
        const auto negative = static_cast<std::uint64_t>(
            std::count_if(values.begin(), values.end(), [](float v) { return v < 0; }));
        if (negative > 0)
            return {"negative_variances", text::count(negative, "variance") + " below zero"};
    }
    return {};
}

Result<void> checkValues(const std::string& name, const Loaded& loaded, const ReadOptions& options,
                         Checkpoint& checkpoint)
{
    const auto [kind, problem] = problemOf(name, loaded);
    if (kind.empty())
        return {};
    const std::string sentence = "Layer " + name.substr(0, name.rfind('.')) + " has " + problem;
    if (!options.allowNonFinite)
        return fail(ErrorKind::Damaged, sentence, checkpoint.file.string(),
                    "Training that left such weights has failed; use an earlier checkpoint.");
    checkpoint.warnings.add(kind, sentence, checkpoint.file.filename().string());
    return {};
}

bool isKernel(const NamedTensor& named, const weights::TensorInfo& info)
{
    const std::size_t sides = named.axes.empty() ? info.shape.size() : named.axes.size();
    return sides > 1 && !isCounter(named.name);
}

/// `kernels`: how many of the first tensors may be some.
Result<std::vector<Loaded>> loadAll(formats::StoredTensors& stored,
                                    std::span<const NamedTensor> tensors, std::size_t kernels,
                                    const ReadOptions& options)
{
    std::vector<std::size_t> wanted;
    for (const NamedTensor& tensor : tensors)
        wanted.push_back(tensor.place);
    std::vector<Loaded> all(wanted.size());
    RK_CHECK(stored.load(wanted, [&](std::size_t nth, const formats::RawTensor& raw) {
        const weights::TensorInfo& info = stored.tensors()[wanted[nth]];
        const NamedTensor& named = tensors[nth];
        all[nth] = options.pass && nth < kernels && isKernel(named, info)
                       ? passBy(raw, info, named, options)
                       : convert(raw, info, named, options.keepDoubles);
        return Result<void>();
    }));
    return all;
}

Result<void> keep(std::string name, Loaded loaded, const ReadOptions& options,
                  Checkpoint& checkpoint)
{
    RK_CHECK(checkValues(name, loaded, options, checkpoint));
    if (!loaded.doubles.empty())
        checkpoint.doubles.emplace(name, std::move(loaded.doubles));
    checkpoint.weights.set(std::move(name), std::move(loaded.tensor));
    return {};
}

} // namespace

Result<void> loadLayers(formats::StoredTensors& stored, std::span<const PlainLayer> layers,
                        const ReadOptions& options, Checkpoint& checkpoint)
{
    std::vector<NamedTensor> tensors;
    for (const PlainLayer& layer : layers)
        tensors.insert(tensors.end(), layer.tensors.begin(), layer.tensors.end());
    RK_TRY(auto all, loadAll(stored, tensors, tensors.size(), options));
    for (std::size_t i = 0; i < all.size(); ++i)
        RK_CHECK(keep(tensors[i].name, std::move(all[i]), options, checkpoint));
    return {};
}

Result<void> loadBackbone(formats::StoredTensors& stored, const Backbone& backbone,
                          const ReadOptions& options, Checkpoint& checkpoint)
{
    std::vector<NamedTensor> tensors = backbone.tensors;
    if (options.keepHead)
        tensors.insert(tensors.end(), backbone.head.begin(), backbone.head.end());
    const std::size_t end = tensors.size();
    tensors.insert(tensors.end(), backbone.biases.begin(), backbone.biases.end());
    RK_TRY(auto all, loadAll(stored, tensors, backbone.tensors.size(), options));
    foldBiases(backbone, all, checkpoint);
    std::size_t next = 0;
    for (std::string& name : backboneNames(backbone.architecture)) {
        if (next == backbone.tensors.size() || tensors[next].name != name) {
            checkpoint.weights.set(std::move(name), Tensor{{}, {0.0F}, weights::Stored::Int64});
            continue;
        }
        Loaded& loaded = all[next++];
        if (isCounter(name))
            RK_CHECK(makeCounter(loaded.tensor, name, checkpoint.file.string()));
        RK_CHECK(keep(std::move(name), std::move(loaded), options, checkpoint));
    }
    for (; options.keepHead && next < end; ++next)
        checkpoint.head.set(tensors[next].name, std::move(all[next].tensor));
    return {};
}

} // namespace rekindle::checkpoint
