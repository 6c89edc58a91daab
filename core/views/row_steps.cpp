#include "core/views/row_steps.h"

#include "core/image/vectorised.h"
#include "core/views/colour_pixels.h"

#include <cmath>

namespace rekindle::views {
namespace {

RK_VECTORISED void clip(float* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = clipped(values[i]);
}

RK_VECTORISED void add(float* values, std::size_t count, float delta)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = clipped(values[i] + delta);
}

RK_VECTORISED void scaleAbout(float* values, std::size_t count, float centre, float factor)
{
    for (std::size_t i = 0; i < count; ++i)
        values[i] = clipped((values[i] - centre) * factor + centre);
}

RK_VECTORISED void saturate(const Piece& piece, float factor)
{
    forPixels(piece.planes[0], piece.planes[1], piece.planes[2], piece.count,
              [=](const Colour& c) { return clipped(saturated(c, factor)); });
}

/// By a factor of at most 1, of values in [0, 1]: nothing becomes more than saturated.
RK_VECTORISED void desaturate(const Piece& piece, float factor)
{
    forPixels(piece.planes[0], piece.planes[1], piece.planes[2], piece.count,
              [=](const Colour& c) { return desaturated(c, factor); });
}

RK_VECTORISED void turn(const Piece& piece, float sixths)
{
    forPixels(piece.planes[0], piece.planes[1], piece.planes[2], piece.count,
              [=](const Colour& c) { return turned(c, sixths); });
}

RK_VECTORISED void turnAndClip(const Piece& piece, float sixths)
{
    forPixels(piece.planes[0], piece.planes[1], piece.planes[2], piece.count,
              [=](const Colour& c) { return clipped(turned(c, sixths)); });
}

RK_VECTORISED void saturateAboutGrey(const Piece& piece, float factor)
{
    forPixels(piece.planes[0], piece.planes[1], piece.planes[2], piece.count, [=](const Colour& c) {
        const float grey = greyOf(c, kPilGrey);
        return clipped(Colour{(c.red - grey) * factor + grey, (c.green - grey) * factor + grey,
                              (c.blue - grey) * factor + grey});
    });
}

RK_VECTORISED void turnGrey(const Piece& piece, const Colour& weights)
{
    const Colour by = weights;
    forPixels(piece.planes[0], piece.planes[1], piece.planes[2], piece.count, [=](const Colour& c) {
        const float grey = greyOf(c, by);
        return Colour{grey, grey, grey};
    });
}

RK_VECTORISED void weighGrey(float* values, std::size_t count, const Colour& weights)
{
    const Colour by = weights;
    for (std::size_t i = 0; i < count; ++i)
        values[i] = greyOf({values[i], values[i], values[i]}, by);
}

/// Sixteen running sums, so that additions need not wait for one another; the order is fixed.
RK_VECTORISED float sumOf(const float* values, std::size_t count)
{
    constexpr std::size_t kSums = 16;
    float sums[kSums] = {};
    const std::size_t even = count - count % kSums;
    for (std::size_t i = 0; i < even; i += kSums)
        for (std::size_t k = 0; k < kSums; ++k)
            sums[k] += values[i + k];
    float sum = 0.0f;
    for (std::size_t i = even; i < count; ++i)
        sum += values[i];
    for (const float part : sums)
        sum += part;
    return sum;
}

void applyGrey(ColourRule rule, const Piece& piece)
{
    const bool torchvision = rule == ColourRule::Torchvision;
    if (piece.channels == 3)
        turnGrey(piece, torchvision ? kPilGrey : kTensorFlowGrey);
    else if (!torchvision)
        weighGrey(piece.planes[0], piece.count, kTensorFlowGrey);
}

/// Hues are turned by a whole number of 255ths where torchvision's rule holds.
float sixthsOf(float turns, ColourRule rule)
{
    if (rule == ColourRule::Torchvision)
        turns = std::trunc(turns * 255.0f) / 255.0f;
    return 6.0f * (turns - std::floor(turns));
}

void applyPlane(const RowStep& step, ColourRule rule, float centre, float* values,
                std::size_t count)
{
    switch (step.kind) {
    case RowStep::Kind::Brightness:
        rule == ColourRule::Torchvision ? scaleAbout(values, count, 0.0f, step.by)
                                        : add(values, count, step.by);
        break;
    case RowStep::Kind::Contrast:
        scaleAbout(values, count, centre, step.by);
        break;
    default:
        clip(values, count);
    }
}

void applyColour(const RowStep& step, ColourRule rule, const Piece& piece)
{
    // The least and the largest of a pixel's values stay when its hue turns.
    if (step.kind == RowStep::Kind::Hue)
        step.isUnit ? turn(piece, sixthsOf(step.by, rule))
                    : turnAndClip(piece, sixthsOf(step.by, rule));
    else if (rule == ColourRule::Torchvision)
        saturateAboutGrey(piece, step.by);
    else if (step.isUnit && step.by <= 1.0f)
        desaturate(piece, step.by);
    else
        saturate(piece, step.by);
}

} // namespace

void applySteps(std::span<const RowStep> steps, ColourRule rule, const Piece& piece)
{
    for (const RowStep& step : steps) {
        const bool isColour =
            step.kind == RowStep::Kind::Hue || step.kind == RowStep::Kind::Saturation;
        if (step.kind == RowStep::Kind::Grey) {
            applyGrey(rule, piece);
        } else if (isColour && piece.channels == 3) {
            applyColour(step, rule, piece);
        } else {
            for (std::size_t c = 0; c < static_cast<std::size_t>(piece.channels); ++c)
                applyPlane(step, rule, step.centre.at(c), piece.planes.at(c), piece.count);
        }
    }
}

void addTo(std::array<double, 3>& sums, const Piece& piece)
{
    for (std::size_t c = 0; c < static_cast<std::size_t>(piece.channels); ++c)
        sums.at(c) += static_cast<double>(sumOf(piece.planes.at(c), piece.count));
}

} // namespace rekindle::views
