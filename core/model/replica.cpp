#include "core/model/replica_torch.h"

namespace rekindle::model {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

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

struct Sum : torch::autograd::Function<Sum> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& mine,
                                 const Replica* replica)
    {
        context->saved_data["replica"] = reinterpret_cast<std::int64_t>(replica);
        return replica->sum(mine);
    }
    static tensor_list backward(AutogradContext* context, const tensor_list& gradients)
    {
        const auto* replica =
            reinterpret_cast<const Replica*>(context->saved_data["replica"].toInt());
        return {replica->sum(gradients.front()), torch::Tensor()};
    }
};

struct Gather : torch::autograd::Function<Gather> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& mine,
                                 const Replica* replica, std::int64_t* first)
    {
        const std::vector<torch::Tensor> parts = replica->gather(mine);
        *first = 0;
        for (int rank = 0; rank < replica->rank(); ++rank)
            *first += parts[static_cast<std::size_t>(rank)].size(0);
        context->saved_data["replica"] = reinterpret_cast<std::int64_t>(replica);
        context->saved_data["first"] = *first;
        context->saved_data["count"] = mine.size(0);
        return torch::cat(parts, 0);
    }
    static tensor_list backward(AutogradContext* context, const tensor_list& gradients)
    {
        const auto* replica =
            reinterpret_cast<const Replica*>(context->saved_data["replica"].toInt());
        const std::int64_t first = context->saved_data["first"].toInt();
        const std::int64_t count = context->saved_data["count"].toInt();
        return {replica->sum(gradients.front()).narrow(0, first, count), torch::Tensor(),
                torch::Tensor()};
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

torch::Tensor sumOver(const torch::Tensor& mine, const Replica& replica)
{
    return replica.world() == 1 ? mine : Sum::apply(mine, &replica);
}

GatheredRows gatherRows(const torch::Tensor& mine, const Replica& replica)
{
    if (replica.world() == 1)
        return {mine, 0};
    GatheredRows rows;
    rows.all = Gather::apply(mine, &replica, &rows.first);
    return rows;
}

} // namespace rekindle::model
