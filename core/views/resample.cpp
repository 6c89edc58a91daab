#include "core/views/resample.h"

#include "core/image/vectorised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace rekindle::views {
namespace {

constexpr std::size_t kTableSize = 1024;

using CubicTable = std::array<float, 2 * (kTableSize + 1)>;

/// Keys' cubic for distances 0..1 (even entries) and 1..2 (odd entries).
CubicTable makeCubicTable(double a)
{
    CubicTable values{};
    for (std::size_t i = 0; i <= kTableSize; ++i) {
        const double near = static_cast<double>(i) / kTableSize;
        const double far = near + 1.0;
        values[2 * i] = static_cast<float>(((a + 2) * near - (a + 3)) * near * near + 1);
        values[2 * i + 1] = static_cast<float>(((a * far - 5 * a) * far + 8 * a) * far - 4 * a);
    }
    return values;
}

/// Weights of the pixels at -1, 0, 1 and 2 for a place `step` of the table's steps after 0.
std::array<float, 4> cubicWeights(const CubicTable& table, std::size_t step)
{
    return {table[step * 2 + 1], table[step * 2], table[(kTableSize - step) * 2],
            table[(kTableSize - step) * 2 + 1]};
}

/// row[i] = sum over taps of weight * source row, over all interleaved channels.
template <class Sample>
RK_VECTORISED void mixRows(const Sample* const* rows, const float* weights, int taps,
                           std::size_t length, float* __restrict out)
{
    if (taps == 4) {
        const Sample *a = rows[0], *b = rows[1], *c = rows[2], *d = rows[3];
        const float wa = weights[0], wb = weights[1], wc = weights[2], wd = weights[3];
        for (std::size_t i = 0; i < length; ++i)
            out[i] = static_cast<float>(a[i]) * wa + static_cast<float>(b[i]) * wb +
                     static_cast<float>(c[i]) * wc + static_cast<float>(d[i]) * wd;
        return;
    }
    std::fill_n(out, length, 0.0f);
    for (int t = 0; t < taps; ++t) {
        const float w = weights[t];
        if (w == 0.0f)
            continue;
        const Sample* row = rows[t];
        for (std::size_t i = 0; i < length; ++i)
            out[i] += static_cast<float>(row[i]) * w;
    }
}

/// The channels of a pixel, and what follows them in memory, in one register.
using Four = float __attribute__((vector_size(16)));
constexpr std::size_t kFour = 4;
constexpr std::size_t kBehind = 3; ///< values that may be read, not used, behind the last pixel

inline Four fourAt(const float* values)
{
    Four four;
    std::memcpy(&four, values, sizeof four);
    return four;
}

/// One mixed row [width, Channels] with kBehind values behind it to one row of each output plane,
/// by way of `pixels`, which has room for kFour values a pixel.
template <int Channels>
RK_VECTORISED void mixColumns(const float* row, const Axis& across, int size, Mirror mirror,
                              float* pixels, float* out, std::size_t plane)
{
    const std::int32_t* index = across.index.data();
    const float* weight = across.weight.data();
    const int taps = across.taps;
    const auto at = [&](int t) {
        return fourAt(row + static_cast<std::ptrdiff_t>(index[t]) * Channels) * weight[t];
    };
    for (int x = 0; x < size; ++x, index += taps, weight += taps) {
        Four sum{};
        if (taps == static_cast<int>(kFour)) {
            sum = sum + at(0) + at(1) + at(2) + at(3);
        } else {
            for (int t = 0; t < taps; ++t)
                sum += at(t);
        }
        const auto to = static_cast<std::size_t>(mirror == Mirror::LeftRight ? size - 1 - x : x);
        std::memcpy(pixels + to * kFour, &sum, sizeof sum);
    }
    for (std::size_t c = 0; c < Channels; ++c) {
        for (std::size_t x = 0; x < static_cast<std::size_t>(size); ++x)
            out[c * plane + x] = pixels[x * kFour + c];
    }
}

/// The pixels of a copy that a box touches, along one axis, and the stretch within them.
struct Touched {
    int first = 0;
    int count = 0;
    Stretch stretch; ///< from `first` on
};

Touched touched(int boxStart, int boxLength, int coversStart, int coversLength, int pixels)
{
    const double scale = static_cast<double>(pixels) / coversLength;
    const double start = (boxStart - coversStart) * scale;
    const double length = boxLength * scale;
    Touched axis;
    axis.first = std::clamp(static_cast<int>(std::floor(start)), 0, pixels - 1);
    const int end = std::clamp(static_cast<int>(std::ceil(start + length)), axis.first + 1, pixels);
    axis.count = end - axis.first;
    axis.stretch = {start - axis.first, length, scale};
    return axis;
}

template <class Sample>
void resampleSamples(const std::vector<Sample>& pixels, const image::Image& image,
                     const image::ImageBox& box, const Axis& across, Axis down, Mirror mirror,
                     int size, float* planes)
{
    const float unit = 1.0f / static_cast<float>((1 << image.bits) - 1);
    for (float& weight : down.weight)
        weight *= unit;
    const auto channels = static_cast<std::size_t>(image.channels);
    const std::size_t stride = static_cast<std::size_t>(image.width) * channels;
    const std::size_t length = static_cast<std::size_t>(box.width) * channels;
    const auto side = static_cast<std::size_t>(size);
    const Sample* first = pixels.data() + static_cast<std::size_t>(box.y) * stride +
                          static_cast<std::size_t>(box.x) * channels;
    std::vector<float> row(length + kBehind), mixed(side * kFour);
    std::vector<const Sample*> rows(static_cast<std::size_t>(down.taps));
    for (std::size_t y = 0; y < side; ++y) {
        const std::size_t at = y * rows.size();
        for (std::size_t t = 0; t < rows.size(); ++t)
            rows[t] = first + static_cast<std::size_t>(down.index[at + t]) * stride;
        mixRows(rows.data(), down.weight.data() + at, down.taps, length, row.data());
        float* out = planes + y * side;
        if (image.channels == 1)
            mixColumns<1>(row.data(), across, size, mirror, mixed.data(), out, side * side);
        else
            mixColumns<3>(row.data(), across, size, mirror, mixed.data(), out, side * side);
    }
}

} // namespace

Axis tf1BicubicAxis(const Stretch& stretch, int in, int out)
{
    static const CubicTable table = makeCubicTable(-0.75);
    Axis axis;
    axis.taps = 4;
    axis.index.reserve(static_cast<std::size_t>(out) * 4);
    axis.weight.reserve(static_cast<std::size_t>(out) * 4);
    const float scale = static_cast<float>(stretch.length) / static_cast<float>(out);
    // The grid goes through the image's own pixels; a copy's pixels lie between these.
    const auto start = static_cast<float>(stretch.start + 0.5 * stretch.scale - 0.5);
    for (int i = 0; i < out; ++i) {
        const float source = static_cast<float>(i) * scale + start;
        const float whole = std::floor(source);
        const auto step = static_cast<std::size_t>(
            std::lrintf((source - whole) * static_cast<float>(kTableSize)));
        const int at = static_cast<int>(whole);
        for (int t = -1; t <= 2; ++t)
            axis.index.push_back(std::clamp(at + t, 0, in - 1));
        for (const float weight : cubicWeights(table, step))
            axis.weight.push_back(weight);
    }
    return axis;
}

Axis tf2BicubicAxis(const Stretch& stretch, int in, int out)
{
    static const CubicTable table = makeCubicTable(-0.5);
    Axis axis;
    axis.taps = 4;
    const float scale = static_cast<float>(stretch.length) / static_cast<float>(out);
    const auto start = static_cast<float>(stretch.start);
    for (int i = 0; i < out; ++i) {
        const float source = (static_cast<float>(i) + 0.5f) * scale - 0.5f + start;
        const float whole = std::floor(source);
        const auto step = static_cast<std::size_t>(
            std::lrintf((source - whole) * static_cast<float>(kTableSize)));
        const int at = static_cast<int>(whole) - 1;
        std::array<float, 4> weights = cubicWeights(table, step);
        float sum = 0.0f;
        for (int t = 0; t < 4; ++t) {
            float& weight = weights[static_cast<std::size_t>(t)];
            weight = at + t >= 0 && at + t < in ? weight : 0.0f;
            sum += weight;
        }
        for (int t = 0; t < 4; ++t) {
            axis.index.push_back(std::clamp(at + t, 0, in - 1));
            axis.weight.push_back(weights[static_cast<std::size_t>(t)] / sum);
        }
    }
    return axis;
}

Axis triangleAxis(const Stretch& stretch, int in, int out)
{
    const double scale = stretch.length / out;
    const double support = std::max(scale, 1.0);
    Axis axis;
    axis.taps = static_cast<int>(std::ceil(support)) * 2 + 1;
    const auto taps = static_cast<std::size_t>(axis.taps);
    axis.index.assign(static_cast<std::size_t>(out) * taps, 0);
    axis.weight.assign(static_cast<std::size_t>(out) * taps, 0.0f);
    std::vector<double> weights(taps);
    for (int i = 0; i < out; ++i) {
        const double centre = (i + 0.5) * scale + stretch.start;
        const int first = std::max(0, static_cast<int>(std::floor(centre - support + 0.5)));
        const int end = std::min(in, static_cast<int>(std::floor(centre + support + 0.5)));
        double sum = 0.0;
        for (int s = first; s < end; ++s) {
            const double distance = std::abs(s + 0.5 - centre) / support;
            weights[static_cast<std::size_t>(s - first)] = std::max(0.0, 1.0 - distance);
            sum += weights[static_cast<std::size_t>(s - first)];
        }
        for (int s = first; s < end; ++s) {
            const auto t = static_cast<std::size_t>(s - first);
            const std::size_t to = static_cast<std::size_t>(i) * taps + t;
            axis.index[to] = s;
            axis.weight[to] = static_cast<float>(weights[t] / sum);
        }
    }
    return axis;
}

Axis resamplingAxis(Resampling resampling, const Stretch& stretch, int in, int out)
{
    switch (resampling) {
    case Resampling::Tf1Bicubic:
        return tf1BicubicAxis(stretch, in, out);
    case Resampling::Tf2Bicubic:
        return tf2BicubicAxis(stretch, in, out);
    case Resampling::Triangle:
        break;
    }
    return triangleAxis(stretch, in, out);
}

void resample(const image::ImagePart& part, const image::ImageBox& box, Resampling resampling,
              Mirror mirror, int size, float* planes)
{
    const image::Image& image = part.pixels;
    const Touched x = touched(box.x, box.width, part.covers.x, part.covers.width, image.width);
    const Touched y = touched(box.y, box.height, part.covers.y, part.covers.height, image.height);
    const Axis across = resamplingAxis(resampling, x.stretch, x.count, size);
    Axis down = resamplingAxis(resampling, y.stretch, y.count, size);
    const image::ImageBox used{x.first, y.first, x.count, y.count};
    std::visit(
        [&](const auto& pixels) {
            resampleSamples(pixels, image, used, across, std::move(down), mirror, size, planes);
        },
        image.pixels);
}

} // namespace rekindle::views
