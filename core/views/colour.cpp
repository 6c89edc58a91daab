#include "core/views/colour.h"

#include "core/image/vectorised.h"
#include "core/views/colour_pixels.h"

#include <array>
#include <cmath>

namespace rekindle::views {
namespace {

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
    forPixels(planes, planes + count, planes + 2 * count, count,
              [=](Colour& c) { saturate(c, factor); });
}

RK_VECTORISED void turnHue(float* planes, std::size_t count, float turns)
{
    const float sixths = 6.0f * (turns - std::floor(turns));
    forPixels(planes, planes + count, planes + 2 * count, count,
              [=](Colour& c) { turn(c, sixths, Limits<float>()); });
}

RK_VECTORISED void makeGrey(float* planes, std::size_t count)
{
    forPixels(planes, planes + count, planes + 2 * count, count, [](Colour& c) {
        const float grey = greyOf(c, kTensorFlowGrey);
        c = {grey, grey, grey};
    });
}

void makeGreyPlane(float* plane, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        plane[i] = greyOf(Colour{plane[i], plane[i], plane[i]}, kTensorFlowGrey);
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
    forPixels(planes, planes + count, planes + 2 * count, count,
              [=](Colour& c) { saturateAboutGrey(c, factor); });
}

void turnHueInSteps(float* planes, std::size_t count, float turns)
{
    turnHue(planes, count, std::trunc(turns * 255.0f) / 255.0f);
}

RK_VECTORISED void makeGreyAsPil(float* planes, std::size_t count)
{
    forPixels(planes, planes + count, planes + 2 * count, count, [](Colour& c) {
        const float grey = greyOf(c, kPilGrey);
        c = {grey, grey, grey};
    });
}

void solarise(float* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = values[i] < 0.5f ? values[i] : 1.0f - values[i];
}

RK_VECTORISED void clipToUnit(float* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        clip(values[i]);
}

} // namespace rekindle::views
