#include "core/pretrain/pieces_torch.h"

#include "core/model/batch_norm_torch.h"

namespace rekindle::pretrain {
namespace {

/// Rows that go through several views of the images, view by view: those of some images.
torch::Tensor rowsOf(const torch::Tensor& rows, std::int64_t images, std::int64_t first,
                     std::int64_t count)
{
    std::vector<torch::Tensor> views;
    for (std::int64_t view = 0; view * images < rows.size(0); ++view)
        views.push_back(rows.narrow(0, view * images + first, count));
    return views.size() == 1 ? views.front() : torch::cat(views, 0);
}

/// The way back: rows of pieces, each view by view, as those of all images.
torch::Tensor joined(const std::vector<torch::Tensor>& pieces,
                     const std::vector<std::int64_t>& borders)
{
    std::vector<torch::Tensor> rows;
    const std::int64_t views = pieces.front().size(0) / (borders[1] - borders[0]);
    for (std::int64_t view = 0; view < views; ++view) {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const std::int64_t count = borders[i + 1] - borders[i];
            rows.push_back(pieces[i].narrow(0, view * count, count));
        }
    }
    return torch::cat(rows, 0);
}

} // namespace

std::vector<std::int64_t> pieceBorders(std::int64_t images, std::int64_t pieces)
{
    std::vector<std::int64_t> borders;
    for (std::int64_t piece = 0; piece <= pieces; ++piece)
        borders.push_back(images * piece / pieces);
    return borders;
}

PiecedStep::PiecedStep(PretrainMethod& method, const std::vector<train::ViewPixels>& blocks,
                       std::int64_t images, std::int64_t pieces)
    : m_method(method), m_blocks(blocks), m_borders(pieceBorders(images, pieces))
{
}

std::vector<train::ViewPixels> PiecedStep::pixelsOf(std::size_t piece) const
{
    const std::int64_t first = m_borders[piece];
    std::vector<train::ViewPixels> blocks;
    for (const train::ViewPixels& block : m_blocks)
        blocks.push_back({block.views, rowsOf(block.pixels, m_borders.back(), first,
                                              m_borders[piece + 1] - first)});
    return blocks;
}

Embeddings PiecedStep::embed()
{
    const torch::NoGradGuard noGrad;
    model::CollectedStatistics statistics(m_method.module());
    std::vector<std::vector<torch::Tensor>> parts; // part by part, each piece by piece
    std::vector<torch::Tensor> features;
    std::int64_t views = 1;
    for (std::size_t piece = 0; piece + 1 < m_borders.size(); ++piece) {
        statistics.nextPiece();
        const Embeddings made = m_method.embed(pixelsOf(piece));
        parts.resize(made.parts.size());
        for (std::size_t i = 0; i < made.parts.size(); ++i)
            parts[i].push_back(made.parts[i]);
        features.push_back(made.features);
        views = made.views;
    }
    statistics.feed();
    m_leaves.clear();
    for (const auto& pieces : parts)
        m_leaves.push_back(joined(pieces, m_borders).detach().requires_grad_());
    return {m_leaves, joined(features, m_borders), views};
}

void PiecedStep::backward(const torch::Tensor& loss)
{
    loss.backward();
    const model::StatisticsScope again(model::Statistics::Leave);
    for (std::size_t piece = 0; piece + 1 < m_borders.size(); ++piece)
        backwardOf(piece);
}

void PiecedStep::backwardOf(std::size_t piece)
{
    const std::int64_t first = m_borders[piece];
    const Embeddings made = m_method.embedAgain(pixelsOf(piece));
    std::vector<torch::Tensor> parts, gradients;
    for (std::size_t i = 0; i < made.parts.size(); ++i) {
        const torch::Tensor& whole = m_leaves[i].grad();
        if (!whole.defined() || !made.parts[i].defined() || !made.parts[i].requires_grad())
            continue;
        parts.push_back(made.parts[i]);
        gradients.push_back(rowsOf(whole, m_borders.back(), first, m_borders[piece + 1] - first));
    }
    if (!parts.empty())
        torch::autograd::backward(parts, gradients);
}

} // namespace rekindle::pretrain
