#pragma once

#include "core/base/result.h"
#include "core/storage/atomic_write.h"
#include "core/weights/safetensors_header.h"
#include "core/weights/weight_set.h"

#include <filesystem>

namespace rekindle::weights {

/// Writes a .safetensors that the reference library reads; whole or not at all. Same inputs give
/// the same bytes. Kinds Usage (exists), Space, Io.
[[nodiscard]] Result<void> writeSafetensors(const std::filesystem::path& file,
                                            const WeightSet& weights, const Metadata& metadata,
                                            storage::Existing existing = storage::Existing::Refuse);

} // namespace rekindle::weights
