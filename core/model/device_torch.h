#pragma once

#include "core/base/result.h"

#include <torch/torch.h>

#include <string>

namespace rekindle::model {

/// A device made ready: threads set, deterministic kernels asked for.
struct Compute {
    torch::Device device = torch::kCPU;
    int threads = 1;         ///< that compute
    int loaderThreads = 1;   ///< that prepare images beside them
    std::string description; ///< "cpu, 2 threads" or "cuda:0, NVIDIA ..."
};

/// Turns `auto`, `cpu` or `cuda[:N]` into a device and sets the process up for it: number of
/// threads (0 = all cores that job::usableCores finds), deterministic algorithms, no TF32, no
/// autotuning. `auto` takes the GPU with the most free memory, else the processor. Kind Device says
/// why a named GPU cannot be used.
[[nodiscard]] Result<Compute> prepareDevice(const std::string& wish, int threads);

/// Moves a module to a device, its convolutions in the form in which they are fastest there
/// (channels last).
void moveTo(torch::nn::Module& module, const torch::Device& device);

} // namespace rekindle::model
