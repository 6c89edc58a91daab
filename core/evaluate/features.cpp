#include "core/evaluate/features_torch.h"

#include "core/model/device_torch.h"
#include "core/model/weight_transfer_torch.h"

namespace rekindle::evaluate {

Result<torch::Tensor> extractFeatures(model::ResNet& network, ScoreImages& images,
                                      const torch::Device& device)
{
    const torch::InferenceMode inference;
    network->eval();
    std::vector<torch::Tensor> parts;
    RK_CHECK(
        images.forEachBatch(device, [&](const torch::Tensor& pixels, std::size_t) -> Result<void> {
            parts.push_back(network->forward(pixels).to(torch::kCPU));
            return {};
        }));
    return torch::cat(parts, 0);
}

Result<model::ResNet> makeNetwork(const weights::Architecture& architecture,
                                  const weights::Conventions& conventions,
                                  const weights::WeightSet& weights, const torch::Device& device)
{
    model::ResNet network(architecture, conventions, model::RunningVariance::Unbiased);
    RK_CHECK(model::loadWeights(*network, weights));
    model::moveTo(*network, device);
    return network;
}

} // namespace rekindle::evaluate
