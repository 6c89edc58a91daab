#include "core/archive/zero_padding.h"

#include <algorithm>

namespace rekindle::archive {

Result<std::uint64_t> endBeforeZeros(const storage::InputFile& file)
{
    constexpr std::uint64_t kPiece = 1U << 16;
    std::uint64_t end = file.size();
    const std::uint64_t least = end - std::min(end, kMostPadding);
    while (end > least) {
        const std::uint64_t count = std::min(kPiece, end - least);
        RK_TRY(const auto piece, file.read(end - count, count));
        const auto last = std::find_if(piece.rbegin(), piece.rend(),
                                       [](std::byte byte) { return byte != std::byte{0}; });
        end -= static_cast<std::uint64_t>(last - piece.rbegin());
        if (last != piece.rend())
            break;
    }
    return end;
}

} // namespace rekindle::archive
