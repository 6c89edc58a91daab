#include "core/model/weight_transfer_torch.h"

#include <algorithm>
#include <cstring>

namespace rekindle::model {

weights::Tensor toHost(const torch::Tensor& tensor)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor host =
        tensor.detach().to(torch::kCPU, torch::kFloat).contiguous(at::MemoryFormat::Contiguous);
    weights::Tensor stored;
    stored.shape.assign(host.sizes().begin(), host.sizes().end());
    stored.values.assign(host.data_ptr<float>(), host.data_ptr<float>() + host.numel());
    if (tensor.scalar_type() == torch::kLong)
        stored.stored = weights::Stored::Int64;
    return stored;
}

Result<void> fromHost(const weights::Tensor& stored, torch::Tensor& tensor, const std::string& name)
{
    if (!std::equal(stored.shape.begin(), stored.shape.end(), tensor.sizes().begin(),
                    tensor.sizes().end()))
        return fail(ErrorKind::Mismatch, "This tensor has another shape than the network", name);
    const torch::NoGradGuard noGrad;
    torch::Tensor host = torch::empty(stored.shape, torch::kFloat);
    if (!stored.values.empty())
        std::memcpy(host.data_ptr<float>(), stored.values.data(),
                    stored.values.size() * sizeof(float));
    tensor.copy_(host);
    return {};
}

Result<void> loadWeights(torch::nn::Module& module, const weights::WeightSet& weights,
                         const std::string& prefix)
{
    const auto load = [&](const std::string& key, torch::Tensor tensor) -> Result<void> {
        const std::string name = prefix + key;
        const weights::Tensor* stored = weights.find(name);
        if (stored != nullptr)
            return fromHost(*stored, tensor, name);
        if (tensor.scalar_type() == torch::kLong)
            return {};
        return fail(ErrorKind::Mismatch, "A tensor that the network needs is missing", name);
    };
    for (const auto& item : module.named_parameters())
        RK_CHECK(load(item.key(), item.value()));
    for (const auto& item : module.named_buffers())
        RK_CHECK(load(item.key(), item.value()));
    return {};
}

void storeWeights(const torch::nn::Module& module, weights::WeightSet& into,
                  const std::string& prefix)
{
    for (const auto& item : module.named_parameters())
        into.set(prefix + item.key(), toHost(item.value()));
    for (const auto& item : module.named_buffers())
        into.set(prefix + item.key(), toHost(item.value()));
}

} // namespace rekindle::model
