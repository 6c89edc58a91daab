#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/checkpoint/checkpoint.h"
#include "core/image/reading.h"
#include "core/job/stop.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rekindle::evaluate {

/// Which images to run a network over, and how.
struct FeatureInputs {
    std::filesystem::path folder;
    image::Reading reading;      ///< as chosen; the set's range is found in the folder
    int size = 224;              ///< of the central view, pixels; 0 = each image as it is
    std::string device = "auto"; ///< auto, cpu, cuda[:N]
    int threads = 0;             ///< 0 = all cores
};

/// Pooled features in the order of the folder's list.
struct FeatureTable {
    std::vector<std::string> files;
    std::int64_t dimension = 0;
    std::vector<float> values; ///< [files, dimension], row-major
    image::Reading reading;    ///< how the images were read
    Warnings warnings;
};

/// Pooled features of every readable image of a folder under the checkpoint's own conventions, in
/// evaluation mode. Kinds of scanFolder, Device, Memory, Cancelled.
[[nodiscard]] Result<FeatureTable> extractTable(const checkpoint::Checkpoint& checkpoint,
                                                const FeatureInputs& inputs,
                                                const job::Watch& watch);

} // namespace rekindle::evaluate
