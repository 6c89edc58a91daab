#include "core/model/replica_torch.h"

namespace rekindle::model {
namespace {

class Alone : public Replica
{
public:
    [[nodiscard]] int rank() const override { return 0; }
    [[nodiscard]] int world() const override { return 1; }
    [[nodiscard]] std::vector<torch::Tensor> gather(const torch::Tensor& mine) const override
    {
        return {mine};
    }
};

} // namespace

torch::Tensor Replica::sum(const torch::Tensor& mine) const
{
    if (world() == 1)
        return mine;
    const std::vector<torch::Tensor> parts = gather(mine);
    torch::Tensor total = parts.front().clone();
    for (std::size_t i = 1; i < parts.size(); ++i)
        total.add_(parts[i]);
    return total;
}

const Replica& alone()
{
    static const Alone replica;
    return replica;
}

} // namespace rekindle::model
