#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace rekindle::storage {

/// Folders that this program writes may come from somebody else. A link in one would lead what is
/// written out of it, and whoever opens a pipe waits for its other end. These functions refuse both
/// before anything is opened; kind Damaged names what was found.

/// Looks at these places alone, which need not exist: `files` should be ordinary files, `folders`
/// folders. For whoever only reads.
[[nodiscard]] Result<void> checkOwnPlaces(const std::filesystem::path& folder,
                                          std::span<const std::string_view> files,
                                          std::span<const std::string_view> folders);

/// Looks at everything in the folder, at any depth, which need not exist. Before it is written to.
[[nodiscard]] Result<void> checkOwnFolder(const std::filesystem::path& folder);

} // namespace rekindle::storage
