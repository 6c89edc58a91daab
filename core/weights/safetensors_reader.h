#pragma once

#include "core/base/result.h"
#include "core/weights/safetensors_header.h"
#include "core/weights/weight_set.h"

#include <filesystem>

namespace rekindle::weights {

/// Reads any flat .safetensors back as it is, names untouched: for our own state files. Kinds as
/// readCheckpoint.
[[nodiscard]] Result<WeightSet> readSafetensors(const std::filesystem::path& file,
                                                Metadata* metadata = nullptr);

} // namespace rekindle::weights
