#pragma once

#include "core/base/byte_view.h"
#include "core/base/result.h"
#include "core/storage/input_file.h"

#include <string>
#include <vector>

namespace rekindle::archive {

/// An entry of a sorted table.
struct TableEntry {
    std::string key;
    std::vector<std::byte> value;
};

/// Whether a file of `size` bytes that ends in these is such a table, damaged or not.
[[nodiscard]] bool endsAsLevelTable(Bytes end, std::uint64_t size);

/// All entries of a table in LevelDB's layout, as TensorFlow's .index files have it (recipes 3.6).
/// Every block's CRC-32C is checked, every length against what holds it, keys rise. Kinds Damaged,
/// Limit (file 256 MiB, 100,000 keys of 4 KiB, 16 MiB of keys), Io.
[[nodiscard]] Result<std::vector<TableEntry>> readLevelTable(const storage::InputFile& file);

} // namespace rekindle::archive
