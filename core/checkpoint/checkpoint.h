#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/weights/architecture.h"
#include "core/weights/conventions.h"
#include "core/weights/weight_set.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rekindle::checkpoint {

/// A file of weights, read and understood. Nothing in the file was executed.
struct Checkpoint {
    std::filesystem::path file;
    std::string format; ///< torch-zip, safetensors, rekindle (our own safetensors)
    std::string writer; ///< what wrote it, as far as its names and metadata tell ("PyTorch", ...)
    std::string method; ///< simclr, swav, byol, supervised, or empty when the file does not say
    weights::Conventions conventions;
    weights::Architecture architecture;
    weights::WeightSet weights;        ///< the backbone only, torchvision names, float32
    std::vector<std::string> ignored;  ///< tensors of the file that are not the backbone
    std::vector<std::string> missing;  ///< batch-norm counters and the like that were filled in
    std::vector<std::string> warnings; ///< sentences
    std::map<std::string, std::string> metadata; ///< of a safetensors header, shown text only
    std::string sha256;                          ///< of the file
    std::uint64_t bytes = 0;
};

struct ReadOptions {
    /// Accept values that are not numbers (the caller wants to look, not to train).
    bool allowNonFinite = false;
};

/// Reads a checkpoint by content, never by name: asks `formats()` in order, finds the network under
/// its prefix, checks every shape. Kinds NotFound, Io, Unknown (not a checkpoint: says what it
/// looks like, e.g. a web page), Damaged, Limit, Mismatch (another network, incomplete), Memory.
[[nodiscard]] Result<Checkpoint> readCheckpoint(const std::filesystem::path& file,
                                                const ReadOptions& options = {});

/// The object of `rekindle-cli info --json` (without `schema`).
[[nodiscard]] Json infoJson(const Checkpoint& checkpoint);

} // namespace rekindle::checkpoint
