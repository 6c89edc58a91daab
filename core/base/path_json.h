#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <optional>
#include <string>

namespace rekindle {

/// A path or name as JSON without losing a byte: a text where it is UTF-8, else
/// {"bytes": "<hexadecimal>", "shown": "<escaped>"}.
[[nodiscard]] Json pathToJson(const std::filesystem::path& path);

/// The reverse; nothing if it is neither form.
[[nodiscard]] std::optional<std::string> pathFromJson(const Json& json);

/// The path under a key of an object, empty when nothing stands there. Kind Damaged, naming the key
/// as `shown` and the file as `subject`.
[[nodiscard]] Result<std::string> pathField(const Json& object, const std::string& key,
                                            const std::string& shown, const std::string& subject);

/// Absolute (from the working folder) and without "." and "..", links left as they are.
[[nodiscard]] std::filesystem::path absolutePath(const std::filesystem::path& path);

/// Whether an absolute path is `folder` or lies beneath it, by its spelling.
[[nodiscard]] bool liesBeneath(const std::filesystem::path& path,
                               const std::filesystem::path& folder);

/// Whether a path that stands in a file of ours is relative and has no "..": what may be joined to
/// the folder that the file describes.
[[nodiscard]] bool staysInside(const std::filesystem::path& relative);

} // namespace rekindle
