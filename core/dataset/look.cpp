#include "core/dataset/look.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

namespace rekindle::dataset {
namespace {

constexpr std::size_t kSide = 64;
constexpr std::size_t kFrequencies = 16;
/// Of larger pictures every second, third ... pixel is enough.
constexpr int kMostPixels = 512;
/// Standard deviation, of 1, below which a picture has no detail that could be told from noise.
constexpr float kEven = 0.004f;

using Grey = std::array<float, kSide * kSide>;

/// The pixels that a cell covers along one axis, each by its share; together 1.
struct Cell {
    std::size_t first = 0;
    std::vector<float> shares;
};

std::vector<Cell> cellsOf(int pixels)
{
    std::vector<Cell> cells(kSide);
    const double length = static_cast<double>(pixels) / kSide;
    for (std::size_t i = 0; i < kSide; ++i) {
        const double begin = static_cast<double>(i) * length, end = begin + length;
        cells[i].first =
            std::min(static_cast<std::size_t>(begin), static_cast<std::size_t>(pixels) - 1);
        for (std::size_t at = cells[i].first;
             at < static_cast<std::size_t>(pixels) && static_cast<double>(at) < end; ++at) {
            const double left = std::max(begin, static_cast<double>(at));
            const double right = std::min(end, static_cast<double>(at + 1));
            cells[i].shares.push_back(static_cast<float>((right - left) / length));
        }
    }
    return cells;
}

/// Picked pixels of a row, their channels added up.
template <class Sample>
void greyRow(const Sample* row, std::size_t channels, std::size_t step, std::vector<float>& grey)
{
    for (std::size_t i = 0; i < grey.size(); ++i) {
        const Sample* pixel = row + i * step * channels;
        grey[i] = static_cast<float>(pixel[0]);
        for (std::size_t c = 1; c < channels; ++c)
            grey[i] += static_cast<float>(pixel[c]);
    }
}

template <class Sample>
Grey averaged(const std::vector<Sample>& pixels, const image::Image& image)
{
    const auto channels = static_cast<std::size_t>(image.channels);
    const int across = std::max(1, image.width / kMostPixels);
    const int down = std::max(1, image.height / kMostPixels);
    const auto columns = cellsOf(image.width / across), rows = cellsOf(image.height / down);
    const float unit = 1.0f / static_cast<float>(((1 << image.bits) - 1) * image.channels);
    std::vector<float> row(static_cast<std::size_t>(image.width / across));
    Grey grey{};
    for (std::size_t y = 0; y < kSide; ++y) {
        for (std::size_t t = 0; t < rows[y].shares.size(); ++t) {
            const std::size_t at = (rows[y].first + t) * static_cast<std::size_t>(down);
            greyRow(pixels.data() + at * static_cast<std::size_t>(image.width) * channels, channels,
                    static_cast<std::size_t>(across), row);
            for (std::size_t x = 0; x < kSide; ++x) {
                float sum = 0.0f;
                for (std::size_t i = 0; i < columns[x].shares.size(); ++i)
                    sum += columns[x].shares[i] * row[columns[x].first + i];
                grey[y * kSide + x] += unit * rows[y].shares[t] * sum;
            }
        }
    }
    return grey;
}

bool isEven(const Grey& grey)
{
    double sum = 0.0, squares = 0.0;
    for (const float value : grey) {
        sum += value;
        squares += double{value} * value;
    }
    const double mean = sum / static_cast<double>(grey.size());
    return std::sqrt(std::max(0.0, squares / static_cast<double>(grey.size()) - mean * mean)) <
           kEven;
}

/// cos(pi * (2 i + 1) * (k + 1) / (2 * kSide)) for the frequencies from 1 on.
const std::array<std::array<float, kSide>, kFrequencies>& cosines()
{
    static const auto kTable = [] {
        std::array<std::array<float, kSide>, kFrequencies> table{};
        for (std::size_t k = 0; k < kFrequencies; ++k) {
            for (std::size_t i = 0; i < kSide; ++i)
                table[k][i] = static_cast<float>(std::cos(
                    std::numbers::pi * static_cast<double>((2 * i + 1) * (k + 1)) / (2.0 * kSide)));
        }
        return table;
    }();
    return kTable;
}

Look signs(const Grey& grey)
{
    const auto& table = cosines();
    std::array<std::array<float, kSide>, kFrequencies> columns{};
    for (std::size_t k = 0; k < kFrequencies; ++k) {
        for (std::size_t y = 0; y < kSide; ++y) {
            for (std::size_t x = 0; x < kSide; ++x)
                columns[k][x] += table[k][y] * grey[y * kSide + x];
        }
    }
    Look look{};
    constexpr std::size_t kBits = 64;
    for (std::size_t bit = 0; bit < kFrequencies * kFrequencies; ++bit) {
        const auto& column = columns[bit / kFrequencies];
        const auto& wave = table[bit % kFrequencies];
        float sum = 0.0f;
        for (std::size_t x = 0; x < kSide; ++x)
            sum += wave[x] * column[x];
        look[bit / kBits] |= std::uint64_t{sum > 0.0f} << (bit % kBits);
    }
    return look;
}

} // namespace

Look lookOf(const image::Image& image)
{
    const Grey grey =
        std::visit([&](const auto& pixels) { return averaged(pixels, image); }, image.pixels);
    return isEven(grey) ? Look{} : signs(grey);
}

int difference(const Look& one, const Look& other)
{
    int bits = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        bits += std::popcount(one[i] ^ other[i]);
    return bits;
}

} // namespace rekindle::dataset
