#include "core/image/nifti_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <limits>

namespace rekindle::image {
namespace {

constexpr std::size_t kFirst = 348, kSecond = 540; ///< bytes of the two headers

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the file again.");
}

/// Numbers of a header, by the places they have in the two versions.
class Fields
{
public:
    Fields(std::span<const std::byte> start, ByteOrder order, bool second)
        : m_start(start), m_order(order), m_second(second)
    {
    }

    /// A whole number of 2 bytes, and of `size` in version 2.
    [[nodiscard]] std::int64_t whole(std::size_t first, std::size_t second, std::size_t size) const
    {
        if (!m_second)
            return static_cast<std::int16_t>(numberAt(m_start, first, 2, m_order));
        const std::uint64_t raw = numberAt(m_start, second, size, m_order);
        const auto shift = static_cast<int>(64 - 8 * size);
        return static_cast<std::int64_t>(raw << shift) >> shift;
    }
    /// A number of 4 bytes, and of 8 in version 2.
    [[nodiscard]] double real(std::size_t first, std::size_t second) const
    {
        if (m_second)
            return std::bit_cast<double>(numberAt(m_start, second, 8, m_order));
        return std::bit_cast<float>(
            static_cast<std::uint32_t>(numberAt(m_start, first, 4, m_order)));
    }
    [[nodiscard]] double realOf(std::size_t first, std::size_t second, std::size_t index) const
    {
        return real(first + 4 * index, second + 8 * index);
    }

private:
    std::span<const std::byte> m_start;
    ByteOrder m_order;
    bool m_second;
};

Result<void> readKind(const Fields& fields, NiftiFile& file)
{
    const auto kind = fields.whole(70, 12, 2);
    const auto is = [&](NiftiKind what, int bits) {
        file.kind = what;
        file.bits = bits;
    };
    switch (kind) {
    case 2:
        is(NiftiKind::Unsigned, 8);
        break;
    case 4:
        is(NiftiKind::Signed, 16);
        break;
    case 8:
        is(NiftiKind::Signed, 32);
        break;
    case 16:
        is(NiftiKind::Float, 32);
        break;
    case 64:
        is(NiftiKind::Float, 64);
        break;
    case 128:
        is(NiftiKind::Rgb, 8);
        break;
    case 256:
        is(NiftiKind::Signed, 8);
        break;
    case 512:
        is(NiftiKind::Unsigned, 16);
        break;
    case 768:
        is(NiftiKind::Unsigned, 32);
        break;
    case 1024:
        is(NiftiKind::Signed, 64);
        break;
    case 1280:
        is(NiftiKind::Unsigned, 64);
        break;
    case 2304:
        is(NiftiKind::Rgba, 8);
        break;
    default:
        return fail(ErrorKind::Unknown,
                    fmt::format("This volume's voxels are of a kind that is not read here "
                                "(number {})",
                                kind),
                    {}, "Save it with whole or floating numbers.");
    }
    return {};
}

using Matrix = std::array<std::array<double, 3>, 3>; ///< [patient axis][voxel axis]

/// From the quaternion of the header (nifti1.h, METHOD 2).
Matrix fromQuaternion(const Fields& fields, const std::array<double, 3>& sizes)
{
    const double b = fields.real(256, 352), c = fields.real(260, 360), d = fields.real(264, 368);
    const double a = std::sqrt(std::max(0.0, 1 - (b * b + c * c + d * d)));
    const double turned = fields.real(76, 104) < 0 ? -1 : 1;
    Matrix m{{{a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
              {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
              {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - c * c - b * b}}};
    for (auto& row : m)
        for (std::size_t j = 0; j < 3; ++j)
            row[j] *= sizes[j] * (j == 2 ? turned : 1);
    return m;
}

Matrix directions(const Fields& fields)
{
    std::array<double, 3> sizes{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double size = std::abs(fields.realOf(76, 104, i + 1));
        sizes[i] = std::isfinite(size) && size > 0 ? size : 1;
    }
    if (fields.whole(254, 348, 4) > 0) {
        Matrix m{};
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                m[i][j] = fields.realOf(280, 400, 4 * i + j);
        return m;
    }
    if (fields.whole(252, 344, 4) > 0)
        return fromQuaternion(fields, sizes);
    // A file that does not say follows its ancestor, Analyze: the first axis runs to the left.
    return {{{-sizes[0], 0, 0}, {0, sizes[1], 0}, {0, 0, sizes[2]}}};
}

/// Which way each voxel axis points mostly: of all ways to pair axes the one that fits best.
std::array<VoxelAxis, 3> axesFrom(const Matrix& m)
{
    std::array<int, 3> pairing{0, 1, 2}, best = pairing;
    double most = -1;
    const auto share = [&](std::size_t voxel, int patient) {
        double length = 0;
        for (std::size_t i = 0; i < 3; ++i)
            length += m[i][voxel] * m[i][voxel];
        const double value = std::abs(m[static_cast<std::size_t>(patient)][voxel]);
        return length > 0 && std::isfinite(length) ? value / std::sqrt(length) : 0.0;
    };
    do {
        const double sum = share(0, pairing[0]) + share(1, pairing[1]) + share(2, pairing[2]);
        if (sum > most + 1e-12) {
            most = sum;
            best = pairing;
        }
    } while (std::next_permutation(pairing.begin(), pairing.end()));
    std::array<VoxelAxis, 3> axes;
    for (std::size_t voxel = 0; voxel < 3; ++voxel)
        axes[voxel] = {best[voxel], m[static_cast<std::size_t>(best[voxel])][voxel] < 0};
    return axes;
}

Result<void> readSides(const Fields& fields, NiftiFile& file)
{
    const auto dim = [&](std::size_t i) { return fields.whole(40 + 2 * i, 16 + 8 * i, 8); };
    const auto dimensions = dim(0);
    if (dimensions < 1 || dimensions > 7)
        return damaged("The volume's header holds values that no volume has");
    for (std::size_t i = 1; i <= static_cast<std::size_t>(dimensions); ++i) {
        const std::int64_t side = dim(i);
        constexpr std::int64_t kLongest = 65535;
        if (side < 1 || side > kLongest)
            return damaged("The volume's header holds values that no volume has");
        if (i <= 3)
            file.sides[i - 1] = side;
        else if (i == 4)
            file.volumes = side;
        else if (side > 1)
            return fail(ErrorKind::Unknown,
                        fmt::format("This volume has {} dimensions", dimensions), {},
                        "Save each of its parts as a volume of its own.");
    }
    return {};
}

std::optional<std::pair<ByteOrder, bool>> writingOf(std::span<const std::byte> start)
{
    for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
        if (start.size() >= kFirst && numberAt(start, 0, 4, order) == kFirst &&
            std::memcmp(start.data() + 344, "n+1\0", 4) == 0)
            return std::pair{order, false};
        if (start.size() >= 12 && numberAt(start, 0, 4, order) == kSecond &&
            std::memcmp(start.data() + 4, "n+2\0\r\n\032\n", 8) == 0)
            return std::pair{order, true};
    }
    return std::nullopt;
}

} // namespace

std::uint64_t NiftiFile::bytesOfVoxel() const
{
    const std::uint64_t numbers = kind == NiftiKind::Rgb ? 3 : kind == NiftiKind::Rgba ? 4 : 1;
    return numbers * static_cast<std::uint64_t>(bits) / 8;
}

std::uint64_t NiftiFile::bytesOfVolume() const
{
    return bytesOfVoxel() * static_cast<std::uint64_t>(sides[0]) *
           static_cast<std::uint64_t>(sides[1]) * static_cast<std::uint64_t>(sides[2]);
}

bool startsLikeNifti(std::span<const std::byte> start)
{
    return writingOf(start).has_value();
}

Result<NiftiFile> readNifti(std::span<const std::byte> start)
{
    const auto writing = writingOf(start);
    if (!writing || start.size() < (writing->second ? kSecond : kFirst))
        return damaged("The volume ends early");
    const Fields fields(start, writing->first, writing->second);
    NiftiFile file;
    file.order = writing->first;
    RK_CHECK(readSides(fields, file));
    RK_CHECK(readKind(fields, file));
    const double offset =
        writing->second ? static_cast<double>(fields.whole(0, 168, 8)) : fields.real(108, 168);
    const double least = writing->second ? 544 : 352;
    if (!(offset <= 1e9))
        return damaged("The volume's header holds values that no volume has");
    // Some programs leave it at zero.
    file.offset = static_cast<std::uint64_t>(std::max(offset, least));
    const double slope = fields.real(112, 176), intercept = fields.real(116, 184);
    if (std::isfinite(slope) && slope != 0) {
        file.slope = slope;
        file.intercept = std::isfinite(intercept) ? intercept : 0;
    }
    const ValueRange window{fields.real(128, 200), fields.real(124, 192)};
    if (window.holds() && std::isfinite(window.white - window.black))
        file.window = window;
    file.axes = axesFrom(directions(fields));
    return file;
}

} // namespace rekindle::image
