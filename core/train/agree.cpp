#include "core/train/agree_torch.h"

#include <algorithm>
#include <cstring>

namespace rekindle::train {

std::int64_t largestOf(const model::Replica& replica, std::int64_t mine)
{
    if (replica.world() == 1)
        return mine;
    std::int64_t largest = mine;
    for (const torch::Tensor& given : replica.gather(torch::full({1}, mine, torch::kLong)))
        largest = std::max(largest, given.item<std::int64_t>());
    return largest;
}

std::vector<std::string> gatherTexts(const model::Replica& replica, const std::string& mine)
{
    if (replica.world() == 1)
        return {mine};
    const auto size = static_cast<std::int64_t>(mine.size());
    torch::Tensor bytes = torch::empty({size}, torch::kByte);
    std::memcpy(bytes.data_ptr(), mine.data(), mine.size());
    std::vector<std::string> texts;
    for (const torch::Tensor& given : replica.gather(bytes)) {
        const torch::Tensor host = given.to(torch::kCPU).contiguous();
        texts.emplace_back(static_cast<const char*>(host.data_ptr()),
                           static_cast<std::size_t>(host.numel()));
    }
    return texts;
}

void copyFromFirst(const model::Replica& replica, torch::Tensor& tensor)
{
    const torch::NoGradGuard noGrad;
    tensor.copy_(replica.gather(tensor.detach()).front());
}

} // namespace rekindle::train
