#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/storage/file_parts.h"
#include "core/weights/architecture.h"
#include "core/weights/conventions.h"
#include "core/weights/weight_set.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rekindle::checkpoint {

/// A convolution of a network that is no ResNet, by the names of the file.
struct Layer {
    std::string conv; ///< its kernel is "<conv>.weight" in the weights, [O, I, ...]
    std::string norm; ///< of the normalisation behind it; empty without one
};

/// A file of weights, read and understood. Nothing in the file was executed.
struct Checkpoint {
    std::filesystem::path file;
    std::string
        format; ///< torch-zip, torch-legacy, safetensors, tensorflow-bundle, dill-haiku, rekindle
    bool checksums = false; ///< whether the format notices when a value has changed
    std::string writer; ///< what wrote it, as far as its names and metadata tell ("PyTorch", ...)
    std::string
        method; ///< simclr, swav, byol, moco, dino, ..., or empty when the file does not say
    weights::Conventions conventions;
    weights::Architecture architecture;
    weights::WeightSet weights; ///< the backbone only, torchvision names, float32
    /// Why this network can be looked at and not trained; empty for a ResNet. `weights` then holds
    /// the convolutions with their normalisations under the file's names, `layers` lists them, and
    /// `architecture` means nothing.
    std::string onlyLook;
    std::vector<Layer> layers;
    weights::WeightSet head; ///< fc.weight and fc.bias, only when ReadOptions asks for them
    /// The values of float64 tensors as the file has them, by torchvision name, row-major in
    /// torchvision's order of axes; only when ReadOptions asks for them.
    std::map<std::string, std::vector<double>, std::less<>> doubles;
    std::vector<std::string> ignored; ///< tensors of the file that are not the backbone
    std::vector<std::string> missing; ///< batch-norm counters and the like that were filled in
    Warnings warnings;
    std::map<std::string, std::string> metadata; ///< of a safetensors header, shown text only
    std::uint64_t bytes = 0;                     ///< of all parts
    /// The files it was read from, still open, so that `contentHash` names what was read.
    std::shared_ptr<const storage::FileParts> parts;
};

/// The values of a convolution's kernel while it is read, row-major in torchvision's order of axes.
struct PassingKernel {
    const std::string& name;                ///< "<conv>.weight"
    const std::vector<std::int64_t>& shape; ///< [O, I, ...]
    std::span<const float> narrow;
    std::span<const double> wide; ///< as the file has them if they are float64, else empty
};

struct ReadOptions {
    /// Accept values that are not numbers (the caller wants to look, not to train).
    bool allowNonFinite = false;
    /// Keep float64 values beside their float32 copies, for norms that are the file's own.
    bool keepDoubles = false;
    /// Read the convolutions of networks that are no ResNets, too (see Checkpoint::onlyLook).
    bool anyNetwork = false;
    /// Keep a classifier that fits the network (see Checkpoint::head).
    bool keepHead = false;
    /// Is shown every kernel, in any order, in place of its being kept: Checkpoint::weights then
    /// has its shape and no values. For who measures and would not hold a whole network for that.
    /// Answers whether all values are known to be finite; else they are looked at again.
    std::function<bool(const PassingKernel& kernel)> pass;
};

/// Reads a checkpoint by content, never by name: asks `formats()` in order for its tensors, then
/// `namings()` for the network among them, checks every shape. Kinds NotFound, Io, Unknown (not a
/// checkpoint: says what it looks like, e.g. a web page), Damaged, Limit, Mismatch (another
/// network, incomplete), Memory.
[[nodiscard]] Result<Checkpoint> readCheckpoint(const std::filesystem::path& file,
                                                const ReadOptions& options = {});

/// The SHA-256 of all parts (see storage::FileParts), of one file the file's own. Reads every byte
/// again, so it is asked for only where content must be named. Kinds Io, Damaged.
[[nodiscard]] Result<std::string> contentHash(const Checkpoint& checkpoint);

/// What our own files say about a network: method, conventions and architecture as metadata, under
/// the keys that our reader understands.
[[nodiscard]] std::map<std::string, std::string> notesOf(const Checkpoint& checkpoint);

/// The object of `rekindle-cli info --json` (without `schema`); `sha256` from `contentHash`.
[[nodiscard]] Json infoJson(const Checkpoint& checkpoint, const std::string& sha256);

} // namespace rekindle::checkpoint
