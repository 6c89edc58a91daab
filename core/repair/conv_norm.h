#pragma once

#include "core/base/result.h"
#include "core/weights/architecture.h"
#include "core/weights/weight_set.h"

#include <cstddef>
#include <span>

namespace rekindle::repair {

/// A convolution's tensors together with those of the batch norm behind it, as spans into a
/// WeightSet that stays where it is. Channel k of everything belongs to filter k.
struct ConvNorm {
    std::span<float> weight; ///< [outputs * filterSize]
    std::span<float> gamma, beta, mean, var;
    std::size_t filters = 0;
    std::size_t filterSize = 0;

    [[nodiscard]] std::span<float> filter(std::size_t k) const
    {
        return weight.subspan(k * filterSize, filterSize);
    }
};

/// Kind Mismatch when a tensor is missing; the shapes were checked when the file was read.
[[nodiscard]] inline Result<ConvNorm> convNorm(weights::WeightSet& weights,
                                               const weights::ConvLayer& layer)
{
    ConvNorm parts;
    const auto find = [&](const std::string& name, std::span<float>& into) -> Result<void> {
        weights::Tensor* tensor = weights.find(name);
        if (tensor == nullptr)
            return fail(ErrorKind::Mismatch, "A tensor of the network is missing", name);
        into = tensor->values;
        return {};
    };
    RK_CHECK(find(layer.conv + ".weight", parts.weight));
    RK_CHECK(find(layer.norm + ".weight", parts.gamma));
    RK_CHECK(find(layer.norm + ".bias", parts.beta));
    RK_CHECK(find(layer.norm + ".running_mean", parts.mean));
    RK_CHECK(find(layer.norm + ".running_var", parts.var));
    parts.filters = static_cast<std::size_t>(layer.outputs);
    parts.filterSize = parts.weight.size() / parts.filters;
    return parts;
}

} // namespace rekindle::repair
