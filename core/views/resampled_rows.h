#pragma once

#include "core/base/aligned.h"
#include "core/image/image_part.h"
#include "core/views/axis.h"
#include "core/views/plane_rows.h"
#include "core/views/wide_across.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rekindle::views {

enum class Mirror { No, LeftRight };

/// A crop on its way to `size` x `size` pixels, one row after the other: first every row of the
/// picture that is needed becomes `size` pixels wide, once, then rows are mixed. Values are float32
/// of which 1 is the format's largest. Its room is kept from picture to picture. For one thread.
class ResampledRows
{
public:
    /// `part` outlives the rows.
    void begin(const image::ImagePart& part, const image::ImageBox& box, Resampling resampling,
               Mirror mirror, int size);
    /// Row `y` into `size` values of each of the picture's planes. Rows are asked for from the
    /// first to the last.
    void row(int y, const std::array<float*, 3>& planes);

private:
    /// Which neighbours make an output value, and by what share: `taps` from `first[i]` on.
    struct Windows {
        int taps = 0;
        std::vector<std::int32_t> first;
        std::vector<float> weight; ///< [outputs, taps]
    };
    static void makeWindows(const Axis& axis, int outputs, int multiple, Windows& windows);
    void setAcross(Mirror mirror);
    void fetch(int row);
    [[nodiscard]] int lineOf(int row) const;
    template <class Sample>
    [[nodiscard]] const Sample* pixelsOf(const std::vector<Sample>& samples, int row) const;
    template <class Sample>
    void fetchWide(const std::vector<Sample>& samples, int row);
    template <class Sample>
    void fetchQuads(const std::vector<Sample>& samples, int row);
    [[nodiscard]] float* kept(int row);

    const image::Image* m_image = nullptr;
    PlaneRows m_planes; ///< where the picture consists of a JPEG's planes
    bool m_hasPlanes = false;
    image::ImageBox m_used; ///< of the picture's pixels
    int m_size = 0;
    std::size_t m_stride = 0; ///< values of a kept row of one plane
    std::size_t m_apart = 0;  ///< values from one plane or row of m_pixels to the next
    int m_together = 2;       ///< rows that are made narrow at a time
    int m_slots = 0;          ///< rows kept
    int m_nextRow = 0;        ///< the first that was not made narrow yet
    Windows m_across, m_down;
    WideAcross m_wide;
    bool m_isWide = false;
    AlignedFloats m_quads;  ///< weights of m_across, each four times; not if it is wide
    AlignedFloats m_pixels; ///< of one row, a plane after the other, or of two, four values each
    AlignedFloats m_kept;   ///< [slots, planes, stride]
    std::vector<const float*> m_rows;
};

} // namespace rekindle::views
