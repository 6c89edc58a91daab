#include "core/views/colour.h"

#include <algorithm>
#include <cmath>

namespace rekindle::views {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

/// What one unit of each stain takes away of red, green and blue: haematoxylin, eosin,
/// diaminobenzidine.
constexpr Matrix kColours{{{0.65, 0.70, 0.29}, {0.07, 0.99, 0.11}, {0.27, 0.57, 0.78}}};
/// The darkest that is told from black.
constexpr float kDarkest = 1e-6f;

Matrix inverse(const Matrix& m)
{
    const auto cofactor = [&](std::size_t row, std::size_t column) {
        const std::size_t a = (row + 1) % 3, b = (row + 2) % 3;
        const std::size_t c = (column + 1) % 3, d = (column + 2) % 3;
        return m[a][c] * m[b][d] - m[a][d] * m[b][c];
    };
    const double whole =
        m[0][0] * cofactor(0, 0) + m[0][1] * cofactor(0, 1) + m[0][2] * cofactor(0, 2);
    Matrix back{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            back[row][column] = cofactor(column, row) / whole;
    }
    return back;
}

} // namespace

void shiftStains(float* planes, std::size_t count, const std::array<double, 3>& factor,
                 const std::array<double, 3>& shift)
{
    static const Matrix kAmounts = inverse(kColours);
    // Density in, density out: one matrix and one vector for all pixels.
    float turn[3][3] = {}, add[3] = {};
    for (std::size_t to = 0; to < 3; ++to) {
        double sum = 0.0;
        for (std::size_t stain = 0; stain < 3; ++stain)
            sum += shift[stain] * kColours[stain][to];
        add[to] = static_cast<float>(sum);
        for (std::size_t from = 0; from < 3; ++from) {
            double weight = 0.0;
            for (std::size_t stain = 0; stain < 3; ++stain)
                weight += kAmounts[from][stain] * factor[stain] * kColours[stain][to];
            turn[to][from] = static_cast<float>(weight);
        }
    }
    float *red = planes, *green = planes + count, *blue = planes + 2 * count;
    for (std::size_t i = 0; i < count; ++i) {
        const float r = -std::log10(std::max(red[i], kDarkest));
        const float g = -std::log10(std::max(green[i], kDarkest));
        const float b = -std::log10(std::max(blue[i], kDarkest));
        constexpr float kTenth = -2.302585093f; // ln of a tenth
        red[i] = std::exp(kTenth * (turn[0][0] * r + turn[0][1] * g + turn[0][2] * b + add[0]));
        green[i] = std::exp(kTenth * (turn[1][0] * r + turn[1][1] * g + turn[1][2] * b + add[1]));
        blue[i] = std::exp(kTenth * (turn[2][0] * r + turn[2][1] * g + turn[2][2] * b + add[2]));
    }
}

} // namespace rekindle::views
