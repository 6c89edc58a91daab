#pragma once

#include "core/base/result.h"
#include "core/image/dicom_elements.h"
#include "core/image/image_bytes.h"
#include "core/image/reading.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rekindle::image {

/// A table from values to values (PS3.3, C.11.1 and C.11.2): `first` maps to the first of them.
struct DicomLut {
    int first = 0;
    int bits = 16;
    std::vector<std::uint16_t> values;

    [[nodiscard]] float at(float value) const;
};

/// How the numbers of a frame become what they measure, and which of that is to be seen.
struct DicomMeaning {
    std::optional<double> slope, intercept;
    std::optional<ValueRange> window;
};

/// What a DICOM file says about its pictures. Its spans lie in `data`.
struct DicomFile {
    std::vector<std::byte> unpacked; ///< of a deflated file: what the spans lie in
    std::vector<std::byte> swapped;  ///< pixels that were written as words of the other order
    std::string syntax;              ///< the transfer syntax, by its UID
    ByteOrder order = ByteOrder::Little;
    std::string modality;
    std::string photometric;
    int width = 0, height = 0;
    int samples = 1;
    int allocated = 0, stored = 0, high = 0; ///< bits
    bool isSigned = false;
    bool planes = false; ///< red, green and blue behind each other
    int frames = 1;
    std::optional<std::pair<int, int>> padding; ///< stored numbers that stand for no picture
    std::optional<DicomLut> modalityLut, voiLut;
    std::vector<DicomLut> palette;  ///< red, green, blue
    DicomMeaning all;               ///< of every frame
    std::vector<DicomMeaning> each; ///< of one, where they differ
    std::string patient;            ///< a hash of the number, never the number itself
    std::optional<std::span<const std::byte>> pixels;  ///< as they are
    std::vector<std::span<const std::byte>> fragments; ///< compressed; the first a table

    /// Whose pictures they are, by a name that a list of all numbers of a hospital does not give
    /// away at once: it is hashed many times over. Takes milliseconds.
    [[nodiscard]] std::string group() const;
};

/// Reads everything but pixels, with our own walk. Kinds Damaged, Limit, Unknown (no picture in it,
/// or one of a kind that is not read here).
[[nodiscard]] Result<DicomFile> readDicom(std::span<const std::byte> file);

/// Whether a file of these first bytes is DICOM: by its mark, or by its first elements where an old
/// program left the mark out.
[[nodiscard]] bool startsLikeDicom(std::span<const std::byte> start);

} // namespace rekindle::image
