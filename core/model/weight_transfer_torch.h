#pragma once

#include "core/base/result.h"
#include "core/weights/weight_set.h"

#include <torch/torch.h>

#include <string>

namespace rekindle::model {

/// Copies weights into a module, strict: every parameter and buffer must be there under `prefix`
/// with its shape, nothing is left at random. Kind Mismatch names the tensor. num_batches_tracked
/// may be missing.
[[nodiscard]] Result<void> loadWeights(torch::nn::Module& module, const weights::WeightSet& weights,
                                       const std::string& prefix = {});

/// All parameters and buffers as float32 on the host under `prefix`, added to `into`.
void storeWeights(const torch::nn::Module& module, weights::WeightSet& into,
                  const std::string& prefix = {});

/// One tensor each way.
[[nodiscard]] weights::Tensor toHost(const torch::Tensor& tensor);
[[nodiscard]] Result<void> fromHost(const weights::Tensor& stored, torch::Tensor& tensor,
                                    const std::string& name);

} // namespace rekindle::model
