#include "core/dataset/near_copies.h"

#include "core/dataset/look.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace rekindle::dataset {
namespace {

/// Two looks that differ in at most kNearBits bits are equal in one of so many pieces.
constexpr std::size_t kPieces = kNearBits + 1;
constexpr std::size_t kBits = 256;
constexpr std::size_t kWordBits = 64;

/// Bits from one place to another, as a number.
std::uint64_t pieceOf(const Look& look, std::size_t piece)
{
    const std::size_t first = piece * kBits / kPieces, end = (piece + 1) * kBits / kPieces;
    std::uint64_t value = 0;
    for (std::size_t bit = first; bit < end; ++bit)
        value = value << 1 | (look[bit / kWordBits] >> (bit % kWordBits) & 1U);
    return value;
}

bool isKnown(const Look& look)
{
    return look != Look{};
}

} // namespace

std::vector<NearCopy> nearCopies(const Manifest& manifest, const std::vector<std::size_t>& ones,
                                 const std::vector<std::size_t>& others)
{
    constexpr NearCopy kNone{0, 0, kNearBits + 1};
    std::vector<NearCopy> nearest(others.size(), kNone);
    const auto look = [&](std::size_t image) -> const Look& { return manifest.images[image].look; };
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
        std::vector<std::pair<std::uint64_t, std::size_t>> pieces;
        for (const std::size_t one : ones) {
            if (isKnown(look(one)))
                pieces.emplace_back(pieceOf(look(one), piece), one);
        }
        std::sort(pieces.begin(), pieces.end());
        for (std::size_t i = 0; i < others.size(); ++i) {
            const std::size_t other = others[i];
            if (!isKnown(look(other)))
                continue;
            const std::uint64_t wanted = pieceOf(look(other), piece);
            auto at =
                std::lower_bound(pieces.begin(), pieces.end(), std::pair(wanted, std::size_t{0}));
            for (; at != pieces.end() && at->first == wanted; ++at) {
                const int bits = difference(look(at->second), look(other));
                const bool better = bits < nearest[i].bits ||
                                    (bits == nearest[i].bits && at->second < nearest[i].one);
                if (better && manifest.fileOf(manifest.images[at->second]).sha256 !=
                                  manifest.fileOf(manifest.images[other]).sha256)
                    nearest[i] = {at->second, other, bits};
            }
        }
    }
    std::erase(nearest, kNone);
    std::sort(nearest.begin(), nearest.end(), [](const NearCopy& a, const NearCopy& b) {
        return std::pair(a.one, a.other) < std::pair(b.one, b.other);
    });
    return nearest;
}

} // namespace rekindle::dataset
