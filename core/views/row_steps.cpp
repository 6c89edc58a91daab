#include "core/views/row_steps.h"

#include "core/image/vectorised.h"
#include "core/views/colour_pixels.h"

#include <cmath>
#include <type_traits>

namespace rekindle::views {
namespace {

using Ready = RowSteps::Ready;

/// Sixteen running sums a plane, so that additions need not wait for one another; whatever the
/// processor, the order is fixed.
constexpr std::size_t kSums = kSixteen;

struct Sums {
    float of[3][kSums] = {};
    float rest[3] = {}; ///< of the values behind the last sixteen
};

struct Work {
    std::span<const Ready> steps;
    const Piece& piece;
    Sums* sums = nullptr; ///< where they are asked for
};

template <class Value>
RK_WITHIN void makeGrey(ColourOf<Value>& c, const Colour& weights)
{
    c.red = greyOf(c, weights);
    c.green = c.red;
    c.blue = c.red;
}

/// Every value of a plane by one formula, sixteen and then single ones.
template <class Vector, class Formula>
RK_WITHIN void forValues(float* plane, std::size_t count, Formula formula)
{
    const Limits<Vector> limits;
    std::size_t i = 0;
    for (; i + kValues<Vector> <= count; i += kValues<Vector>) {
        Vector values;
        load(values, plane + i);
        formula(values, limits);
        store(plane + i, values);
    }
    const Limits<float> ofOne;
    for (; i < count; ++i)
        formula(plane[i], ofOne);
}

/// Every pixel.
template <class Vector, class Formula>
RK_WITHIN void forColours(const Piece& piece, Formula formula)
{
    float* const red = piece.planes[0];
    float* const green = piece.planes[1];
    float* const blue = piece.planes[2];
    const std::size_t count = piece.count;
    const Limits<Vector> limits;
    std::size_t i = 0;
    for (; i + kValues<Vector> <= count; i += kValues<Vector>) {
        ColourOf<Vector> c;
        load(c.red, red + i);
        load(c.green, green + i);
        load(c.blue, blue + i);
        formula(c, limits);
        store(red + i, c.red);
        store(green + i, c.green);
        store(blue + i, c.blue);
    }
    const Limits<float> ofOne;
    for (; i < count; ++i) {
        Colour c{red[i], green[i], blue[i]};
        formula(c, ofOne);
        red[i] = c.red;
        green[i] = c.green;
        blue[i] = c.blue;
    }
}

/// What does not need the other planes.
template <class Vector>
RK_WITHIN void applyPlane(const Ready& step, std::size_t plane, const Piece& piece)
{
    float* const values = piece.planes[plane];
    const float by = step.by, about = step.about[plane];
    switch (step.formula) {
    case Ready::Formula::Add:
        forValues<Vector>(values, piece.count, [=](auto& value, const auto& limits) {
            value += by;
            clip(value, limits);
        });
        break;
    case Ready::Formula::Scale:
        forValues<Vector>(values, piece.count, [=](auto& value, const auto& limits) {
            value = (value - about) * by + about;
            clip(value, limits);
        });
        break;
    case Ready::Formula::GreyOfTensorFlow:
        forValues<Vector>(values, piece.count, [](auto& value, const auto&) {
            value = greyOf(ColourOf<std::decay_t<decltype(value)>>{value, value, value},
                           kTensorFlowGrey);
        });
        break;
    default:
        forValues<Vector>(values, piece.count,
                          [](auto& value, const auto& limits) { clip(value, limits); });
    }
}

template <class Vector>
RK_WITHIN void applyColours(const Ready& step, const Piece& piece)
{
    using Formula = Ready::Formula;
    const float by = step.by;
    switch (step.formula) {
    case Formula::Saturate:
        forColours<Vector>(piece, [=](auto& c, const auto& limits) {
            saturate(c, by);
            clip(c, limits);
        });
        break;
    case Formula::Desaturate:
        forColours<Vector>(piece, [=](auto& c, const auto&) { desaturate(c, by); });
        break;
    case Formula::SaturateAboutGrey:
        forColours<Vector>(piece, [=](auto& c, const auto& limits) {
            saturateAboutGrey(c, by);
            clip(c, limits);
        });
        break;
    case Formula::Turn: // the least and the largest of a pixel's values stay
        forColours<Vector>(piece, [=](auto& c, const auto& limits) { turn(c, by, limits); });
        break;
    case Formula::TurnAndClip:
        forColours<Vector>(piece, [=](auto& c, const auto& limits) {
            turn(c, by, limits);
            clip(c, limits);
        });
        break;
    case Formula::GreyOfTensorFlow:
        forColours<Vector>(piece, [](auto& c, const auto&) { makeGrey(c, kTensorFlowGrey); });
        break;
    case Formula::GreyOfPil:
        forColours<Vector>(piece, [](auto& c, const auto&) { makeGrey(c, kPilGrey); });
        break;
    default:
        for (std::size_t plane = 0; plane < 3; ++plane)
            applyPlane<Vector>(step, plane, piece);
    }
}

/// All planes at a time, since each addition waits for the one before it in its plane.
template <class Vector, std::size_t Planes>
RK_WITHIN void addUp(const Piece& piece, Sums& sums)
{
    constexpr std::size_t kParts = kSums / kValues<Vector>;
    Vector parts[Planes][kParts] = {};
    std::size_t i = 0;
    for (; i + kSums <= piece.count; i += kSums) {
        for (std::size_t plane = 0; plane < Planes; ++plane) {
            for (std::size_t part = 0; part < kParts; ++part) {
                Vector more;
                load(more, piece.planes[plane] + i + part * kValues<Vector>);
                parts[plane][part] += more;
            }
        }
    }
    for (std::size_t plane = 0; plane < Planes; ++plane) {
        for (std::size_t part = 0; part < kParts; ++part)
            store(sums.of[plane] + part * kValues<Vector>, parts[plane][part]);
        for (std::size_t at = i; at < piece.count; ++at)
            sums.rest[plane] += piece.planes[plane][at];
    }
}

template <class Vector>
RK_WITHIN void applyAll(const Work& work)
{
    const auto planes = static_cast<std::size_t>(work.piece.channels);
    for (const Ready& step : work.steps) {
        if (planes == 3)
            applyColours<Vector>(step, work.piece);
        else
            applyPlane<Vector>(step, 0, work.piece);
    }
    if (work.sums == nullptr)
        return;
    if (planes == 3)
        addUp<Vector, 3>(work.piece, *work.sums);
    else
        addUp<Vector, 1>(work.piece, *work.sums);
}

#ifdef RK_FOR_AVX2
RK_FOR_AVX512 void run(const Work& work)
{
    applyAll<Sixteen>(work);
}

RK_FOR_AVX2 void run(const Work& work)
{
    applyAll<Eight>(work);
}
#endif

RK_OTHERWISE void run(const Work& work)
{
    applyAll<Four>(work);
}

/// Hues are turned by a whole number of 255ths where torchvision's rule holds.
float sixthsOf(float turns, ColourRule rule)
{
    if (rule == ColourRule::Torchvision)
        turns = std::trunc(turns * 255.0f) / 255.0f;
    return 6.0f * (turns - std::floor(turns));
}

Ready readyOf(const RowStep& step, ColourRule rule)
{
    using Kind = RowStep::Kind;
    using Formula = Ready::Formula;
    const bool torchvision = rule == ColourRule::Torchvision;
    switch (step.kind) {
    case Kind::Brightness:
        return {torchvision ? Formula::Scale : Formula::Add, step.by, {}};
    case Kind::Contrast:
        return {Formula::Scale, step.by, step.centre};
    case Kind::Saturation:
        if (torchvision)
            return {Formula::SaturateAboutGrey, step.by, {}};
        return {
            step.isUnit && step.by <= 1.0f ? Formula::Desaturate : Formula::Saturate, step.by, {}};
    case Kind::Hue:
        return {step.isUnit ? Formula::Turn : Formula::TurnAndClip, sixthsOf(step.by, rule), {}};
    case Kind::Grey:
        return {torchvision ? Formula::GreyOfPil : Formula::GreyOfTensorFlow, 0.0f, {}};
    case Kind::Clip:
        break;
    }
    return {};
}

} // namespace

RowSteps::RowSteps(std::span<const RowStep> steps, ColourRule rule, int channels)
{
    for (const RowStep& step : steps) {
        Ready ready = readyOf(step, rule);
        const bool isColour =
            step.kind == RowStep::Kind::Hue || step.kind == RowStep::Kind::Saturation;
        if (channels == 1 && isColour)
            ready = {};
        // PIL leaves a grey picture as it is.
        if (channels == 3 || ready.formula != Ready::Formula::GreyOfPil)
            m_steps.push_back(ready);
    }
}

void RowSteps::apply(const Piece& piece) const
{
    if (!m_steps.empty())
        run({m_steps, piece, nullptr});
}

void RowSteps::applyAndAdd(const Piece& piece, std::array<double, 3>& sums) const
{
    Sums parts;
    run({m_steps, piece, &parts});
    for (std::size_t c = 0; c < static_cast<std::size_t>(piece.channels); ++c) {
        float sum = parts.rest[c];
        for (const float part : parts.of[c])
            sum += part;
        sums.at(c) += static_cast<double>(sum);
    }
}

} // namespace rekindle::views
