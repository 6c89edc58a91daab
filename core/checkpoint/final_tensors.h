#pragma once

#include "core/base/warning.h"
#include "core/checkpoint/made_tensor.h"
#include "core/formats/format.h"

#include <memory>
#include <vector>

namespace rekindle::checkpoint {

/// Every tensor that `makers` know how to make of what the file holds, each part used once; says in
/// `warnings` what will be done.
[[nodiscard]] std::vector<MadeTensor>
findMadeTensors(const FileTensors& file, Warnings& warnings,
                std::span<const TensorMaker> makers = tensorMakers());

/// The same file as one in which those tensors are there themselves, in the place of the first of
/// their parts, and the parts are not.
[[nodiscard]] std::unique_ptr<formats::StoredTensors>
finalTensors(std::unique_ptr<formats::StoredTensors> stored, std::vector<MadeTensor> made);

} // namespace rekindle::checkpoint
