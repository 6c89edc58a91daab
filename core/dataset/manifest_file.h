#pragma once

#include "core/dataset/manifest.h"
#include "core/storage/table_file.h"

#include <filesystem>

namespace rekindle::dataset {

/// The list in numbers and short texts, a column each, without the folder that it is of.
[[nodiscard]] storage::Table toTable(const Manifest& manifest);

/// The reverse. Kinds Damaged, Version.
[[nodiscard]] Result<Manifest> fromTable(storage::Table table, const std::string& subject);

/// Stores a manifest in `folder` under its content, `<SHA-256>.h5`, and returns that path. What is
/// there already stays as it is, so that however many runs are planned with the same images, their
/// list is stored once. It does not say where the folder of images lies: that is told where it is
/// read. A sealed table (storage::writeTable), a column each; in Python:
/// `h5py.File(file)["images_label"][:]`. Kinds Io, Space, Memory.
[[nodiscard]] Result<std::filesystem::path> storeManifest(const std::filesystem::path& folder,
                                                          const Manifest& manifest);

/// Reads it back for images that lie in `images`. The bytes are those that the name says. Kinds
/// NotFound, Damaged, Version, Io, Memory, Limit.
[[nodiscard]] Result<Manifest> readManifest(const std::filesystem::path& file,
                                            const std::filesystem::path& images);

} // namespace rekindle::dataset
