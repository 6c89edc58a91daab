#pragma once

#include "core/base/result.h"
#include "core/storage/atomic_write.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rekindle::storage {

/// One named array, row-major. Texts are any bytes but NUL and have one dimension.
struct TableArray {
    std::vector<std::uint64_t> shape;
    std::variant<std::vector<float>, std::vector<std::int64_t>, std::vector<std::string>> values;
};

/// Named arrays with short texts about them, as they stand in one HDF5 file: float32, int64, and
/// texts as uint8, each ended by NUL (in Python: `bytes(file["images"][:]).split(b"\0")[:-1]`).
struct Table {
    std::map<std::string, std::string> attributes;
    std::map<std::string, TableArray> arrays;
};

/// Larger files are not read: what is verified and parsed has to fit into memory.
inline constexpr std::uint64_t kLargestTable = std::uint64_t{8} << 30;

/// Writes a table as an HDF5 file that appears whole or not at all and is never opened for writing
/// again. It is put together in memory, read back and counted before the first byte goes to the
/// disk, so that a full disk is told as for any other file. Equal tables give equal bytes. Returns
/// the file's SHA-256, which `readTable` asks for. Kinds Space, Io, Memory, Usage (there is a file
/// under Existing::Refuse), Internal (a shape that does not fit its values).
[[nodiscard]] Result<std::string> writeTable(const std::filesystem::path& file, const Table& table,
                                             Existing existing = Existing::Replace);

/// Writes a table into `folder` under its own SHA-256, `<sha256><ending>`, and returns that path. A
/// whole file of that name is left as it is. Kinds as above.
[[nodiscard]] Result<std::filesystem::path> storeTable(const std::filesystem::path& folder,
                                                       std::string_view ending, const Table& table);

/// Reads a table back. The bytes are compared with their SHA-256 before HDF5 sees any of them, and
/// what it sees are those same bytes; every size is checked against theirs before memory is taken.
/// Kinds NotFound, Io, Limit, Memory, Damaged.
[[nodiscard]] Result<Table> readTable(const std::filesystem::path& file, const std::string& sha256);

} // namespace rekindle::storage
