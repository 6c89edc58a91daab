#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <jpeglib.h>
#include <png.h>
#include <random>
#include <string>
#include <vector>

namespace rekindle::bench {

/// Pictures that cost a decoder what photographs do: smooth noise of every size, the coarser the
/// stronger, as in nature (an amplitude that falls with the frequency), the same for a seed.
/// [height, width, channels], in 0 to 1.
inline std::vector<float> naturalNoise(int width, int height, int channels, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> pixels(static_cast<std::size_t>(width * height * channels), 0.5f);
    for (int cell = 256; cell >= 1; cell /= 2) {
        const int columns = width / cell + 2, rows = height / cell + 2;
        std::vector<float> grid(static_cast<std::size_t>(columns * rows * channels));
        std::generate(grid.begin(), grid.end(), [&] { return normal(random); });
        const float strength = 0.012f * std::pow(static_cast<float>(cell), 0.45f);
        for (int y = 0; y < height; ++y) {
            const int row = y / cell;
            const float down = static_cast<float>(y % cell) / static_cast<float>(cell);
            for (int x = 0; x < width; ++x) {
                const int column = x / cell;
                const float across = static_cast<float>(x % cell) / static_cast<float>(cell);
                for (int c = 0; c < channels; ++c) {
                    const auto at = [&](int i, int j) {
                        return grid[static_cast<std::size_t>(
                            ((row + i) * columns + column + j) * channels + c)];
                    };
                    const float top = at(0, 0) + (at(0, 1) - at(0, 0)) * across;
                    const float bottom = at(1, 0) + (at(1, 1) - at(1, 0)) * across;
                    pixels[static_cast<std::size_t>((y * width + x) * channels + c)] +=
                        strength * (top + (bottom - top) * down);
                }
            }
        }
    }
    for (float& value : pixels)
        value = std::clamp(value, 0.0f, 1.0f);
    return pixels;
}

/// A colour JPEG as cameras write them: quality 92, colours at half the resolution.
inline void writeJpeg(const std::filesystem::path& file, int width, int height, unsigned seed)
{
    const auto values = naturalNoise(width, height, 3, seed);
    std::vector<JSAMPLE> bytes(values.size());
    std::transform(values.begin(), values.end(), bytes.begin(),
                   [](float value) { return static_cast<JSAMPLE>(std::lround(255.0f * value)); });
    std::FILE* out = std::fopen(file.c_str(), "wb");
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, out);
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 92, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = bytes.data() + std::size_t{3} * jpeg.next_scanline * jpeg.image_width;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    std::fclose(out);
}

/// A grey PNG of 16 bits.
inline void writePng16(const std::filesystem::path& file, int side, unsigned seed)
{
    const auto values = naturalNoise(side, side, 1, seed);
    std::vector<std::uint8_t> bytes;
    bytes.reserve(2 * values.size());
    for (const float value : values) {
        const auto level = static_cast<unsigned>(std::lround(65535.0f * value));
        bytes.push_back(static_cast<std::uint8_t>(level >> 8));
        bytes.push_back(static_cast<std::uint8_t>(level & 255U));
    }
    std::FILE* out = std::fopen(file.c_str(), "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, out);
    png_set_IHDR(png, info, static_cast<png_uint_32>(side), static_cast<png_uint_32>(side), 16,
                 PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (int y = 0; y < side; ++y)
        png_write_row(png, bytes.data() + static_cast<std::size_t>(2 * y * side));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    std::fclose(out);
}

} // namespace rekindle::bench
