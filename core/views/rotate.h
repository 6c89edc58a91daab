#pragma once

namespace rekindle::views {

/// Turns planes [planes, size, size] about their centre, counter-clockwise, in place: bilinear
/// between pixel centres, black where nothing was.
void rotate(float* values, int planes, int size, double degrees);

} // namespace rekindle::views
