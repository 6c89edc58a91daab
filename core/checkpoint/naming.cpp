#include "core/checkpoint/naming.h"

#include <array>

namespace rekindle::checkpoint {

// A new naming is a file that defines such a function, and its name here and in the list.
Naming rekindleNaming();
Naming torchvisionNaming();
Naming sequentialNaming();
Naming smallSequentialNaming();
Naming bareSequentialNaming();
Naming huggingFaceNaming();
Naming haikuNaming();
Naming tensorflowNaming();

std::span<const Naming> namings()
{
    static const std::array kNamings{
        rekindleNaming(),   torchvisionNaming(), bareSequentialNaming(), smallSequentialNaming(),
        sequentialNaming(), huggingFaceNaming(), haikuNaming(),          tensorflowNaming(),
    };
    return kNamings;
}

} // namespace rekindle::checkpoint
