#pragma once

#include "core/image/vectorised.h"
#include "core/views/blocks.h"

#include <cstddef>

namespace rekindle::views {

/// What the colour operations do to one pixel, or to as many as a vector holds (colour.h,
/// row_steps.h). Without branches, so that a loop takes as many pixels at a time as the processor
/// has room for. `Value` is float or one of blocks.h.

template <class Value>
struct ColourOf {
    Value red{};
    Value green{};
    Value blue{};
};
using Colour = ColourOf<float>;

/// What each channel adds to a grey value.
inline constexpr Colour kTensorFlowGrey{0.2989f, 0.5870f, 0.1140f};
inline constexpr Colour kPilGrey{0.299f, 0.587f, 0.114f};

template <class Value>
RK_WITHIN Value greyOf(const ColourOf<Value>& c, const Colour& weights)
{
    return c.red * weights.red + c.green * weights.green + c.blue * weights.blue;
}

template <class Value>
RK_WITHIN void clip(ColourOf<Value>& c, const Limits<Value>& limits)
{
    clip(c.red, limits);
    clip(c.green, limits);
    clip(c.blue, limits);
}

template <class Value>
RK_WITHIN Value largestOf(const ColourOf<Value>& c)
{
    return larger(larger(c.red, c.green), c.blue);
}

template <class Value>
RK_WITHIN Value leastOf(const ColourOf<Value>& c)
{
    return smaller(smaller(c.red, c.green), c.blue);
}

/// S of HSV times `factor`, at most 1; hue and value stay. With these kept each channel's distance
/// from the value scales like S, by the factor or by what makes S = 1.
template <class Value>
RK_WITHIN void saturate(ColourOf<Value>& c, float factor)
{
    const Value value = largestOf(c);
    const Value range = value - leastOf(c);
    const Value most = value / range; // grey: none, and any ratio will do
    Value ratio = most < factor ? most : Value{} + factor;
    ratio = value > 0.0f ? ratio : Value{};
    c.red = value - (value - c.red) * ratio;
    c.green = value - (value - c.green) * ratio;
    c.blue = value - (value - c.blue) * ratio;
}

/// The same for a factor of at most 1 and channels in [0, 1], whose S needs no limit.
template <class Value>
RK_WITHIN void desaturate(ColourOf<Value>& c, float factor)
{
    const Value value = largestOf(c);
    c.red = value - (value - c.red) * factor;
    c.green = value - (value - c.green) * factor;
    c.blue = value - (value - c.blue) * factor;
}

/// `value`, not below 0 nor above `most`.
template <class Value>
RK_WITHIN Value between(const Value& value, const Value& most, const Limits<Value>& limits)
{
    return smaller(larger(value, limits.zero), most);
}

/// The hue of HSV turned by `sixths` of a turn, from 0 to 6. All along, hues are multiplied by the
/// range of the pixel's channels, so that nothing is divided.
template <class Value>
RK_WITHIN void turn(ColourOf<Value>& c, float sixths, const Limits<Value>& limits)
{
    const Value value = largestOf(c);
    const Value least = leastOf(c);
    const Value range = value - least;
    const Value two = range + range, four = two + two, six = four + two;
    const Value fromGreen = (c.blue - c.red) + two;
    const Value fromBlue = (c.red - c.green) + four;
    Value hue = c.green == value ? fromGreen : fromBlue;
    hue = c.red == value ? c.green - c.blue : hue;
    hue = hue + range * sixths;
    hue = hue < 0.0f ? hue + six : hue;
    hue = hue >= six ? hue - six : hue;
    c.red = least + between(magnitude(hue - (two + range)) - range, range, limits);
    c.green = least + between(two - magnitude(hue - two), range, limits);
    c.blue = least + between(two - magnitude(hue - four), range, limits);
}

/// About the grey of the same brightness.
template <class Value>
RK_WITHIN void saturateAboutGrey(ColourOf<Value>& c, float factor)
{
    const Value grey = greyOf(c, kPilGrey);
    c.red = (c.red - grey) * factor + grey;
    c.green = (c.green - grey) * factor + grey;
    c.blue = (c.blue - grey) * factor + grey;
}

/// Every pixel of three planes by one formula; gives RK_VECTORISED functions their loop.
template <class Formula>
RK_WITHIN void forPixels(float* __restrict red, float* __restrict green, float* __restrict blue,
                         std::size_t count, Formula formula)
{
    for (std::size_t i = 0; i < count; ++i) {
        Colour c{red[i], green[i], blue[i]};
        formula(c);
        red[i] = c.red;
        green[i] = c.green;
        blue[i] = c.blue;
    }
}

} // namespace rekindle::views
