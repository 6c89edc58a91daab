// How near the inspection of a ResNet-50 comes to the least any program must do: read every weight
// once.
#include "tests/bench/stopwatch.h"

#include "core/base/rng.h"
#include "core/inspect/weight_report.h"

#include <cstdio>

using namespace rekindle;

namespace {

weights::WeightSet randomResNet50(const weights::Architecture& architecture)
{
    weights::WeightSet weights;
    std::uint32_t place = 0;
    for (const weights::ConvLayer& layer : weights::convLayers(architecture)) {
        Random random(1, Purpose::Probe, place++);
        weights::Tensor tensor;
        tensor.shape = {layer.outputs, layer.inputs, layer.kernel, layer.kernel};
        tensor.values.resize(static_cast<std::size_t>(tensor.elements()));
        for (float& value : tensor.values)
            value = static_cast<float>(random.uniform(-0.05, 0.05));
        weights.set(layer.conv + ".weight", std::move(tensor));
        for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"})
            weights.set(layer.norm + part,
                        {{layer.outputs},
                         std::vector<float>(static_cast<std::size_t>(layer.outputs), 1.0f)});
    }
    return weights;
}

} // namespace

int main()
{
    const weights::Architecture architecture;
    const weights::WeightSet weights = randomResNet50(architecture);
    volatile double sink = 0;
    const double least = bench::medianSeconds(9, [&] {
        float lanes[16] = {};
        for (const auto& item : weights.items()) {
            const auto& values = item.tensor.values;
            for (std::size_t i = 0; i + 16 <= values.size(); i += 16) {
                for (std::size_t k = 0; k < 16; ++k)
                    lanes[k] += values[i + k] * values[i + k];
            }
        }
        sink = sink + static_cast<double>(lanes[0]);
    });
    const double ours = bench::medianSeconds(9, [&] {
        const auto report = inspect::inspectWeights(weights, architecture);
        sink = sink + static_cast<double>(report->totals.filters);
    });
    std::printf("inspect ResNet-50: %.1f ms, %.1f times one pass over the weights (%.1f ms)\n",
                ours * 1e3, ours / least, least * 1e3);
    return 0;
}
