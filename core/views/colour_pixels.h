#pragma once

#include <cmath>
#include <cstddef>

namespace rekindle::views {

/// What the colour operations do to one pixel, for loops over many (colour.h, row_steps.h). Without
/// branches, so that a loop takes as many pixels at a time as the processor has room for.

struct Colour {
    float red = 0.0f;
    float green = 0.0f;
    float blue = 0.0f;
};

/// What each channel adds to a grey value.
inline constexpr Colour kTensorFlowGrey{0.2989f, 0.5870f, 0.1140f};
inline constexpr Colour kPilGrey{0.299f, 0.587f, 0.114f};

inline float larger(float a, float b)
{
    return a > b ? a : b;
}

inline float smaller(float a, float b)
{
    return a < b ? a : b;
}

inline float clipped(float value)
{
    return smaller(larger(value, 0.0f), 1.0f);
}

inline Colour clipped(const Colour& c)
{
    return {clipped(c.red), clipped(c.green), clipped(c.blue)};
}

inline float greyOf(const Colour& c, const Colour& weights)
{
    return c.red * weights.red + c.green * weights.green + c.blue * weights.blue;
}

/// S of HSV times `factor`, at most 1; hue and value stay. With these kept each channel's distance
/// from the value scales like S, by the factor or by what makes S = 1.
inline Colour saturated(const Colour& c, float factor)
{
    const float value = larger(larger(c.red, c.green), c.blue);
    const float range = value - smaller(smaller(c.red, c.green), c.blue);
    const float most = value / range; // grey: none, and any ratio will do
    float ratio = most < factor ? most : factor;
    ratio = value > 0.0f ? ratio : 0.0f;
    return {value - (value - c.red) * ratio, value - (value - c.green) * ratio,
            value - (value - c.blue) * ratio};
}

/// The same for a factor of at most 1 and channels in [0, 1], whose S needs no limit.
inline Colour desaturated(const Colour& c, float factor)
{
    const float value = larger(larger(c.red, c.green), c.blue);
    return {value - (value - c.red) * factor, value - (value - c.green) * factor,
            value - (value - c.blue) * factor};
}

/// The hue of HSV turned by `sixths` of a turn, from 0 to 6. All along, hues are multiplied by the
/// range of the pixel's channels, so that nothing is divided.
inline Colour turned(const Colour& c, float sixths)
{
    const float value = larger(larger(c.red, c.green), c.blue);
    const float least = smaller(smaller(c.red, c.green), c.blue);
    const float range = value - least;
    const float two = range + range, four = two + two, six = four + two;
    const float fromGreen = (c.blue - c.red) + two;
    const float fromBlue = (c.red - c.green) + four;
    float hue = c.green == value ? fromGreen : fromBlue;
    hue = c.red == value ? c.green - c.blue : hue;
    hue = hue + range * sixths;
    hue = hue < 0.0f ? hue + six : hue;
    hue = hue >= six ? hue - six : hue;
    const auto share = [&](float wanted) { return smaller(larger(wanted, 0.0f), range); };
    return {least + share(std::fabs(hue - (two + range)) - range),
            least + share(two - std::fabs(hue - two)), least + share(two - std::fabs(hue - four))};
}

/// Every pixel of three planes by one formula; gives RK_VECTORISED functions their loop.
template <class Formula>
inline __attribute__((always_inline)) void forPixels(float* __restrict red, float* __restrict green,
                                                     float* __restrict blue, std::size_t count,
                                                     Formula formula)
{
    for (std::size_t i = 0; i < count; ++i) {
        const Colour to = formula(Colour{red[i], green[i], blue[i]});
        red[i] = to.red;
        green[i] = to.green;
        blue[i] = to.blue;
    }
}

} // namespace rekindle::views
