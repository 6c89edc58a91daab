#pragma once

#include <rekindle/base/result.h>
#include <rekindle/checkpoint/weight_set.h>
#include <rekindle/storage/atomic_write.h>

#include <filesystem>
#include <map>
#include <string>

namespace rekindle::checkpoint {

/// Metadata keys that our own reader understands: rekindle.method, rekindle.padding,
/// rekindle.normalisation, rekindle.bn_eps, rekindle.architecture, rekindle.origin (free text).
using Metadata = std::map<std::string, std::string>;

/// Writes a .safetensors that the reference library reads; whole or not at all. Same inputs give
/// the same bytes. Kinds Usage (exists), Space, Io.
[[nodiscard]] Result<void> writeSafetensors(const std::filesystem::path& file,
                                            const WeightSet& weights, const Metadata& metadata,
                                            storage::Existing existing = storage::Existing::Refuse);

/// Reads any flat .safetensors back as it is, names untouched: for our own state files. Kinds as
/// readCheckpoint.
[[nodiscard]] Result<WeightSet> readSafetensors(const std::filesystem::path& file,
                                                Metadata* metadata = nullptr);

} // namespace rekindle::checkpoint
