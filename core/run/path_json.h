#pragma once

#include <rekindle/base/json.h>

#include <filesystem>
#include <optional>
#include <string>

namespace rekindle::run {

/// A path or name as JSON without losing a byte: a text where it is UTF-8, else
/// {"bytes": "<hexadecimal>", "shown": "<escaped>"}.
[[nodiscard]] Json pathToJson(const std::filesystem::path& path);

/// The reverse; nothing if it is neither form.
[[nodiscard]] std::optional<std::string> pathFromJson(const Json& json);

} // namespace rekindle::run
