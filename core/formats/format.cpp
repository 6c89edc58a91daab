#include "core/formats/format.h"

#include <array>

namespace rekindle::formats {

std::span<const CheckpointFormat> formats()
{
    static constexpr std::array kFormats{
        CheckpointFormat{"torch-zip", &isTorchZip, &readTorchZip},
        CheckpointFormat{"safetensors", &isSafetensors, &readSafetensorsFile},
    };
    return kFormats;
}

} // namespace rekindle::formats
