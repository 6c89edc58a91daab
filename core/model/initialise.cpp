#include "core/model/initialise_torch.h"

#include "core/base/rng.h"

#include <cmath>
#include <functional>
#include <string>

namespace rekindle::model {
namespace {

/// Standard deviation of a unit normal cut at two.
constexpr double kTruncation = 0.87962566103423978;

void fill(torch::Tensor& tensor, const std::function<double()>& draw)
{
    const torch::NoGradGuard noGrad;
    torch::Tensor host = torch::empty(tensor.sizes(), torch::kFloat);
    float* values = host.data_ptr<float>();
    for (std::int64_t i = 0; i < host.numel(); ++i)
        values[i] = static_cast<float>(draw());
    tensor.copy_(host);
}

/// The last norm of a block: bn3 of a bottleneck, bn2 of a basic block.
std::string lastNorm(const weights::Architecture& architecture)
{
    return architecture.bottleneck ? "bn3.weight" : "bn2.weight";
}

bool endsWith(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// Convolutions by `draw` of their shape, gamma 1, beta 0.
void fillNetwork(ResNet& network, std::uint64_t seed, std::uint32_t of,
                 const std::function<double(const torch::Tensor& shape, Random& random)>& draw)
{
    std::uint32_t place = 0;
    for (auto& item : network->named_parameters()) {
        Random random(seed, Purpose::Initialise, place++, of);
        torch::Tensor tensor = item.value();
        if (tensor.dim() == 4)
            fill(tensor, [&] { return draw(tensor, random); });
        else
            fill(tensor, [&] { return endsWith(item.key(), "weight") ? 1.0 : 0.0; });
    }
}

/// Weights that one output adds up.
double fanIn(const torch::Tensor& tensor)
{
    const std::int64_t inputs = tensor.numel() / tensor.size(0);
    return static_cast<double>(inputs);
}

double truncatedByFanIn(const torch::Tensor& tensor, Random& random)
{
    return random.truncatedNormal(2.0) / std::sqrt(fanIn(tensor));
}

void fillUniform(torch::Tensor& tensor, double bound, Random random)
{
    fill(tensor, [&] { return random.uniform(-bound, bound); });
}

/// Weight and bias, from the streams `stream` and `stream` + 1 of a place.
void fillLinear(Linear& layer, std::uint64_t seed, std::uint32_t stream, std::uint32_t place)
{
    const double bound = 1.0 / std::sqrt(fanIn(layer->weight));
    fillUniform(layer->weight, bound, Random(seed, Purpose::Head, stream, place));
    if (layer->bias.defined())
        fillUniform(layer->bias, bound, Random(seed, Purpose::Head, stream + 1, place));
}

} // namespace

void initialiseSwav(ResNet& network, std::uint64_t seed)
{
    fillNetwork(network, seed, 0, [](const torch::Tensor& tensor, Random& random) {
        const auto fanOut = static_cast<double>(tensor.size(0) * tensor.size(2) * tensor.size(3));
        return std::sqrt(2.0 / fanOut) * random.normal();
    });
}

void initialiseByol(ResNet& network, std::uint64_t seed, std::uint32_t place)
{
    fillNetwork(network, seed, place, truncatedByFanIn);
}

void initialiseUniform(Perceptron& head, std::uint64_t seed, std::uint32_t place)
{
    fillLinear(head->hidden, seed, 0, place);
    fillLinear(head->output, seed, 2, place);
}

void initialiseUniform(Linear& layer, std::uint64_t seed, std::uint32_t place)
{
    fillLinear(layer, seed, 0, place);
}

void initialiseUnitRows(torch::Tensor& rows, std::uint64_t seed, std::uint32_t place)
{
    const torch::NoGradGuard noGrad;
    Random random(seed, Purpose::Head, 0, place);
    fill(rows, [&] { return random.normal(); });
    rows.div_(rows.norm(2, 1, true));
}

void initialiseUniform(torch::Tensor& matrix, std::uint64_t seed, std::uint32_t place)
{
    fillUniform(matrix, 1.0 / std::sqrt(fanIn(matrix)), Random(seed, Purpose::Head, 0, place));
}

void initialiseByol(Perceptron& head, std::uint64_t seed, std::uint32_t place)
{
    std::uint32_t stream = 0;
    for (auto* layer : {&head->hidden, &head->output}) {
        Random random(seed, Purpose::Head, stream++, place);
        fill((*layer)->weight, [&] { return truncatedByFanIn((*layer)->weight, random); });
    }
}

void initialiseSimclr(ResNet& network, std::uint64_t seed)
{
    const std::string last = lastNorm(network->architecture());
    std::uint32_t place = 0;
    for (auto& item : network->named_parameters()) {
        Random random(seed, Purpose::Initialise, place++);
        torch::Tensor tensor = item.value();
        if (tensor.dim() == 4) {
            const auto fanIn =
                static_cast<double>(tensor.size(1) * tensor.size(2) * tensor.size(3));
            const double deviation = std::sqrt(1.0 / fanIn) / kTruncation;
            fill(tensor, [&] { return deviation * random.truncatedNormal(2.0); });
        } else {
            const bool gamma = endsWith(item.key(), "weight");
            const bool zero = endsWith(item.key(), last) && item.key().rfind("layer", 0) == 0;
            fill(tensor, [&] { return gamma && !zero ? 1.0 : 0.0; });
        }
    }
}

void initialiseSimclr(SimclrHead& head, std::uint64_t seed)
{
    Random hidden(seed, Purpose::Head, 0);
    fill(head->hidden, [&] { return 0.01 * hidden.normal(); });
    Random output(seed, Purpose::Head, 1);
    fill(head->output, [&] { return 0.01 * output.normal(); });
}

void initialiseClassifier(Classifier& classifier, std::uint64_t seed)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(classifier->weight.size(1)));
    Random weight(seed, Purpose::Head, 2);
    fill(classifier->weight, [&] { return weight.uniform(-bound, bound); });
    Random bias(seed, Purpose::Head, 3);
    fill(classifier->bias, [&] { return bias.uniform(-bound, bound); });
}

} // namespace rekindle::model
