#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace rekindle::model {

/// One of the processes that train one network together, each with rows of its own of every batch.
/// Their parts of a loss add up to the whole batch's, and so do their gradients. Whatever is asked
/// here is asked by all of them in the same order, and all get the same answer, bit by bit.
class Replica
{
public:
    virtual ~Replica() = default;

    [[nodiscard]] virtual int rank() const = 0;  ///< from 0; the first one owns folder and journal
    [[nodiscard]] virtual int world() const = 0; ///< how many there are
    /// What each gives, in rank order, as values without gradients. Types agree, and so do sizes
    /// but the first.
    [[nodiscard]] virtual std::vector<torch::Tensor> gather(const torch::Tensor& mine) const = 0;
    /// The sum of what each gives, added up in rank order.
    [[nodiscard]] torch::Tensor sum(const torch::Tensor& mine) const;
};

/// A process that trains by itself: everything is the identity.
[[nodiscard]] const Replica& alone();

/// The sum over replicas, with gradients: what goes into one replica's part reaches the loss of
/// all, so its gradient is the sum of theirs.
[[nodiscard]] torch::Tensor sumOver(const torch::Tensor& mine, const Replica& replica);

/// The rows of all replicas, [N of all, ...], with gradients as those of sumOver.
struct GatheredRows {
    torch::Tensor all;
    std::int64_t first = 0; ///< where those of this replica begin
};
[[nodiscard]] GatheredRows gatherRows(const torch::Tensor& mine, const Replica& replica);

} // namespace rekindle::model
