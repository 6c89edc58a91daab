#include "core/formats/format.h"

#include <array>

namespace rekindle::formats {

// A new format is a file that defines such a function, and its name here and in the list.
CheckpointFormat torchZipFormat();
CheckpointFormat torchLegacyFormat();
CheckpointFormat safetensorsFormat();
CheckpointFormat shardIndexFormat();
CheckpointFormat tensorflowBundleFormat();
CheckpointFormat pickledArraysFormat();

std::span<const CheckpointFormat> formats()
{
    static const std::array kFormats{
        torchZipFormat(),   torchLegacyFormat(),      safetensorsFormat(),
        shardIndexFormat(), tensorflowBundleFormat(), pickledArraysFormat(),
    };
    return kFormats;
}

} // namespace rekindle::formats
