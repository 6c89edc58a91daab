#pragma once

#include "core/figures/figure.h"

namespace rekindle::bridge {

/// The figure with its words in the language of the window: titles, axes, lines, curves, notes,
/// caption and summary. What is told of single cells is not among them: there may be a hundred
/// thousand, and they are put into words when somebody points at one (coreText).
[[nodiscard]] figures::Figure inWords(figures::Figure figure);

} // namespace rekindle::bridge
