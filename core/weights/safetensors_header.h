#pragma once

#include "core/base/byte_view.h"
#include "core/base/result.h"
#include "core/storage/input_file.h"
#include "core/weights/tensor_info.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rekindle::weights {

/// Metadata keys that our own reader understands: rekindle.method, rekindle.padding,
/// rekindle.normalisation, rekindle.bn_eps, rekindle.architecture, rekindle.origin (free text).
using Metadata = std::map<std::string, std::string>;

constexpr std::uint64_t kLargestHeader = 100'000'000;

/// The table of a .safetensors file: 8 bytes of length, JSON, data (recipes 3.8).
struct SafetensorsHeader {
    struct Entry {
        TensorInfo info;         ///< container empty
        std::uint64_t begin = 0; ///< from the start of the file
        std::uint64_t end = 0;
    };
    std::vector<Entry> entries; ///< in the order of the JSON
    Metadata metadata;
};

/// Whether the first bytes (at least 10 of them) are such a file's, damaged or not.
[[nodiscard]] bool startsLikeSafetensors(Bytes start);

/// Reads and checks it: every length against the file before memory is taken, no key twice, data
/// covered without hole or overlap, sizes as the shapes say. Kinds Damaged, Limit, Io.
[[nodiscard]] Result<SafetensorsHeader> readSafetensorsHeader(const storage::InputFile& file);

} // namespace rekindle::weights
