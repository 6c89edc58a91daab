#pragma once

#include "core/base/result.h"
#include "core/image/dicom_file.h"

#include <cstddef>
#include <vector>

namespace rekindle::image {

/// A frame's numbers as they are stored: [height, width, samples] of 1, 2 or 4 bytes in this
/// machine's order.
struct DecodedFrame {
    std::vector<std::byte> bytes;
    std::size_t bytesOfSample = 1;
    bool isLumaChroma = false; ///< colours are YBR still
};

/// Whether the compressed bytes of this transfer syntax can be unpacked.
[[nodiscard]] bool isUnpackable(const std::string& syntax);

/// Unpacks one frame in a process of its own (rekindle-decoder), which may crash, hang or grow
/// without harm. Such processes are kept for the next frames. Safe from any thread. Kinds Damaged,
/// Limit, NotFound (the program is missing).
[[nodiscard]] Result<DecodedFrame> unpackFrame(const DicomFile& file,
                                               std::span<const std::byte> compressed);

} // namespace rekindle::image
