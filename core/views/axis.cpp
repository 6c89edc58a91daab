#include "core/views/axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

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

} // namespace

Axis tf1BicubicAxis(const Stretch& stretch, int in, int out)
{
    static const CubicTable table = makeCubicTable(-0.75);
    Axis axis;
    axis.taps = 4;
    axis.index.resize(static_cast<std::size_t>(out) * 4);
    axis.weight.resize(static_cast<std::size_t>(out) * 4);
    auto index = axis.index.begin();
    auto weight = axis.weight.begin();
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
            *index++ = std::clamp(at + t, 0, in - 1);
        for (const float share : cubicWeights(table, step))
            *weight++ = share;
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

} // namespace rekindle::views
