#include "core/views/resample.h"

#include <cstddef>

namespace rekindle::views {

void resample(const image::ImagePart& part, const image::ImageBox& box, Resampling resampling,
              Mirror mirror, int size, float* planes)
{
    ResampledRows rows;
    rows.begin(part, box, resampling, mirror, size);
    const auto side = static_cast<std::size_t>(size);
    for (int y = 0; y < size; ++y) {
        float* row = planes + static_cast<std::size_t>(y) * side;
        rows.row(y, part.pixels.channels == 1
                        ? std::array<float*, 3>{row, nullptr, nullptr}
                        : std::array<float*, 3>{row, row + side * side, row + 2 * side * side});
    }
}

} // namespace rekindle::views
