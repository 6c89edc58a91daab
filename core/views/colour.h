#pragma once

#include <array>
#include <cstddef>

namespace rekindle::views {

/// TensorFlow's colour operations (recipes 1.3) on planes of `count` float32 values each, without
/// the clipping that follows each of them in SimCLR. `planes` holds R, G and B one after the
/// other.

/// Adds `delta` to every value of one or more planes.
void addBrightness(float* values, std::size_t count, float delta);
/// (x - mean) * factor + mean, the mean being this plane's own.
void scaleContrast(float* plane, std::size_t count, float factor);
/// Multiplies S of HSV and clips it to [0, 1]; hue and value stay.
void scaleSaturation(float* planes, std::size_t count, float factor);
/// Turns the hue of HSV by a fraction of a full turn.
void turnHue(float* planes, std::size_t count, float turns);
/// Each plane becomes .2989 R + .5870 G + .1140 B.
void makeGrey(float* planes, std::size_t count);
/// The same for a picture of one plane: its weights add up to .9999, not to 1.
void makeGreyPlane(float* plane, std::size_t count);
/// torchvision's operations, as PIL has them, on the same planes.

/// Multiplies every value of one or more planes.
void scaleBrightness(float* values, std::size_t count, float factor);
/// (x - centre) * factor + centre for every plane, the centre being the mean of the grey picture,
/// rounded to a 255th. `planes` is 1 or 3.
void scaleContrastAboutGrey(float* values, int planes, std::size_t count, float factor);
/// (x - grey) * factor + grey.
void scaleSaturationAboutGrey(float* planes, std::size_t count, float factor);
/// Turns the hue by a whole number of 255ths of a turn, towards 0.
void turnHueInSteps(float* planes, std::size_t count, float turns);
/// Each plane becomes .299 R + .587 G + .114 B; one plane stays what it is.
void makeGreyAsPil(float* planes, std::size_t count);

/// Haematoxylin and eosin by Ruifrok and Johnston (Anal. Quant. Cytol. Histol. 23:291, 2001): the
/// optical density -log10(x) of the three planes as amounts of haematoxylin, eosin and diaminobenz-
/// idine, each multiplied and shifted, and back (Tellez et al., Med. Image Anal. 58:101544, 2019).
/// Not clipped.
void shiftStains(float* planes, std::size_t count, const std::array<double, 3>& factor,
                 const std::array<double, 3>& shift);

/// Values of at least 1/2 become 1 - x.
void solarise(float* values, std::size_t count);
/// Clips to [0, 1].
void clipToUnit(float* values, std::size_t count);

} // namespace rekindle::views
