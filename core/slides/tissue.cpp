#include "core/slides/tissue.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rekindle::slides {
namespace {

constexpr int kLevels = 256;
/// Saturation of 255 that glass may have, and that tissue always has.
constexpr int kLeast = 12, kMost = 60;
constexpr int kBlack = 40; ///< a pixel whose brightest channel is darker is ink or border

int saturation(const std::uint8_t* pixel)
{
    const int most = std::max({pixel[0], pixel[1], pixel[2]});
    const int least = std::min({pixel[0], pixel[1], pixel[2]});
    return most < kBlack ? 0 : (kLevels - 1) * (most - least) / most;
}

} // namespace

int otsuThreshold(const std::vector<std::uint64_t>& histogram)
{
    double all = 0, sum = 0;
    for (std::size_t i = 0; i < histogram.size(); ++i) {
        all += static_cast<double>(histogram[i]);
        sum += static_cast<double>(i) * static_cast<double>(histogram[i]);
    }
    double below = 0, sumBelow = 0, best = -1;
    int threshold = 0;
    for (std::size_t i = 0; i < histogram.size(); ++i) {
        below += static_cast<double>(histogram[i]);
        sumBelow += static_cast<double>(i) * static_cast<double>(histogram[i]);
        if (below <= 0 || below >= all)
            continue;
        const double apart = sumBelow / below - (sum - sumBelow) / (all - below);
        const double between = below * (all - below) * apart * apart;
        if (between > best) {
            best = between;
            threshold = static_cast<int>(i);
        }
    }
    return threshold;
}

TissueMask::TissueMask(const image::Image& picture)
    : m_width(picture.width), m_height(picture.height)
{
    const auto& pixels = std::get<std::vector<std::uint8_t>>(picture.pixels);
    std::vector<std::uint64_t> histogram(kLevels);
    for (std::size_t i = 0; i + 2 < pixels.size(); i += 3)
        ++histogram[static_cast<std::size_t>(saturation(&pixels[i]))];
    m_threshold = std::clamp(otsuThreshold(histogram), kLeast, kMost);
    const auto stride = static_cast<std::size_t>(m_width) + 1;
    m_sums.assign(stride * (static_cast<std::size_t>(m_height) + 1), 0);
    for (std::size_t y = 0; y + 1 < m_sums.size() / stride; ++y) {
        std::uint32_t row = 0;
        for (std::size_t x = 0; x + 1 < stride; ++x) {
            row += saturation(&pixels[3 * (y * (stride - 1) + x)]) > m_threshold ? 1 : 0;
            m_sums[(y + 1) * stride + x + 1] = m_sums[y * stride + x + 1] + row;
        }
    }
}

double TissueMask::share(double left, double top, double right, double bottom) const
{
    const auto place = [](double part, int length) {
        return std::clamp(static_cast<int>(std::lround(part * length)), 0, length);
    };
    const int x0 = std::min(place(left, m_width), m_width - 1);
    const int y0 = std::min(place(top, m_height), m_height - 1);
    const int x1 = std::max(place(right, m_width), x0 + 1);
    const int y1 = std::max(place(bottom, m_height), y0 + 1);
    const auto sum = [&](int x, int y) {
        return static_cast<double>(
            m_sums[static_cast<std::size_t>(y) * (static_cast<std::size_t>(m_width) + 1) +
                   static_cast<std::size_t>(x)]);
    };
    return (sum(x1, y1) - sum(x0, y1) - sum(x1, y0) + sum(x0, y0)) /
           (static_cast<double>(x1 - x0) * (y1 - y0));
}

} // namespace rekindle::slides
