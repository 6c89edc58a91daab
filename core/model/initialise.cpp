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

} // namespace

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
