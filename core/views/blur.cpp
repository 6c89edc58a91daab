#include "core/views/blur.h"

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

void blur(float* values, int planes, int size, double sigma)
{
    std::vector<float> weights = blurKernel(size, sigma);
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

} // namespace rekindle::views
