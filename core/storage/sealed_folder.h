#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace rekindle::storage {

/// A folder of files that appears whole or not at all. Files are written into `.tmp-…` beside the
/// target; `seal` writes MANIFEST.json (size and SHA-256 of each file) last, flushes everything and
/// renames. The target must not exist. Destroyed unsealed, it removes what it wrote.
class SealedFolder
{
public:
    [[nodiscard]] static Result<SealedFolder> create(const std::filesystem::path& target);
    SealedFolder(SealedFolder&& other) noexcept;
    SealedFolder& operator=(SealedFolder&& other) noexcept;
    ~SealedFolder();

    /// Where the next file goes; write it with AtomicFile or any writer that reports failure.
    [[nodiscard]] std::filesystem::path file(const std::string& name) const;
    [[nodiscard]] Result<void> seal();

private:
    SealedFolder(std::filesystem::path target, std::filesystem::path work);
    std::filesystem::path m_target;
    std::filesystem::path m_work;
};

/// Compares every file with the manifest. Kind Damaged names the first file that differs.
[[nodiscard]] Result<void> verifySealed(const std::filesystem::path& folder);

/// Removes `.tmp-…` and `.trash-…` left in `parent` by a killed process.
void sweepUnsealed(const std::filesystem::path& parent);

/// Removes what processes of this computer left there that were killed: for a folder that others
/// work in too, and that holds more than our files.
void sweepAbandoned(const std::filesystem::path& parent);

/// Whether something bears a name that nothing keeps: it is being written, or going to be deleted.
[[nodiscard]] bool isScratch(const std::filesystem::path& path);

/// Renames to `.trash-…` and deletes: a kill in between leaves no half folder under its name.
void discardSealed(const std::filesystem::path& folder);

} // namespace rekindle::storage
