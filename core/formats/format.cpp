#include "core/formats/format.h"

#include <array>

namespace rekindle::formats {

// A new format is a file that defines such a function, and its name here and in the list.
CheckpointFormat torchZipFormat();
CheckpointFormat safetensorsFormat();

std::span<const CheckpointFormat> formats()
{
    static const std::array kFormats{torchZipFormat(), safetensorsFormat()};
    return kFormats;
}

} // namespace rekindle::formats
