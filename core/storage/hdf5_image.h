#pragma once

#include "core/base/result.h"
#include "core/storage/bulk_file.h"
#include "core/storage/table_file.h"

#include <cstddef>
#include <filesystem>
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

/// Room for a seal in front of HDF5's own bytes ("user block").
inline constexpr std::size_t kSealBytes = 4096;

/// The first bytes of an HDF5 file that holds a table and, behind it, a bulk: everything but the
/// bulk, which begins where they end and ends the file. The seal's bytes are 0. HDF5 writes to
/// `scratch`, a new file that is gone afterwards: its way of writing to memory would take as much
/// of that as the bulk is long. Kinds Internal, Memory, Space, Io.
[[nodiscard]] Result<std::vector<std::byte>> toHdf5Head(const Table& table, const Bulk& bulk,
                                                        const std::filesystem::path& scratch,
                                                        const std::string& subject);

/// The reverse, of bytes that may be anything. `bulk` has the name to look for, and is given the
/// rest. Kinds Damaged, Memory.
[[nodiscard]] Result<Table> fromHdf5Head(std::vector<std::byte> head, Bulk& bulk,
                                         const std::string& subject);

} // namespace rekindle::storage
