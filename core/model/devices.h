#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rekindle::model {

/// A device as LibTorch sees it.
struct Device {
    std::string name;                         ///< "cpu", "cuda:0"
    std::string description;                  ///< processor or card, for people
    std::uint64_t memory = 0, memoryFree = 0; ///< bytes; 0 = not known
};

/// Every device that can be used, the processor first. Loads CUDA on the first call where it lies
/// beside LibTorch.
[[nodiscard]] std::vector<Device> devices();

/// One sentence why no GPU can be used; empty when one can.
[[nodiscard]] std::string whyNoCuda();

/// What of this processor matters for training ("AVX2", "AVX-512", "bf16").
[[nodiscard]] std::vector<std::string> cpuFeatures();

/// LibTorch's version as loaded, "2.11.0".
[[nodiscard]] std::string torchVersion();

/// What decides the last bits of what is computed: versions, instructions, threads and device.
[[nodiscard]] Json computedWith(int threads, const std::string& device);

} // namespace rekindle::model
