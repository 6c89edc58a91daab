#pragma once

#include "core/storage/atomic_write.h"

#include <filesystem>

namespace rekindle::storage {

/// A folder that is made beside its target, under `.tmp-…`, and takes the target's place when it
/// stands: nothing is lost when making it fails. Destroyed before `moveIn`, it leaves nothing.
class StagedFolder
{
public:
    /// Makes the folder, and its target's parents. A target that holds something is refused at
    /// once under Refuse (kind Usage). Kinds besides: Space, Io.
    [[nodiscard]] static Result<StagedFolder> create(const std::filesystem::path& target,
                                                     Existing existing);
    StagedFolder(StagedFolder&& other) noexcept;
    StagedFolder& operator=(StagedFolder&& other) noexcept;
    ~StagedFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return m_work; }
    /// Gives it its name. Under Replace a target that holds something is exchanged in one step and
    /// then deleted; when the exchange fails it stays as it is.
    [[nodiscard]] Result<void> moveIn();

private:
    StagedFolder(std::filesystem::path target, std::filesystem::path work, Existing existing);
    std::filesystem::path m_target;
    std::filesystem::path m_work;
    Existing m_existing;
};

} // namespace rekindle::storage
