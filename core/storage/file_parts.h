#pragma once

#include "core/base/result.h"
#include "core/storage/input_file.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::storage {

/// A file from outside with the further files beside it that belong to it, such as a table and the
/// shards it names. Each is opened once and stays open, so that what is hashed is what was read.
class FileParts
{
public:
    static constexpr std::size_t kMostParts = 1000;

    /// Kinds NotFound, Io.
    [[nodiscard]] static Result<FileParts> open(const std::filesystem::path& first);

    [[nodiscard]] const std::shared_ptr<const InputFile>& first() const { return m_opened.front(); }
    /// The file of this bare name in the folder of the first one. Kinds NotFound, Io, Damaged (a
    /// name that leads elsewhere), Limit.
    [[nodiscard]] Result<std::shared_ptr<const InputFile>> sibling(const std::string& name);

    /// All that were opened, the first one in front.
    [[nodiscard]] const std::vector<std::shared_ptr<const InputFile>>& opened() const
    {
        return m_opened;
    }
    [[nodiscard]] std::uint64_t bytes() const; ///< of all parts

    /// SHA-256 of what was opened: of one part the file's own; of several that of the text with
    /// each part's digest on a line, the lines sorted, so that neither names nor the order of
    /// opening matter. Kinds Io, Damaged (a file became shorter).
    [[nodiscard]] Result<std::string> sha256() const;

private:
    FileParts() = default;
    std::vector<std::shared_ptr<const InputFile>> m_opened;
};

} // namespace rekindle::storage
