#include "core/pretrain/ntxent_tiles_torch.h"

#include <algorithm>
#include <functional>

namespace rekindle::pretrain {
namespace {

constexpr std::int64_t kTile = 512; ///< rows: a tile of float32 is 1 MB and stays in the cache

/// A range of rows.
struct Rows {
    std::int64_t first, count;
    [[nodiscard]] torch::Tensor of(const torch::Tensor& tensor) const
    {
        return tensor.narrow(0, first, count);
    }
};

/// Goes through the upper half of exp((z z' - 1) / temperature), without its diagonal.
class Tiles
{
public:
    Tiles(const torch::Tensor& rows, double temperature)
        : m_rows(rows), m_scale(1.0 / temperature),
          m_tile(torch::empty({std::min(kTile, rows.size(0)), std::min(kTile, rows.size(0))},
                              rows.options()))
    {
    }

    /// The tile may be written into. `left` and `right` are the same on the diagonal.
    using Use = std::function<void(torch::Tensor& tile, const Rows& left, const Rows& right)>;
    void forEach(const Use& use)
    {
        const std::int64_t all = m_rows.size(0);
        for (std::int64_t i = 0; i < all; i += kTile) {
            const Rows left{i, std::min(kTile, all - i)};
            for (std::int64_t j = i; j < all; j += kTile) {
                const Rows right{j, std::min(kTile, all - j)};
                torch::Tensor tile = m_tile.flatten()
                                         .narrow(0, 0, left.count * right.count)
                                         .view({left.count, right.count});
                at::mm_out(tile, left.of(m_rows), right.of(m_rows).t());
                tile.sub_(1.0).mul_(m_scale).exp_();
                if (i == j)
                    tile.fill_diagonal_(0);
                use(tile, left, right);
            }
        }
    }

private:
    const torch::Tensor& m_rows;
    double m_scale;
    torch::Tensor m_tile;
};

/// For each row the sum over all others.
torch::Tensor sumsOf(Tiles& tiles, const torch::Tensor& rows)
{
    torch::Tensor sums = torch::zeros({rows.size(0)}, rows.options());
    tiles.forEach([&](torch::Tensor& tile, const Rows& left, const Rows& right) {
        left.of(sums).add_(tile.sum(1));
        if (left.first != right.first)
            right.of(sums).add_(tile.sum(0));
    });
    return sums;
}

/// Of the rows: what pulls each towards the others, less what pulls it to its positive.
torch::Tensor gradientOf(Tiles& tiles, const torch::Tensor& rows, const torch::Tensor& sums,
                         double temperature)
{
    const std::int64_t half = rows.size(0) / 2;
    const torch::Tensor weights = sums.reciprocal();
    torch::Tensor gradient = rows.roll(half, 0).mul_(-2.0);
    tiles.forEach([&](torch::Tensor& tile, const Rows& left, const Rows& right) {
        // A similarity has a part in the sums of both its rows.
        tile.mul_(left.of(weights).unsqueeze(1) + right.of(weights).unsqueeze(0));
        left.of(gradient).addmm_(tile, right.of(rows));
        if (left.first != right.first)
            right.of(gradient).addmm_(tile.t(), left.of(rows));
    });
    return gradient.div_(temperature * static_cast<double>(half));
}

class NtXentTiles : public torch::autograd::Function<NtXentTiles>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context,
                                 const torch::Tensor& given, double temperature)
    {
        const torch::Tensor rows = given.contiguous();
        const std::int64_t half = rows.size(0) / 2;
        Tiles tiles(rows, temperature);
        const torch::Tensor sums = sumsOf(tiles, rows);
        const torch::Tensor positives =
            (rows.narrow(0, 0, half) * rows.narrow(0, half, half)).sum();
        if (given.requires_grad())
            context->save_for_backward({gradientOf(tiles, rows, sums, temperature)});
        const double shift = 2.0 * static_cast<double>(half) / temperature;
        return (sums.log().sum() + shift - positives * (2.0 / temperature)) /
               static_cast<double>(half);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients)
    {
        return {context->get_saved_variables().front() * gradients.front(), torch::Tensor()};
    }
};

} // namespace

bool fitsTiles(double temperature, torch::Dtype type)
{
    constexpr double kFloat = 80, kDouble = 650; // exp(-x) of these is a normal number
    return 2.0 / temperature < (type == torch::kDouble ? kDouble : kFloat);
}

torch::Tensor ntXentTiled(const torch::Tensor& rows, double temperature)
{
    return NtXentTiles::apply(rows, temperature);
}

} // namespace rekindle::pretrain
