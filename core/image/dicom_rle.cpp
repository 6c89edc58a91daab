#include "core/image/dicom_rle.h"

#include "core/image/file_numbers.h"

#include <algorithm>

namespace rekindle::image {
namespace {

constexpr std::size_t kHeader = 64;

tl::unexpected<Error> damaged()
{
    return fail(ErrorKind::Damaged, "The DICOM file's pixels cannot be unpacked", {},
                "Copy or export the file again.");
}

/// One segment: every `step`th byte of `out` from `at` on.
bool unpackSegment(std::span<const std::byte> packed, std::vector<std::byte>& out, std::size_t at,
                   std::size_t step)
{
    constexpr int kNothing = -128;
    for (std::size_t i = 0; i < packed.size() && at < out.size();) {
        // A byte of two's complement.
        const auto byte = std::to_integer<int>(packed[i++]);
        const int count = byte < 128 ? byte : byte - 256;
        if (count == kNothing)
            continue;
        const std::size_t bytes = static_cast<std::size_t>(count >= 0 ? count : -count) + 1;
        const std::size_t stored = count >= 0 ? bytes : 1;
        if (stored > packed.size() - i)
            return false;
        for (std::size_t n = 0; n < bytes && at < out.size(); ++n, at += step)
            out[at] = packed[i + (count >= 0 ? n : 0)];
        i += stored;
    }
    return at >= out.size();
}

} // namespace

Result<std::vector<std::byte>> unpackRle(std::span<const std::byte> packed, std::size_t pixels,
                                         std::size_t samples, std::size_t bytesOfSample)
{
    const std::size_t segments = samples * bytesOfSample;
    if (packed.size() < kHeader || numberAt(packed, 0, 4, ByteOrder::Little) != segments ||
        segments > 15)
        return damaged();
    std::vector<std::byte> out(pixels * segments);
    for (std::size_t segment = 0; segment < segments; ++segment) {
        const std::size_t from = numberAt(packed, 4 + 4 * segment, 4, ByteOrder::Little);
        const std::size_t to = segment + 1 < segments
                                   ? numberAt(packed, 8 + 4 * segment, 4, ByteOrder::Little)
                                   : packed.size();
        if (from < kHeader || from > to || to > packed.size())
            return damaged();
        // A sample's highest byte comes first.
        const std::size_t place =
            segment / bytesOfSample * bytesOfSample + (bytesOfSample - 1 - segment % bytesOfSample);
        if (!unpackSegment(packed.subspan(from, to - from), out, place, segments))
            return damaged();
    }
    return out;
}

} // namespace rekindle::image
