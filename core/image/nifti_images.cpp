#include "core/image/builtin_formats.h"
#include "core/image/inflate.h"
#include "core/image/nifti_voxels.h"
#include "core/image/over_white.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rekindle::image {
namespace {

bool probe(std::span<const std::byte> start)
{
    if (!startsPacked(start))
        return startsLikeNifti(start);
    return startsLikeNifti(inflatedStart(start, kNiftiHeader));
}

/// A picture's axes in voxels: its columns and rows run against the patient's axes, so that it is
/// seen as radiologists are used to: anterior or superior on top, the patient's right on the left,
/// a face that looks left.
struct Cut {
    std::array<std::size_t, 3> voxelAxis{}; ///< of columns, rows and slices
    std::array<bool, 3> reversed{};         ///< the voxel axis runs the other way
};

Cut cutAlong(const NiftiFile& file, VolumeAxis axis)
{
    // Patient axes of columns, rows and slices; 0 right, 1 anterior, 2 superior.
    const std::array<int, 3> patient = axis == VolumeAxis::Axial     ? std::array{0, 1, 2}
                                       : axis == VolumeAxis::Coronal ? std::array{0, 2, 1}
                                                                     : std::array{1, 2, 0};
    Cut cut;
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t voxel = 0; voxel < 3; ++voxel) {
            if (file.axes[voxel].towards != patient[i])
                continue;
            cut.voxelAxis[i] = voxel;
            // Slices run with the patient's axis, columns and rows against it.
            cut.reversed[i] = (i == 2) == file.axes[voxel].backwards;
        }
    }
    return cut;
}

class NiftiReader : public ImageReader
{
public:
    NiftiReader(NiftiVoxels voxels, const Request& request)
        : m_voxels(std::move(voxels)), m_file(m_voxels.file()), m_request(request),
          m_cut(cutAlong(m_file, request.reading.axis))
    {
    }

    [[nodiscard]] int count() const override
    {
        constexpr std::int64_t kMost = 1'000'000;
        return static_cast<int>(std::min(side(2) * m_file.volumes, kMost));
    }

    Result<ImageHeader> header(int /*frame*/) override
    {
        const int channels = m_file.kind == NiftiKind::Rgb    ? 3
                             : m_file.kind == NiftiKind::Rgba ? 4
                                                              : 1;
        return ImageHeader{static_cast<int>(side(0)), static_cast<int>(side(1)), channels,
                           m_file.bits};
    }

    Result<ImagePart> read(int frame, const ImageBox& /*box*/, int /*leastSide*/) override
    {
        RK_TRY(const auto slice, readSlice(frame));
        if (m_file.kind == NiftiKind::Rgb || m_file.kind == NiftiKind::Rgba)
            return wholePart(colours(slice));
        const bool plain = m_file.kind == NiftiKind::Unsigned && m_file.bits == 8 &&
                           m_file.slope == 1 && m_file.intercept == 0 && !m_file.window;
        if (plain)
            return wholePart(Image{
                static_cast<int>(side(0)), static_cast<int>(side(1)), 1, 8, numbers(slice), {}});
        ImagePart part = wholePart(levelsOf(measured(slice), m_request));
        part.mapped = true;
        return part;
    }

private:
    /// Voxels along the picture's columns, rows or slices.
    [[nodiscard]] std::int64_t side(std::size_t i) const
    {
        return m_file.sides[m_cut.voxelAxis[i]];
    }

    /// A picture's voxels in the order of its pixels.
    Result<std::vector<std::byte>> readSlice(int frame) const
    {
        const auto slices = side(2);
        const std::int64_t volume = frame / slices, slice = place(2, frame % slices);
        const auto bytes = static_cast<std::int64_t>(m_file.bytesOfVoxel());
        const std::array<std::int64_t, 3> steps{bytes, bytes * m_file.sides[0],
                                                bytes * m_file.sides[0] * m_file.sides[1]};
        const std::int64_t sliceStep = steps[m_cut.voxelAxis[2]];
        const auto start = volume * static_cast<std::int64_t>(m_file.bytesOfVolume());
        // Slices that lie in one piece are read alone; of others, from their first voxel to their
        // last.
        const std::int64_t first = start + slice * sliceStep;
        const std::int64_t count = (side(0) - 1) * steps[m_cut.voxelAxis[0]] +
                                   (side(1) - 1) * steps[m_cut.voxelAxis[1]] + bytes;
        RK_TRY(const auto from,
               m_voxels.read(static_cast<std::uint64_t>(first), static_cast<std::uint64_t>(count)));
        std::vector<std::byte> pixels(static_cast<std::size_t>(side(0) * side(1) * bytes));
        auto* to = pixels.data();
        for (std::int64_t row = 0; row < side(1); ++row) {
            const std::int64_t line = place(1, row) * steps[m_cut.voxelAxis[1]];
            for (std::int64_t column = 0; column < side(0); ++column, to += bytes)
                std::copy_n(from.data() + line + place(0, column) * steps[m_cut.voxelAxis[0]],
                            bytes, to);
        }
        return pixels;
    }

    [[nodiscard]] std::int64_t place(std::size_t i, std::int64_t at) const
    {
        return m_cut.reversed[i] ? side(i) - 1 - at : at;
    }

    static std::vector<std::uint8_t> numbers(const std::vector<std::byte>& slice)
    {
        std::vector<std::uint8_t> values;
        values.reserve(slice.size());
        for (const std::byte value : slice)
            values.push_back(std::to_integer<std::uint8_t>(value));
        return values;
    }

    [[nodiscard]] Image colours(const std::vector<std::byte>& slice) const
    {
        constexpr std::uint32_t kWhite = 255;
        auto values = numbers(slice);
        if (m_file.kind == NiftiKind::Rgba)
            values = overWhite(values, 3, kWhite);
        return {static_cast<int>(side(0)), static_cast<int>(side(1)), 3, 8, std::move(values), {}};
    }

    [[nodiscard]] double numberOf(const std::vector<std::byte>& slice, std::size_t index) const
    {
        const auto size = static_cast<std::size_t>(m_file.bits / 8);
        const std::uint64_t raw = numberAt(slice, index * size, size, m_file.order);
        if (m_file.kind == NiftiKind::Float)
            return size == 8 ? std::bit_cast<double>(raw)
                             : std::bit_cast<float>(static_cast<std::uint32_t>(raw));
        if (m_file.kind == NiftiKind::Unsigned)
            return static_cast<double>(raw);
        const int shift = 64 - m_file.bits;
        return static_cast<double>(static_cast<std::int64_t>(raw << shift) >> shift);
    }

    [[nodiscard]] Measured measured(const std::vector<std::byte>& slice) const
    {
        Measured values;
        values.width = static_cast<int>(side(0));
        values.height = static_cast<int>(side(1));
        values.values.resize(static_cast<std::size_t>(side(0) * side(1)));
        for (std::size_t i = 0; i < values.values.size(); ++i)
            values.values[i] =
                static_cast<float>(m_file.slope * numberOf(slice, i) + m_file.intercept);
        values.window = m_file.window;
        if (m_file.bits <= 16) {
            const double count = std::ldexp(1.0, m_file.bits);
            const double least = m_file.kind == NiftiKind::Signed ? -count / 2 : 0;
            ValueRange range{m_file.slope * least + m_file.intercept,
                             m_file.slope * (least + count - 1) + m_file.intercept};
            if (range.black > range.white)
                std::swap(range.black, range.white);
            values.possible = range;
        }
        return values;
    }

    NiftiVoxels m_voxels;
    NiftiFile m_file;
    Request m_request;
    Cut m_cut;
};

} // namespace

ImageFormat niftiFormat()
{
    return {"NIfTI",
            "slice",
            {".nii", ".nii.gz"},
            probe,
            [](ImageBytes& bytes, const Request& request) -> Result<std::unique_ptr<ImageReader>> {
                RK_TRY(auto voxels, NiftiVoxels::open(bytes));
                return std::make_unique<NiftiReader>(std::move(voxels), request);
            }};
}

} // namespace rekindle::image
