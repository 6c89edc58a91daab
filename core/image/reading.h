#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <array>
#include <string>

namespace rekindle::image {

/// Values that are shown as black and as white; what lies beyond is cut off.
struct ValueRange {
    double black = 0;
    double white = 0;

    [[nodiscard]] bool holds() const { return black < white; }
    [[nodiscard]] bool operator==(const ValueRange&) const = default;
};

/// How the values of a picture become grey levels, after rescaling and before inversion.
enum class Mapping {
    Usual,      ///< each file's own window; where it has none, what its kind of values asks for
    Full,       ///< everything that can be stored
    Window,     ///< one range for all
    Percentiles ///< a range of the set's values
};

/// Which way a volume is cut into pictures.
enum class VolumeAxis { Axial, Coronal, Sagittal };

/// How the pictures of a set are read: chosen once, kept with the list of images. Plain pictures of
/// 8 bits are as they are by the usual mapping.
struct Reading {
    Mapping mapping = Mapping::Usual;
    ValueRange window;                    ///< of Mapping::Window
    double lowPercent = 0.1;              ///< of Mapping::Percentiles
    double highPercent = 99.9;            ///< of Mapping::Percentiles
    std::array<int, 3> bands{};           ///< from 1, of pictures with many; zeros: the first
    VolumeAxis axis = VolumeAxis::Axial;  ///< of volumes
    ValueRange set;                       ///< what the set's values were found to span
    [[nodiscard]] bool isDefault() const; ///< nothing was chosen, whatever `set` says
    [[nodiscard]] bool operator==(const Reading&) const = default;
};

/// The window of a centre and a width, "40,400". Kind Usage in words of the option.
[[nodiscard]] Result<ValueRange> windowFrom(const std::string& text);
/// "4,3,2" or "8". Kind Usage.
[[nodiscard]] Result<std::array<int, 3>> bandsFrom(const std::string& text);
/// "axial", "coronal", "sagittal". Kind Usage.
[[nodiscard]] Result<VolumeAxis> axisFrom(const std::string& text);
/// "0.5,99.5" into the two percentiles. Kind Usage.
[[nodiscard]] Result<void> setPercentiles(Reading& reading, const std::string& text);

/// "window from -160 to 240 (centre 40, width 400); bands 4, 3, 2": what a person reads; empty
/// where all is as usual.
[[nodiscard]] std::string describe(const Reading& reading);

[[nodiscard]] Json toJson(const Reading& reading);
/// Kind Damaged.
[[nodiscard]] Result<Reading> readingFromJson(const Json& json, const std::string& subject);

} // namespace rekindle::image
