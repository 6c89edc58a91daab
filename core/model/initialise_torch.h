#pragma once

#include "core/model/heads_torch.h"

#include <cstdint>
#include <string_view>

namespace rekindle::model {

/// Fills a fresh network as SimCLR does (recipes 1.1): convolutions truncated normal at two of
/// their own deviations with variance 1/fan_in, gamma 1 but 0 in the last norm of each block, beta
/// 0. Every tensor draws from a stream named by (seed, Initialise, its place), so results do not
/// depend on LibTorch's generator or on the device.
void initialiseSimclr(ResNet& network, std::uint64_t seed);

/// The head: weights normal with deviation 0.01, norms as above.
void initialiseSimclr(SimclrHead& head, std::uint64_t seed);

/// SwAV's network (recipes 1.1): convolutions normal with variance 2/fan_out, gamma 1, beta 0.
void initialiseSwav(ResNet& network, std::uint64_t seed);

/// BYOL's network (recipes 1.1): convolutions truncated normal at two deviations of 1/sqrt(fan_in),
/// not widened for the cut; gamma 1, beta 0. `place` tells networks of one run apart.
void initialiseByol(ResNet& network, std::uint64_t seed, std::uint32_t place);

/// PyTorch's default, as SwAV's projection has it: weight and bias uniform in +-1/sqrt(fan_in).
/// `place` tells the heads of a run apart.
void initialiseUniform(Perceptron& head, std::uint64_t seed, std::uint32_t place);
/// The same for a matrix without bias, [outputs, inputs].
void initialiseUniform(torch::Tensor& matrix, std::uint64_t seed, std::uint32_t place);

/// The same for a linear layer with or without bias.
void initialiseUniform(Linear& layer, std::uint64_t seed, std::uint32_t place);
/// Rows normal and of unit length, as MoCo's queue begins.
void initialiseUnitRows(torch::Tensor& rows, std::uint64_t seed, std::uint32_t place);

/// Haiku's default, as BYOL's heads have it: weights truncated normal as above, biases 0.
void initialiseByol(Perceptron& head, std::uint64_t seed, std::uint32_t place);

/// PyTorch's default for a linear layer: weight and bias uniform in +-1/sqrt(fan_in).
void initialiseClassifier(Classifier& classifier, std::uint64_t seed);

} // namespace rekindle::model
