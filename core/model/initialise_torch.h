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

/// PyTorch's default for a linear layer: weight and bias uniform in +-1/sqrt(fan_in).
void initialiseClassifier(Classifier& classifier, std::uint64_t seed);

} // namespace rekindle::model
