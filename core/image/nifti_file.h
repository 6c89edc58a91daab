#pragma once

#include "core/base/result.h"
#include "core/image/file_numbers.h"
#include "core/image/reading.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace rekindle::image {

/// What a voxel is.
enum class NiftiKind { Unsigned, Signed, Float, Rgb, Rgba };

/// Where a voxel axis points in the patient: right, anterior, superior are 0, 1, 2.
struct VoxelAxis {
    int towards = 0;
    bool backwards = false; ///< left, posterior, inferior
};

/// The header of a NIfTI file, version 1 or 2.
struct NiftiFile {
    ByteOrder order = ByteOrder::Little;
    std::array<std::int64_t, 3> sides{1, 1, 1}; ///< voxels along each axis
    std::int64_t volumes = 1;                   ///< over time
    NiftiKind kind = NiftiKind::Unsigned;
    int bits = 8;             ///< of a number
    std::uint64_t offset = 0; ///< of the voxels in the file
    double slope = 1, intercept = 0;
    std::optional<ValueRange> window; ///< what the file asks to be shown
    std::array<VoxelAxis, 3> axes;

    [[nodiscard]] std::uint64_t bytesOfVoxel() const;
    [[nodiscard]] std::uint64_t bytesOfVolume() const;
};

/// Enough for both versions.
inline constexpr std::size_t kNiftiHeader = 540;

/// Kinds Damaged, Unknown (a kind of voxel that is not read here).
[[nodiscard]] Result<NiftiFile> readNifti(std::span<const std::byte> start);

/// By the first bytes, unpacked.
[[nodiscard]] bool startsLikeNifti(std::span<const std::byte> start);

} // namespace rekindle::image
