#pragma once

#include "core/views/view_recipe.h"

#include <array>
#include <cstddef>
#include <span>

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

/// The steps one after the other, by the rule's formulas. After Grey all planes are the same. A
/// picture of one plane has neither hue nor saturation.
void applySteps(std::span<const RowStep> steps, ColourRule rule, const Piece& piece);

/// Adds up each plane.
void addTo(std::array<double, 3>& sums, const Piece& piece);

} // namespace rekindle::views
