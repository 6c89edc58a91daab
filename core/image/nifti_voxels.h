#pragma once

#include "core/base/result.h"
#include "core/image/image_bytes.h"
#include "core/image/nifti_file.h"

#include <memory>
#include <vector>

namespace rekindle::image {

/// The bytes of a volume's file, packed by gzip or not. What was unpacked last is kept for whoever
/// opens the file again, since its slices are asked for one by one. For one thread.
class NiftiVoxels
{
public:
    /// Reads the header. Kinds Damaged, Limit, Unknown.
    [[nodiscard]] static Result<NiftiVoxels> open(ImageBytes& bytes);

    [[nodiscard]] const NiftiFile& file() const { return m_file; }
    /// `count` bytes of the voxels from `at` on. Kinds Damaged (they end early), Limit.
    [[nodiscard]] Result<std::vector<std::byte>> read(std::uint64_t at, std::uint64_t count) const;

private:
    NiftiVoxels(ImageBytes& bytes, const NiftiFile& file) : m_bytes(bytes), m_file(file) {}
    [[nodiscard]] Result<void> unpack();

    ImageBytes& m_bytes;
    NiftiFile m_file;
    std::shared_ptr<const std::vector<std::byte>> m_unpacked; ///< null: the file is not packed
};

/// Whether these first bytes are those of a packed file.
[[nodiscard]] bool startsPacked(std::span<const std::byte> start);

} // namespace rekindle::image
