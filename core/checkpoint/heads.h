#pragma once

#include "core/base/result.h"
#include "core/checkpoint/file_tensors.h"
#include "core/checkpoint/naming.h"
#include "core/weights/architecture.h"

namespace rekindle::checkpoint {

/// For PyTorch's files that do not say who made them: the method by heads that only one method has
/// (prototypes, a predictor beside a slow copy), pixels and borders as its authors' code has them.
[[nodiscard]] Result<Origin> originByHeads(const FileTensors& file,
                                           const weights::Architecture& architecture);

} // namespace rekindle::checkpoint
