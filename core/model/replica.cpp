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

/// Remembers for the backward pass with whom a tensor was shared.
struct Held : torch::CustomClassHolder {
    explicit Held(const Replica* other) : replica(other) {}
    const Replica* replica;
};

void hold(AutogradContext& context, const Replica* replica)
{
    context.saved_data["replica"] = torch::IValue::make_capsule(c10::make_intrusive<Held>(replica));
}

const Replica& held(AutogradContext& context)
{
    return *c10::static_intrusive_pointer_cast<Held>(context.saved_data["replica"].toCapsule())
                ->replica;
}

struct Sum : torch::autograd::Function<Sum> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& mine,
                                 const Replica* replica)
    {
        hold(*context, replica);
        return replica->sum(mine);
    }
    static tensor_list backward(AutogradContext* context, const tensor_list& gradients)
    {
        return {held(*context).sum(gradients.front()), torch::Tensor()};
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
        hold(*context, replica);
        context->saved_data["first"] = *first;
        context->saved_data["count"] = mine.size(0);
        return torch::cat(parts, 0);
    }
    static tensor_list backward(AutogradContext* context, const tensor_list& gradients)
    {
        const std::int64_t first = context->saved_data["first"].toInt();
        const std::int64_t count = context->saved_data["count"].toInt();
        return {held(*context).sum(gradients.front()).narrow(0, first, count), torch::Tensor(),
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
