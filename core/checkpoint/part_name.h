#pragma once

#include <optional>
#include <string_view>

namespace rekindle::checkpoint {

/// Which part of how many a file is by its name, counted from 1.
struct PartName {
    int number = 0;
    int count = 0;
};

/// Of "model-00001-of-00002.safetensors" and "pytorch_model-00001-of-00002.bin", with just as many
/// digits: who calls a run "seed-1-of-3.pth" means something else. Nothing for other names and for
/// a checkpoint whose only part this is.
[[nodiscard]] std::optional<PartName> partName(std::string_view file);

} // namespace rekindle::checkpoint
