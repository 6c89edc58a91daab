#pragma once

#include "core/base/result.h"
#include "core/weights/weight_set.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rekindle::pretrain {

/// A tensor of a head: its name in our module, and how it may be called in a checkpoint.
struct HeadTensor {
    std::string ours;
    std::vector<std::string> endings; ///< of a full name, after a dot or alone; `ours` is one, too
    bool optional = false;            ///< counters of batch norm
};

/// Those of a Perceptron under `ours`, which PyTorch's files call `theirs` with the places of its
/// layers: 0 the hidden one, 1 its batch norm, 3 the output.
[[nodiscard]] std::vector<HeadTensor> perceptronTensors(const std::string& ours,
                                                        const std::string& theirs);

/// The wanted tensors of a checkpoint under our names, as float32. Kinds of the containers;
/// Mismatch when one is missing: the file carries no such head.
[[nodiscard]] Result<weights::WeightSet> readHeads(const std::filesystem::path& file,
                                                   const std::vector<HeadTensor>& wanted);

} // namespace rekindle::pretrain
