#pragma once

#include "core/base/warning.h"
#include "core/checkpoint/file_tensors.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::checkpoint {

/// One of the tensors that another is made of, row-major.
struct Part {
    std::span<const double> values;
    std::span<const std::int64_t> shape;
};

/// A tensor that a file keeps as several, as its network computes it each time it runs.
struct MadeTensor {
    std::string name;               ///< full, as the network without that would have it
    std::vector<std::size_t> parts; ///< places in the file's table; the first says its type
    std::vector<std::int64_t> shape;
    /// Fills as many values as `shape` has from the parts, in their order.
    void (*make)(std::span<const Part> parts, std::span<double> values) = nullptr;
};

/// A way to keep tensors as several.
struct TensorMaker {
    /// All that the file keeps so.
    std::vector<MadeTensor> (*find)(const FileTensors& file);
    /// What was done, for whoever reads the weights; `made` is not empty.
    Warning (*note)(const std::vector<MadeTensor>& made);
};

/// All that are known, each in a file of its own.
[[nodiscard]] std::span<const TensorMaker> tensorMakers();

/// "conv1." of "conv1.weight_orig" when the name ends in "weight_orig"; false otherwise.
[[nodiscard]] bool takeEnd(std::string_view& name, std::string_view end);

} // namespace rekindle::checkpoint
