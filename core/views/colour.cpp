#include "core/views/colour.h"

#include "core/image/vectorised.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rekindle::views {
namespace {

/// What each channel adds to a grey value.
struct GreyWeights {
    float red = 0.0f;
    float green = 0.0f;
    float blue = 0.0f;
};
constexpr GreyWeights kTensorFlow{0.2989f, 0.5870f, 0.1140f};
constexpr GreyWeights kPil{0.299f, 0.587f, 0.114f};

inline float greyOf(float red, float green, float blue, const GreyWeights& weights)
{
    return red * weights.red + green * weights.green + blue * weights.blue;
}

/// Eight running sums, so that additions need not wait for one another; the order is fixed.
RK_VECTORISED double mean(const float* values, std::size_t count)
{
    std::array<double, 8> sums{};
    const std::size_t even = count - count % sums.size();
    for (std::size_t i = 0; i < even; i += sums.size())
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += static_cast<double>(values[i + k]);
    for (std::size_t i = even; i < count; ++i)
        sums[0] += static_cast<double>(values[i]);
    double sum = 0.0;
    for (const double part : sums)
        sum += part;
    return sum / static_cast<double>(count);
}

inline float largest(float a, float b, float c)
{
    const float ab = a > b ? a : b;
    return ab > c ? ab : c;
}

inline float smallest(float a, float b, float c)
{
    const float ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/// One channel of HSV -> RGB: v - range * clip(min(k, 4 - k), 0, 1), k = (offset + hue) mod 6.
inline float channelAt(float k, float value, float range)
{
    k = k >= 12.0f ? k - 12.0f : k;
    k = k >= 6.0f ? k - 6.0f : k;
    float ramp = k < 4.0f - k ? k : 4.0f - k;
    ramp = ramp < 0.0f ? 0.0f : ramp;
    ramp = ramp > 1.0f ? 1.0f : ramp;
    return value - range * ramp;
}

/// Each plane becomes the sum of all three by these weights.
inline void greyBy(const GreyWeights& weights, float* planes, std::size_t count)
{
    float* __restrict r = planes;
    float* __restrict g = planes + count;
    float* __restrict b = planes + 2 * count;
    for (std::size_t i = 0; i < count; ++i) {
        const float grey = greyOf(r[i], g[i], b[i], weights);
        r[i] = grey;
        g[i] = grey;
        b[i] = grey;
    }
}

} // namespace

RK_VECTORISED void addBrightness(float* values, std::size_t count, float delta)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] += delta;
}

RK_VECTORISED void scaleContrast(float* plane, std::size_t count, float factor)
{
    const auto centre = static_cast<float>(mean(plane, count));
    for (std::size_t i = 0; i < count; ++i)
        plane[i] = (plane[i] - centre) * factor + centre;
}

RK_VECTORISED void scaleSaturation(float* planes, std::size_t count, float factor)
{
    float* __restrict r = planes;
    float* __restrict g = planes + count;
    float* __restrict b = planes + 2 * count;
    for (std::size_t i = 0; i < count; ++i) {
        const float red = r[i], green = g[i], blue = b[i];
        const float value = largest(red, green, blue);
        const float range = value - smallest(red, green, blue);
        // With hue and value kept, each channel's distance from the value scales like S.
        const float divisor = value > 0.0f ? value : 1.0f;
        float saturation = range / divisor * factor;
        saturation = saturation > 1.0f ? 1.0f : saturation;
        saturation = value > 0.0f ? saturation : 0.0f;
        const float ratio = saturation * value / (range > 0.0f ? range : 1.0f);
        r[i] = value - (value - red) * ratio;
        g[i] = value - (value - green) * ratio;
        b[i] = value - (value - blue) * ratio;
    }
}

RK_VECTORISED void turnHue(float* planes, std::size_t count, float turns)
{
    float* __restrict r = planes;
    float* __restrict g = planes + count;
    float* __restrict b = planes + 2 * count;
    const float shift = 6.0f * (turns - std::floor(turns));
    for (std::size_t i = 0; i < count; ++i) {
        const float red = r[i], green = g[i], blue = b[i];
        const float value = largest(red, green, blue);
        const float range = value - smallest(red, green, blue);
        const float divisor = range > 0.0f ? range : 1.0f;
        const float fromRed = (green - blue) / divisor;
        const float fromGreen = (blue - red) / divisor + 2.0f;
        const float fromBlue = (red - green) / divisor + 4.0f;
        float hue = green == value ? fromGreen : fromBlue;
        hue = red == value ? fromRed : hue;
        hue = hue < 0.0f ? hue + 6.0f : hue;
        hue += shift;
        r[i] = channelAt(hue + 5.0f, value, range);
        g[i] = channelAt(hue + 3.0f, value, range);
        b[i] = channelAt(hue + 1.0f, value, range);
    }
}

RK_VECTORISED void makeGrey(float* planes, std::size_t count)
{
    greyBy(kTensorFlow, planes, count);
}

void makeGreyPlane(float* plane, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        plane[i] = greyOf(plane[i], plane[i], plane[i], kTensorFlow);
}

RK_VECTORISED void scaleBrightness(float* values, std::size_t count, float factor)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] *= factor;
}

RK_VECTORISED void scaleContrastAboutGrey(float* values, int planes, std::size_t count,
                                          float factor)
{
    double grey = mean(values, count);
    if (planes == 3)
        grey = 0.299 * grey + 0.587 * mean(values + count, count) +
               0.114 * mean(values + 2 * count, count);
    const auto centre = static_cast<float>(std::floor(255.0 * grey + 0.5) / 255.0);
    const std::size_t all = count * static_cast<std::size_t>(planes);
    for (std::size_t i = 0; i < all; ++i)
        values[i] = (values[i] - centre) * factor + centre;
}

RK_VECTORISED void scaleSaturationAboutGrey(float* planes, std::size_t count, float factor)
{
    float* __restrict r = planes;
    float* __restrict g = planes + count;
    float* __restrict b = planes + 2 * count;
    for (std::size_t i = 0; i < count; ++i) {
        const float grey = greyOf(r[i], g[i], b[i], kPil);
        r[i] = (r[i] - grey) * factor + grey;
        g[i] = (g[i] - grey) * factor + grey;
        b[i] = (b[i] - grey) * factor + grey;
    }
}

void turnHueInSteps(float* planes, std::size_t count, float turns)
{
    turnHue(planes, count, std::trunc(turns * 255.0f) / 255.0f);
}

RK_VECTORISED void makeGreyAsPil(float* planes, std::size_t count)
{
    greyBy(kPil, planes, count);
}

void solarise(float* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = values[i] < 0.5f ? values[i] : 1.0f - values[i];
}

RK_VECTORISED void clipToUnit(float* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float low = values[i] > 0.0f ? values[i] : 0.0f;
        values[i] = low < 1.0f ? low : 1.0f;
    }
}

} // namespace rekindle::views
