#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"
#include "core/image/kept_pictures.h"
#include "core/job/stop.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace rekindle::packed {

/// A sealed HDF5 file of a list's pictures, each made smaller once (pack.h). Its list is verified
/// on opening, each picture when it is read first. Pixels are read by position in the file: no lock
/// is shared by those who read, and a file that becomes shorter is an error and no crash. Safe from
/// any thread.
class PackedImages : public image::KeptPictures
{
public:
    /// Kinds NotFound, Io, Unknown (another kind of file), Damaged, Limit, Memory.
    [[nodiscard]] static Result<std::shared_ptr<const PackedImages>>
    open(const std::filesystem::path& file);

    /// Stands for every byte that matters: it is of the list, which has a checksum of each picture.
    [[nodiscard]] virtual const std::string& sha256() const = 0;
    /// Pictures whose shorter side was longer have this one.
    [[nodiscard]] virtual int shortSide() const = 0;
    [[nodiscard]] virtual std::size_t count() const = 0;
    [[nodiscard]] virtual std::uint64_t bytes() const = 0; ///< of all pictures
    /// Whether it holds these images as they are. Kind Mismatch says what to do.
    [[nodiscard]] virtual Result<void> checkHolds(const dataset::Manifest& manifest) const = 0;
    /// Reads every picture and compares it with its checksum. Kinds Damaged, Io, Cancelled.
    [[nodiscard]] virtual Result<void> verify(const job::Watch& watch) const = 0;
};

/// Whether a file calls itself a packed one, by its first bytes.
[[nodiscard]] bool isPacked(const std::filesystem::path& file);

/// Lets the list's pixels be read from `file`, which must hold the list's images and, where
/// `sha256` is not empty, have it. Kinds as above; Mismatch.
[[nodiscard]] Result<void> usePacked(dataset::Manifest& manifest, const std::filesystem::path& file,
                                     const std::string& sha256);

/// The shorter side that copies need for views of this size: of the square that scoring looks at
/// (seven eighths of the shorter side) no pixel is made up.
[[nodiscard]] int shortSideFor(int viewSize);

} // namespace rekindle::packed
