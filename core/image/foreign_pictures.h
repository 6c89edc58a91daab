#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace rekindle::image {

/// Whether a lower-case ending with its dot belongs to a kind of picture that is not read here.
[[nodiscard]] bool isForeignEnding(std::string_view ending);

/// Whether its first bytes are those of such a kind.
[[nodiscard]] bool isForeignPicture(std::span<const std::byte> start);

/// What a file that is of no format of ours seems to be, with its article ("a TIFF picture"); empty
/// where its first bytes say nothing.
[[nodiscard]] std::string_view foreignContent(std::span<const std::byte> start);

} // namespace rekindle::image
