#pragma once

#include "core/image/image.h"
#include "core/image/reading.h"
#include "core/image/value_tally.h"

#include <optional>
#include <vector>

namespace rekindle::image {

/// What a reader of a file is told.
struct Request {
    Reading reading;
    int usedBits = 0;            ///< ImageRef::bits
    ValueTally* tally = nullptr; ///< counts what is read, where somebody asks
    bool takesPlanes = false;    ///< whoever reads makes pixels of a JPEG's planes itself
};

/// Values as a machine measured them, rescaled to their unit and not yet grey levels.
struct Measured {
    int width = 0, height = 0;
    int channels = 1;          ///< 1 or 3
    std::vector<float> values; ///< row-major, channels interleaved
    /// The window that the file asks for, or its kind of picture.
    std::optional<ValueRange> window;
    /// What the stored numbers could hold; nothing for numbers of 32 bits and more.
    std::optional<ValueRange> possible;
    bool inverted = false; ///< the largest value is black
};

/// Stored → rescaled → window → inverted: the picture in levels of 16 bits. What is no number is
/// black.
[[nodiscard]] Image levelsOf(const Measured& measured, const Request& request);

/// The same of a plain picture, whose values are levels already unless somebody asks for others.
void takeLevels(Image& image, const Request& request);

} // namespace rekindle::image
