#pragma once

#include "core/views/view_recipe.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace rekindle::views {

/// A piece of a picture, such as a row, small enough to stay in the processor's nearest cache:
/// `count` values of each of its planes.
struct Piece {
    std::array<float*, 3> planes{};
    int channels = 3; ///< planes that are there: 1 or 3
    std::size_t count = 0;
};

/// A colour operation that looks at one pixel at a time. All but Grey end with clipping to [0, 1].
struct RowStep {
    enum class Kind { Brightness, Contrast, Saturation, Hue, Grey, Clip };

    Kind kind = Kind::Clip;
    float by = 0.0f;               ///< as ViewParameters has it
    std::array<float, 3> centre{}; ///< of Contrast, one a plane
    bool isUnit = false;           ///< the values lie in [0, 1] already
};

/// Steps one after the other, by the rule's formulas, made ready once for many pieces: a pixel goes
/// through all of them while the processor holds it. After Grey all planes are the same. A picture
/// of one plane has neither hue nor saturation.
class RowSteps
{
public:
    RowSteps(std::span<const RowStep> steps, ColourRule rule, int channels);

    void apply(const Piece& piece) const;
    /// And adds up each plane of what comes of it.
    void applyAndAdd(const Piece& piece, std::array<double, 3>& sums) const;

    /// A step as a formula and its numbers.
    struct Ready {
        enum class Formula {
            Clip,
            Add,
            Scale,
            Saturate,
            Desaturate,
            SaturateAboutGrey,
            Turn,
            TurnAndClip,
            GreyOfTensorFlow,
            GreyOfPil
        };
        Formula formula = Formula::Clip;
        float by = 0.0f;
        std::array<float, 3> about{}; ///< of Scale, one a plane
    };

private:
    std::vector<Ready> m_steps;
};

} // namespace rekindle::views
