#pragma once

#include "core/base/result.h"
#include "core/packed/pack_table.h"
#include "core/storage/placed_file.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace rekindle::packed {

/// Which pictures of a file in the making are in their places, a line each, so that whoever was
/// killed over it can go on. A line is written after what it tells of is on the disk.
class PackJournal
{
public:
    /// Opens the journal of a file with this plan (a hash); one of another plan is begun anew.
    /// Kinds Io, Space.
    [[nodiscard]] static Result<PackJournal> open(const std::filesystem::path& file,
                                                  const std::string& plan);

    /// What an earlier try had finished, by its place; of a line that ends early nothing.
    [[nodiscard]] const std::vector<std::pair<std::size_t, Kept>>& found() const { return m_found; }
    /// Lines for pictures that are on the disk. From one thread at a time.
    [[nodiscard]] Result<void> add(const std::vector<std::pair<std::size_t, Kept>>& pictures);

private:
    explicit PackJournal(storage::PlacedFile file) : m_file(std::move(file)) {}
    storage::PlacedFile m_file;
    std::uint64_t m_end = 0; ///< bytes written
    std::vector<std::pair<std::size_t, Kept>> m_found;
};

} // namespace rekindle::packed
