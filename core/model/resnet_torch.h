#pragma once

#include "core/model/batch_norm_torch.h"
#include "core/weights/architecture.h"
#include "core/weights/conventions.h"

#include <torch/torch.h>

#include <vector>

namespace rekindle::model {

/// A convolution without bias that pads as its writer's framework does (recipes 3.9).
class ConvImpl : public torch::nn::Module
{
public:
    ConvImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t kernel, std::int64_t stride,
             weights::Padding padding, std::int64_t groups = 1);
    torch::Tensor forward(const torch::Tensor& input);

    torch::Tensor weight; ///< [outputs, inputs / groups, kernel, kernel]

private:
    std::int64_t m_kernel, m_stride, m_groups;
    weights::Padding m_padding;
};
TORCH_MODULE(Conv);

/// A residual block, basic (two 3x3) or bottleneck (1x1, 3x3 with the stride, 1x1): v1.5.
class BlockImpl : public torch::nn::Module
{
public:
    struct Shape {
        std::int64_t inputs, inner, outputs, stride;
        bool bottleneck;
        std::int64_t groups = 1;
        bool project = false; ///< a shortcut of its own although the sides agree
        bool padded = false;  ///< a shortcut without weights
    };
    BlockImpl(const Shape& shape, const weights::Conventions& conventions,
              RunningVariance variance);
    torch::Tensor forward(const torch::Tensor& input);

private:
    std::vector<Conv> m_convs;
    std::vector<BatchNorm> m_norms;
    Conv m_shortcut{nullptr};
    BatchNorm m_shortcutNorm{nullptr};
    std::int64_t m_padChannels = -1; ///< of a shortcut without weights; -1 for others
    std::int64_t m_padStride = 1;
};
TORCH_MODULE(Block);

/// A ResNet of any depth and width under torchvision's names, without its classifier. Maps
/// [N, 3, H, W] in [0, 1] to pooled features [N, featureDim]; the conventions' normalisation is
/// applied first. A network of one input channel sees the luminance (.299 R + .587 G + .114 B) of
/// what the normalisation made, one of four sees ones in the fourth.
class ResNetImpl : public torch::nn::Module
{
public:
    ResNetImpl(const weights::Architecture& architecture, const weights::Conventions& conventions,
               RunningVariance variance);
    torch::Tensor forward(const torch::Tensor& pixels);

    /// What `forward` is made of, for whoever looks at the maps between: the stem with its pooling,
    /// then the stages counted from 0, each on what the one before gave.
    torch::Tensor stem(const torch::Tensor& pixels);
    torch::Tensor stage(int stage, const torch::Tensor& maps);

    /// Whether the backward pass computes each block once more from its input, so that only the
    /// inputs are kept meanwhile (recompute_torch.h). The numbers are the same.
    void setRecompute(bool on) { m_recompute = on; }

    [[nodiscard]] const weights::Architecture& architecture() const { return m_architecture; }
    [[nodiscard]] const weights::Conventions& conventions() const { return m_conventions; }

private:
    [[nodiscard]] torch::Tensor asInput(const torch::Tensor& pixels) const;
    [[nodiscard]] torch::Tensor wholeStem(const torch::Tensor& pixels);

    weights::Architecture m_architecture;
    weights::Conventions m_conventions;
    Conv m_stem{nullptr};
    BatchNorm m_stemNorm{nullptr};
    std::vector<Block> m_blocks;
    bool m_recompute = false;
    torch::Tensor m_mean, m_deviation; ///< [1, 3, 1, 1]; not part of the state
};
TORCH_MODULE(ResNet);

} // namespace rekindle::model
