#pragma once

#include "core/image/decode_request.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rekindle::decoder {

struct Frame {
    std::vector<std::byte> pixels;
    bool isLumaChroma = false;
    std::uint32_t bytesOfSample = 1;
};

/// Unpacks one frame with GDCM's codecs; nothing where it cannot.
[[nodiscard]] std::optional<Frame> unpack(const image::DecodeRequest& request,
                                          std::span<const std::byte> compressed);

} // namespace rekindle::decoder
