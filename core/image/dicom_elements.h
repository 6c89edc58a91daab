#pragma once

#include "core/base/result.h"
#include "core/image/file_numbers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace rekindle::image {

/// Group and element in one number.
using DicomTag = std::uint32_t;

inline constexpr DicomTag kPixelData = 0x7fe00010;

/// How the elements of a data set are written (PS3.5, section 7.1).
struct DicomWriting {
    bool explicitKinds = true; ///< each element names its kind of value
    ByteOrder order = ByteOrder::Little;
};

/// Who is told about a data set, element by element.
class DicomVisitor
{
public:
    virtual ~DicomVisitor() = default;
    /// `words`: numbers of two bytes, whatever they are part of.
    virtual void value(DicomTag tag, std::span<const std::byte> bytes, bool words) = 0;
    /// A piece of compressed pixel data; the first is the table of offsets.
    virtual void fragment(std::span<const std::byte> bytes) = 0;
    /// The next item of a sequence, and its end.
    virtual void enter(DicomTag sequence, int item) = 0;
    virtual void leave() = 0;
};

/// Walks a data set from `at` on, sequences and all. Stops behind the pixel data. Every length is
/// checked against what is there; nesting and number of elements have limits. Kinds Damaged, Limit.
[[nodiscard]] Result<void> walkDicom(std::span<const std::byte> data, std::size_t at,
                                     const DicomWriting& writing, DicomVisitor& visitor);

/// Walks the elements of group 2 that open a file, from byte 132 on, and returns where they end.
[[nodiscard]] Result<std::size_t> walkDicomMeta(std::span<const std::byte> data,
                                                DicomVisitor& visitor);

} // namespace rekindle::image
