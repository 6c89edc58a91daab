#pragma once

#include "core/base/json.h"
#include "core/image/image.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <vector>
#include <zlib.h>

/// Small pictures and files for the tests of core/dataset.
namespace pictures {

namespace fs = std::filesystem;

inline std::string be32(std::uint32_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16),
            static_cast<char>(value >> 8), static_cast<char>(value)};
}

inline std::string chunk(const std::string& name, const std::string& data)
{
    const std::string body = name + data;
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return be32(static_cast<std::uint32_t>(data.size())) + body +
           be32(static_cast<std::uint32_t>(crc));
}

inline std::string pngHeader(std::uint32_t width, std::uint32_t height, int depth, int colourType)
{
    return "\x89PNG\r\n\x1a\n" +
           chunk("IHDR", be32(width) + be32(height) +
                             std::string{static_cast<char>(depth), static_cast<char>(colourType)} +
                             std::string(3, '\0'));
}

inline std::string deflated(const std::string& raw)
{
    uLongf size = compressBound(static_cast<uLong>(raw.size()));
    std::string out(size, '\0');
    compress(reinterpret_cast<Bytef*>(out.data()), &size,
             reinterpret_cast<const Bytef*>(raw.data()), static_cast<uLong>(raw.size()));
    out.resize(size);
    return out;
}

/// An 8-bit PNG with 1 or 3 channels.
inline std::string png(int width, int height, int channels,
                       const std::function<int(int x, int y, int c)>& value)
{
    std::string raw;
    for (int y = 0; y < height; ++y) {
        raw += '\0';
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c)
                raw += static_cast<char>(value(x, y, c));
    }
    return pngHeader(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), 8,
                     channels == 1 ? 0 : 2) +
           chunk("IDAT", deflated(raw)) + chunk("IEND", "");
}

/// A colour PNG whose pixels depend on `seed`.
inline std::string colourPng(int seed, int side = 24)
{
    return png(side, side, 3, [seed](int x, int y, int c) {
        return (seed * 37 + x * 5 + y * 3 + c * 50 + x * y * (seed % 5)) & 255;
    });
}

inline void write(const fs::path& file, const std::string& bytes)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

inline std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::span<const std::byte> bytesOf(const std::string& text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

inline fs::path data(const std::string& name)
{
    return fs::path(REKINDLE_TEST_DATA) / "dataset" / name;
}

inline rekindle::Json json(const std::string& name)
{
    return rekindle::Json::parse(read(data(name)));
}

inline rekindle::image::Image image(int width, int height, int channels,
                                    std::vector<std::uint8_t> pixels)
{
    return {width, height, channels, 8, std::move(pixels)};
}

} // namespace pictures
