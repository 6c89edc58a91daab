#pragma once

#include "core/pretrain/method_torch.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rekindle::pretrain {

/// The images of a batch shared out among pieces as evenly as can be: the first one of each, and
/// the end of the last. `pieces` is from 1 to `images`.
[[nodiscard]] std::vector<std::int64_t> pieceBorders(std::int64_t images, std::int64_t pieces);

/// A training step whose batch goes through the networks in pieces, so that the maps of one piece
/// alone are kept at a time (gradient caching, Gao et al. 2021): every piece is embedded without
/// recording, the loss is taken over the embeddings of all, and every piece is embedded once more
/// to carry the loss's gradient at its embeddings on to the weights. Loss and gradients are those
/// of the whole batch, except that batch norm normalises each piece by itself, as on several cards.
/// Running statistics are fed once, with those of the whole batch.
class PiecedStep
{
public:
    /// `blocks` as for PretrainMethod::embed, of `images` images; both outlive this.
    PiecedStep(PretrainMethod& method, const std::vector<train::ViewPixels>& blocks,
               std::int64_t images, std::int64_t pieces);

    /// Of the whole batch, every part a leaf at which the loss's gradient is caught.
    [[nodiscard]] Embeddings embed();
    /// Gradients of all weights; after `embed`, once.
    void backward(const torch::Tensor& loss);

private:
    [[nodiscard]] std::vector<train::ViewPixels> pixelsOf(std::size_t piece) const;
    void backwardOf(std::size_t piece);

    PretrainMethod& m_method;
    const std::vector<train::ViewPixels>& m_blocks;
    std::vector<std::int64_t> m_borders;
    std::vector<torch::Tensor> m_leaves;
};

} // namespace rekindle::pretrain
