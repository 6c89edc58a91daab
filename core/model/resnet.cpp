#include "core/model/resnet_torch.h"

#include "core/model/recompute_torch.h"

#include <array>
#include <limits>
#include <numeric>
#include <string>

namespace rekindle::model {
namespace {

using weights::Padding;

/// TensorFlow's SAME: output ceil(size / stride), the odd pixel after. Returns {before, after}.
std::pair<std::int64_t, std::int64_t> same(std::int64_t size, std::int64_t kernel,
                                           std::int64_t stride)
{
    const std::int64_t out = (size + stride - 1) / stride;
    const std::int64_t total = std::max<std::int64_t>((out - 1) * stride + kernel - size, 0);
    return {total / 2, total - total / 2};
}

torch::Tensor padSame(const torch::Tensor& input, std::int64_t kernel, std::int64_t stride)
{
    const auto [top, bottom] = same(input.size(2), kernel, stride);
    const auto [left, right] = same(input.size(3), kernel, stride);
    return torch::constant_pad_nd(input, {left, right, top, bottom});
}

/// The pixels that a 1x1 convolution of this stride looks at. Taking them first and convolving with
/// stride 1 computes the same, and keeps clear of a fault in oneDNN (uxlfoundation/oneDNN#6035):
/// the backward pass of strided 1x1 convolutions in channels-last form crashes, hangs or gives
/// wrong gradients when channels are few.
torch::Tensor everyNth(const torch::Tensor& input, std::int64_t stride)
{
    constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
    return input.slice(2, 0, kAll, stride)
        .slice(3, 0, kAll, stride)
        .contiguous(input.suggest_memory_format());
}

/// New channels of zeros, half of them before the others.
torch::Tensor padChannels(const torch::Tensor& input, std::int64_t channels)
{
    return torch::constant_pad_nd(input, {0, 0, 0, 0, channels / 2, channels - channels / 2});
}

} // namespace

ConvImpl::ConvImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t kernel,
                   std::int64_t stride, Padding padding, std::int64_t groups)
    : m_kernel(kernel), m_stride(stride), m_groups(groups), m_padding(padding)
{
    weight = register_parameter("weight", torch::zeros({outputs, inputs / groups, kernel, kernel}));
}

torch::Tensor ConvImpl::forward(const torch::Tensor& input)
{
    // SimCLR pads strided convolutions by (k - 1) / 2 on both sides, as torchvision does; its
    // unstrided SAME is the same thing.
    const std::array strides{m_stride, m_stride};
    const std::array<std::int64_t, 2> once{1, 1};
    if (m_padding == Padding::Same && m_stride > 1 && m_kernel > 1)
        return torch::conv2d(padSame(input, m_kernel, m_stride), weight, torch::Tensor(), strides,
                             std::array<std::int64_t, 2>{0, 0}, once, m_groups);
    if (m_kernel == 1 && m_stride > 1)
        return torch::conv2d(everyNth(input, m_stride), weight);
    return torch::conv2d(input, weight, torch::Tensor(), strides,
                         std::array{m_kernel / 2, m_kernel / 2}, once, m_groups);
}

BlockImpl::BlockImpl(const Shape& shape, const weights::Conventions& conventions,
                     RunningVariance variance)
{
    const auto add = [&](std::int64_t inputs, std::int64_t outputs, std::int64_t kernel,
                         std::int64_t stride, std::int64_t groups = 1) {
        const std::string index = std::to_string(m_convs.size() + 1);
        m_convs.push_back(register_module(
            "conv" + index, Conv(inputs, outputs, kernel, stride, conventions.padding, groups)));
        m_norms.push_back(
            register_module("bn" + index, BatchNorm(outputs, conventions.bnEps, variance)));
    };
    if (shape.bottleneck) {
        add(shape.inputs, shape.inner, 1, 1);
        add(shape.inner, shape.inner, 3, shape.stride, shape.groups);
        add(shape.inner, shape.outputs, 1, 1);
    } else {
        add(shape.inputs, shape.inner, 3, shape.stride);
        add(shape.inner, shape.outputs, 3, 1);
    }
    const bool changes = shape.stride != 1 || shape.inputs != shape.outputs;
    if (changes && shape.padded) {
        m_padChannels = shape.outputs - shape.inputs;
        m_padStride = shape.stride;
    } else if (changes || shape.project) {
        m_shortcut = Conv(shape.inputs, shape.outputs, 1, shape.stride, conventions.padding);
        m_shortcutNorm = BatchNorm(shape.outputs, conventions.bnEps, variance);
        auto downsample = std::make_shared<torch::nn::ModuleListImpl>();
        downsample->push_back(m_shortcut.ptr());
        downsample->push_back(m_shortcutNorm.ptr());
        register_module("downsample", downsample);
    }
}

torch::Tensor BlockImpl::forward(const torch::Tensor& input)
{
    torch::Tensor x = input;
    for (std::size_t i = 0; i < m_convs.size(); ++i) {
        x = m_norms[i]->forward(m_convs[i]->forward(x));
        if (i + 1 < m_convs.size())
            x.relu_();
    }
    if (m_padChannels >= 0)
        return x.add_(padChannels(everyNth(input, m_padStride), m_padChannels)).relu_();
    const torch::Tensor shortcut =
        m_shortcut.is_empty() ? input : m_shortcutNorm->forward(m_shortcut->forward(input));
    return x.add_(shortcut).relu_();
}

ResNetImpl::ResNetImpl(const weights::Architecture& architecture,
                       const weights::Conventions& conventions, RunningVariance variance)
    : m_architecture(architecture), m_conventions(conventions)
{
    const bool small = architecture.stemKernel == 3;
    m_stem =
        register_module("conv1", Conv(architecture.inputChannels, architecture.stemChannels,
                                      architecture.stemKernel, small ? 1 : 2, conventions.padding));
    m_stemNorm =
        register_module("bn1", BatchNorm(architecture.stemChannels, conventions.bnEps, variance));
    std::int64_t channels = architecture.stemChannels;
    for (int stage = 0; stage < architecture.stages(); ++stage) {
        auto list = std::make_shared<torch::nn::ModuleListImpl>();
        const std::int64_t inner = architecture.inner[static_cast<std::size_t>(stage)];
        const std::int64_t outputs = architecture.stageOutputs(stage);
        for (int b = 0; b < architecture.blocks[static_cast<std::size_t>(stage)]; ++b) {
            const std::int64_t stride = b == 0 && stage > 0 ? 2 : 1;
            m_blocks.emplace_back(
                BlockImpl::Shape{channels, inner, outputs, stride, architecture.bottleneck,
                                 architecture.groups,
                                 architecture.projectFirst && stage == 0 && b == 0,
                                 architecture.paddedShortcuts},
                conventions, variance);
            list->push_back(m_blocks.back().ptr());
            channels = outputs;
        }
        register_module("layer" + std::to_string(stage + 1), list);
    }
    const auto scale = weights::pixelScale(conventions.normalisation);
    m_mean = torch::tensor({scale.mean[0], scale.mean[1], scale.mean[2]}).view({1, 3, 1, 1});
    m_deviation = torch::tensor({scale.deviation[0], scale.deviation[1], scale.deviation[2]})
                      .view({1, 3, 1, 1});
}

torch::Tensor ResNetImpl::asInput(const torch::Tensor& pixels) const
{
    torch::Tensor x = pixels;
    if (m_conventions.normalisation != weights::Normalisation::None)
        x = (x - m_mean.to(x.device())) / m_deviation.to(x.device());
    if (m_architecture.inputChannels == 1) {
        const torch::Tensor share = torch::tensor({0.299F, 0.587F, 0.114F}).view({1, 3, 1, 1});
        return (x * share.to(x.device())).sum(1, true);
    }
    if (m_architecture.inputChannels == 4)
        return torch::cat({x, torch::ones_like(x.narrow(1, 0, 1))}, 1);
    return x;
}

torch::Tensor ResNetImpl::stem(const torch::Tensor& pixels)
{
    if (!m_recompute)
        return wholeStem(pixels);
    auto parameters = m_stem->parameters();
    for (const torch::Tensor& parameter : m_stemNorm->parameters())
        parameters.push_back(parameter);
    return recomputed([this](const torch::Tensor& x) { return wholeStem(x); }, pixels, parameters);
}

torch::Tensor ResNetImpl::wholeStem(const torch::Tensor& pixels)
{
    torch::Tensor x = m_stemNorm->forward(m_stem->forward(asInput(pixels)));
    if (m_architecture.stemRelu)
        x.relu_();
    if (m_architecture.stemKernel != 3) {
        // Zero padding equals minus infinity here: everything is at least zero after the ReLU.
        x = m_conventions.padding == Padding::Torchvision
                ? torch::max_pool2d(x, 3, 2, 1)
                : torch::max_pool2d(padSame(x, 3, 2), 3, 2, 0);
    }
    return x;
}

torch::Tensor ResNetImpl::stage(int stage, const torch::Tensor& maps)
{
    const auto& blocks = m_architecture.blocks;
    const auto begin =
        static_cast<std::size_t>(std::accumulate(blocks.begin(), blocks.begin() + stage, 0));
    const auto count = static_cast<std::size_t>(blocks[static_cast<std::size_t>(stage)]);
    torch::Tensor x = maps;
    for (std::size_t number = begin; number < begin + count; ++number) {
        Block& block = m_blocks[number];
        x = m_recompute ? recomputed([&block](const torch::Tensor& y) { return block->forward(y); },
                                     x, block->parameters())
                        : block->forward(x);
    }
    return x;
}

torch::Tensor ResNetImpl::forward(const torch::Tensor& pixels)
{
    torch::Tensor x = stem(pixels);
    for (int number = 0; number < m_architecture.stages(); ++number)
        x = stage(number, x);
    return x.mean({2, 3});
}

} // namespace rekindle::model
