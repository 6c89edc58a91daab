#pragma once

#include "core/base/result.h"
#include "core/storage/table_file.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rekindle::storage {

/// The bytes of an HDF5 file that holds this table. HDF5 works in memory alone: it opens no file.
/// `subject` names the file in errors. Kinds Internal, Memory.
[[nodiscard]] Result<std::vector<std::byte>> toHdf5(const Table& table, const std::string& subject);

/// The reverse, for bytes that may be anything: only contiguous arrays of our three types and
/// short texts are taken. Kinds Damaged, Memory.
[[nodiscard]] Result<Table> fromHdf5(std::span<const std::byte> bytes, const std::string& subject);

} // namespace rekindle::storage
