#pragma once

#include "core/base/result.h"
#include "core/storage/atomic_write.h"
#include "core/weights/weight_set.h"

#include <filesystem>

namespace rekindle::formats {

/// Writes weights as torch.save does, so that torch.load(weights_only=True) gives an OrderedDict
/// with the same bits: float32, counters int64. Whole or not at all; equal sets give equal bytes.
/// Kinds Usage (exists), Space, Io, Internal (a counter that is no whole number).
[[nodiscard]] Result<void> writeTorchZip(const std::filesystem::path& file,
                                         const weights::WeightSet& weights,
                                         storage::Existing existing = storage::Existing::Refuse);

} // namespace rekindle::formats
