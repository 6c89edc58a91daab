#include "core/views/blur.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace rekindle::views {

std::vector<float> blurKernel(int size, double sigma)
{
    const int radius = size / 10 / 2;
    std::vector<float> kernel;
    double sum = 0.0;
    for (int x = -radius; x <= radius; ++x) {
        const double weight = std::exp(-(static_cast<double>(x) * x) / (2.0 * sigma * sigma));
        kernel.push_back(static_cast<float>(weight));
        sum += weight;
    }
    for (float& weight : kernel)
        weight = static_cast<float>(static_cast<double>(weight) / sum);
    return kernel;
}

namespace {

/// Without the ends that add less than the last digit of a float; short ones stay as they are.
std::vector<float> trimmed(std::vector<float> kernel)
{
    constexpr float kNothing = 1e-9f;
    constexpr std::size_t kShort = 9;
    if (kernel.size() <= kShort)
        return kernel;
    const auto worth = [](float weight) { return weight >= kNothing; };
    const auto first = std::find_if(kernel.begin(), kernel.end(), worth);
    const auto ends = first - kernel.begin();
    return {first, kernel.end() - ends};
}

} // namespace

void blur(float* values, int planes, int size, double sigma)
{
    std::vector<float> weights = trimmed(blurKernel(size, sigma));
    if (weights.size() == 1)
        return;
    const cv::Mat kernel(static_cast<int>(weights.size()), 1, CV_32F, weights.data());
    cv::Mat smooth;
    for (int p = 0; p < planes; ++p) {
        const std::ptrdiff_t plane = static_cast<std::ptrdiff_t>(size) * size;
        cv::Mat picture(size, size, CV_32F, values + p * plane);
        cv::sepFilter2D(picture, smooth, CV_32F, kernel, kernel, cv::Point(-1, -1), 0.0,
                        cv::BORDER_CONSTANT);
        smooth.copyTo(picture);
    }
}

std::vector<float> boxKernel(double radius)
{
    constexpr double kPasses = 3;
    const double variance = radius * radius / kPasses;
    const double length = std::sqrt(12.0 * variance + 1.0);
    const double whole = std::floor((length - 1.0) / 2.0);
    const double part = (2.0 * whole + 1.0) * (whole * (whole + 1.0) - 3.0 * variance) /
                        (6.0 * (variance - (whole + 1.0) * (whole + 1.0)));
    const double weight = 1.0 / (2.0 * (whole + part) + 1.0);
    const double end = (1.0 - (2.0 * whole + 1.0) * weight) / 2.0;
    std::vector<float> kernel(static_cast<std::size_t>(2.0 * whole) + 3,
                              static_cast<float>(weight));
    kernel.front() = kernel.back() = static_cast<float>(end);
    return kernel;
}

void boxBlur(float* values, int planes, int size, double radius)
{
    std::vector<float> weights = boxKernel(radius);
    const cv::Mat kernel(static_cast<int>(weights.size()), 1, CV_32F, weights.data());
    cv::Mat smooth;
    for (int p = 0; p < planes; ++p) {
        const std::ptrdiff_t plane = static_cast<std::ptrdiff_t>(size) * size;
        cv::Mat picture(size, size, CV_32F, values + p * plane);
        for (int pass = 0; pass < 3; ++pass) {
            cv::sepFilter2D(picture, smooth, CV_32F, kernel, kernel, cv::Point(-1, -1), 0.0,
                            cv::BORDER_REPLICATE);
            smooth.copyTo(picture);
        }
    }
}

} // namespace rekindle::views
