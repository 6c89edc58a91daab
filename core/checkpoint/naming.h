#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/file_tensors.h"
#include "core/formats/format.h"
#include "core/weights/architecture.h"
#include "core/weights/conventions.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::checkpoint {

/// A place in a file where a network begins.
struct Candidate {
    std::string prefix;   ///< of all its names, with the separator at its end; may be empty
    std::size_t stem = 0; ///< place of its first convolution
};

/// A tensor of the file under the name that it has in torchvision's network.
struct NamedTensor {
    std::string name;
    std::size_t place = 0; ///< in the file's table
    /// Axis i of torchvision's tensor is the file's axis axes[i]; empty when they agree. An axis
    /// that is left out must have the side 1. Kernels [H, W, I, O] of TensorFlow: {3, 2, 0, 1}.
    std::vector<std::size_t> axes;
};

/// Who made the weights and what that network expects of its input.
struct Origin {
    std::string writer; ///< when the names tell more than the container; else empty
    std::string method; ///< empty when nothing tells
    weights::Conventions conventions;
    bool stemRelu = true; ///< false when the network has lost its ReLU behind the first batch norm
    Warnings warnings;
};

/// A way to name a ResNet's tensors. What it leaves unnamed is ignored; what the network lacks or
/// has too much is found by whoever asks, the same for all namings.
struct Naming {
    std::string_view name;
    /// Where networks under its names begin, in any order; none when the names are not its own.
    std::vector<Candidate> (*candidates)(const FileTensors& file);
    /// The tensors of that network; a shape need not fit.
    std::vector<NamedTensor> (*map)(const FileTensors& file, const Candidate& network);
    /// Kinds Damaged for notes of the file that make no sense, Mismatch for shapes that its names
    /// do not allow.
    Result<Origin> (*origin)(const FileTensors& file, const weights::Architecture& architecture);
};

/// All that the product knows. Where two claim the same stem the earlier one has it: specific
/// before tolerant.
[[nodiscard]] std::span<const Naming> namings();

/// What can be read: containers and namings.
struct Registry {
    std::span<const formats::CheckpointFormat> containers = formats::formats();
    std::span<const Naming> names = namings();
};

/// readCheckpoint with other lists than the product's.
[[nodiscard]] Result<Checkpoint> readCheckpoint(const std::filesystem::path& file,
                                                const ReadOptions& options,
                                                const Registry& registry);

} // namespace rekindle::checkpoint
