#pragma once

#include "core/base/byte_view.h"

#include <string>
#include <string_view>

namespace rekindle::test {

/// Writes `bytes` as a checkpoint in a folder in memory, opens it as the container of this name
/// (see formats::formats()) and reads every tensor of it; "all" asks the front door instead, with
/// namings and values. For "tensorflow-bundle" two bytes say how long the index is, which is
/// followed by the values. Whatever the bytes are, it returns; what they were is no matter.
void feed(std::string_view container, Bytes bytes);

/// The file's own form for `feed`: as it is, or an index with its only shard.
[[nodiscard]] std::string seedOf(std::string_view container, const std::string& file);

} // namespace rekindle::test
