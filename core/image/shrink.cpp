#include "core/image/shrink.h"

#include "core/image/vectorised.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

namespace rekindle::image {
namespace {

constexpr double kLobes = 3.0;
constexpr int kByte = 8;

/// One output pixel along an axis: weights of the input pixels from `first` on.
struct Taps {
    std::size_t first = 0;
    std::vector<float> weights;
};

double lanczos(double x)
{
    if (std::abs(x) >= kLobes)
        return 0.0;
    if (x == 0.0)
        return 1.0;
    const double angle = std::numbers::pi * x;
    return kLobes * std::sin(angle) * std::sin(angle / kLobes) / (angle * angle);
}

std::vector<Taps> tapsOf(int in, int out)
{
    const double scale = static_cast<double>(in) / out;
    const double reach = kLobes * scale;
    std::vector<Taps> all(static_cast<std::size_t>(out));
    for (int i = 0; i < out; ++i) {
        const double centre = (i + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(std::floor(centre - reach + 0.5)));
        const int end = std::min(in, static_cast<int>(std::floor(centre + reach + 0.5)));
        double sum = 0.0;
        std::vector<double> weights;
        for (int at = first; at < end; ++at) {
            weights.push_back(lanczos((at + 0.5 - centre) / scale));
            sum += weights.back();
        }
        Taps& taps = all[static_cast<std::size_t>(i)];
        taps.first = static_cast<std::size_t>(first);
        for (const double weight : weights)
            taps.weights.push_back(static_cast<float>(weight / sum));
    }
    return all;
}

/// Rows of `length` values mixed into one a tap list. Without fused multiplications, so that every
/// processor rounds alike.
template <class Sample>
RK_VECTORISED void mixRows(const Sample* rows, std::size_t length, const std::vector<Taps>& taps,
                           float* out)
{
    for (const Taps& tap : taps) {
        std::fill_n(out, length, 0.0f);
        const Sample* row = rows + tap.first * length;
        for (const float weight : tap.weights) {
            for (std::size_t i = 0; i < length; ++i)
                out[i] += static_cast<float>(row[i]) * weight;
            row += length;
        }
        out += length;
    }
}

/// [rows, columns] to [columns, rows], a square at a time, since a column crosses many lines of the
/// processor's cache.
void transpose(const float* in, std::size_t rows, std::size_t columns, float* out)
{
    constexpr std::size_t kSquare = 16;
    for (std::size_t top = 0; top < rows; top += kSquare) {
        const std::size_t bottom = std::min(rows, top + kSquare);
        for (std::size_t left = 0; left < columns; left += kSquare) {
            const std::size_t right = std::min(columns, left + kSquare);
            for (std::size_t row = top; row < bottom; ++row) {
                for (std::size_t column = left; column < right; ++column)
                    out[column * rows + row] = in[row * columns + column];
            }
        }
    }
}

template <class Sample>
std::vector<Sample> rounded(const std::vector<float>& values, float scale, float largest)
{
    std::vector<Sample> samples(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        samples[i] =
            static_cast<Sample>(std::floor(std::clamp(values[i] * scale, 0.0f, largest) + 0.5f));
    return samples;
}

template <class Sample>
Image shrunk(const std::vector<Sample>& pixels, const Image& image, int width, int height)
{
    const auto channels = static_cast<std::size_t>(image.channels);
    const auto wide = static_cast<std::size_t>(image.width) * channels;
    const auto w = static_cast<std::size_t>(width), h = static_cast<std::size_t>(height);
    std::vector<float> low(h * wide), turned(h * wide);
    mixRows(pixels.data(), wide, tapsOf(image.height, height), low.data());
    // The channels of a column stay together: a row of what is turned is all of one column.
    transpose(low.data(), h, wide, turned.data());
    std::vector<float> narrow(w * channels * h);
    mixRows(turned.data(), channels * h, tapsOf(image.width, width), narrow.data());
    std::vector<float> upright(narrow.size());
    transpose(narrow.data(), w * channels, h, upright.data());
    Image small;
    small.width = width;
    small.height = height;
    small.channels = image.channels;
    small.bits = std::max(image.bits, kByte);
    const auto largest = static_cast<float>((1 << small.bits) - 1);
    const float scale = largest / static_cast<float>((1 << image.bits) - 1);
    small.pixels = rounded<Sample>(upright, scale, largest);
    return small;
}

} // namespace

Image shrink(const Image& image, int width, int height)
{
    return std::visit([&](const auto& pixels) { return shrunk(pixels, image, width, height); },
                      image.pixels);
}

} // namespace rekindle::image
