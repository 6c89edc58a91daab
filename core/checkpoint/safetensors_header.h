#pragma once

#include "tensor_info.h"

#include <rekindle/base/result.h>
#include <rekindle/storage/input_file.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rekindle::checkpoint {

constexpr std::uint64_t kLargestHeader = 100'000'000;

/// The table of a .safetensors file: 8 bytes of length, JSON, data (recipes 3.8).
struct SafetensorsHeader {
    struct Entry {
        TensorInfo info;         ///< container empty
        std::uint64_t begin = 0; ///< from the start of the file
        std::uint64_t end = 0;
    };
    std::vector<Entry> entries; ///< in the order of the JSON
    std::map<std::string, std::string> metadata;
};

/// Reads and checks it: every length against the file before memory is taken, no key twice, data
/// covered without hole or overlap, sizes as the shapes say. Kinds Damaged, Limit, Io.
[[nodiscard]] Result<SafetensorsHeader> readSafetensorsHeader(const storage::InputFile& file);

} // namespace rekindle::checkpoint
