#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/checkpoint/made_tensor.h"
#include "core/formats/format.h"

#include <memory>
#include <string>

namespace rekindle::checkpoint {

/// The same file as one in which every tensor that `makers` know is there itself, in the place of
/// the first of its parts, and the parts are not; says so in `warnings`. A file without such
/// tensors is handed back as it is. Kind Damaged: two tensors of one name.
[[nodiscard]] Result<std::unique_ptr<formats::StoredTensors>>
finalTensors(std::unique_ptr<formats::StoredTensors> stored, const std::string& subject,
             Warnings& warnings, std::span<const TensorMaker> makers = tensorMakers());

} // namespace rekindle::checkpoint
