#include "core/dataset/near_copies.h"

#include "core/dataset/look.h"
#include "core/image/vectorised.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

namespace rekindle::dataset {
namespace {

/// Two looks that differ in at most kNearBits bits are equal in one of so many pieces.
constexpr std::size_t kPieces = kNearBits + 1;
constexpr std::size_t kBits = 256;
constexpr std::size_t kWordBits = 64;
constexpr std::size_t kValues = std::size_t{1} << ((kBits + kPieces - 1) / kPieces); ///< of a piece

/// Bits from one place to another, as a number.
std::uint64_t pieceOf(const Look& look, std::size_t piece)
{
    const std::size_t first = piece * kBits / kPieces, end = (piece + 1) * kBits / kPieces;
    const std::size_t word = first / kWordBits, shift = first % kWordBits;
    std::uint64_t value = look[word] >> shift;
    if (end > (word + 1) * kWordBits)
        value |= look[word + 1] << (kWordBits - shift);
    return value & ((std::uint64_t{1} << (end - first)) - 1);
}

/// An image whose look is known. Side by side, since millions of pairs are compared.
struct Known {
    Look look{};
    std::size_t image = 0;
};

std::vector<Known> knownOf(const Manifest& manifest, const std::vector<std::size_t>& images)
{
    std::vector<Known> known;
    for (const std::size_t image : images) {
        if (manifest.images[image].look != Look{})
            known.push_back({manifest.images[image].look, image});
    }
    return known;
}

/// Those of a list that are near to a look, by their place in it. Most are told apart by their
/// first quarter.
RK_VECTORISED void findNear(const Look& look, const std::vector<Known>& list,
                            std::vector<std::size_t>& near)
{
    near.clear();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Look& other = list[i].look;
        int bits = std::popcount(look[0] ^ other[0]);
        if (bits > kNearBits)
            continue;
        for (std::size_t word = 1; word < look.size(); ++word)
            bits += std::popcount(look[word] ^ other[word]);
        if (bits <= kNearBits)
            near.push_back(i);
    }
}

} // namespace

std::vector<NearCopy> nearCopies(const Manifest& manifest, const std::vector<std::size_t>& ones,
                                 const std::vector<std::size_t>& others)
{
    constexpr NearCopy kNone{0, 0, kNearBits + 1};
    const std::vector<Known> first = knownOf(manifest, ones), second = knownOf(manifest, others);
    std::vector<NearCopy> nearest(second.size(), kNone);
    const auto sha256 = [&](std::size_t image) -> const std::string& {
        return manifest.fileOf(manifest.images[image]).sha256;
    };
    const auto take = [&](const Known& one, std::size_t i) {
        const Known& other = second[i];
        const int bits = difference(one.look, other.look);
        const bool better =
            bits < nearest[i].bits || (bits == nearest[i].bits && one.image < nearest[i].one);
        if (better && sha256(one.image) != sha256(other.image))
            nearest[i] = {one.image, other.image, bits};
    };
    std::vector<std::size_t> near;
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
        // By the piece's value, one list each.
        std::vector<std::vector<Known>> same(kValues);
        for (const Known& one : first)
            same[pieceOf(one.look, piece)].push_back(one);
        for (std::size_t i = 0; i < second.size(); ++i) {
            const auto& list = same[pieceOf(second[i].look, piece)];
            findNear(second[i].look, list, near);
            for (const std::size_t place : near)
                take(list[place], i);
        }
    }
    std::erase(nearest, kNone);
    std::sort(nearest.begin(), nearest.end(), [](const NearCopy& a, const NearCopy& b) {
        return std::pair(a.one, a.other) < std::pair(b.one, b.other);
    });
    return nearest;
}

} // namespace rekindle::dataset
