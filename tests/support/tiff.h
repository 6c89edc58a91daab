#pragma once

#include <cstdint>
#include <functional>
#include <string>

/// TIFF files for tests, byte by byte as the format's specification has them: nothing of ours that
/// reads such files made them.
namespace tiff {

/// What the first samples of a pixel are; the others are extra ones of no said meaning.
enum class Photometric { Grey = 1, Rgb = 2 };

/// Uncompressed, of 8 bits a sample and in one strip.
inline std::string file(int width, int height, int samples, Photometric photometric,
                        const std::function<int(int x, int y, int sample)>& value)
{
    enum Type { Short = 3, Long = 4 };
    const auto number = [](std::uint32_t of, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text += static_cast<char>(of >> (8 * i) & 255);
        return text;
    };
    std::string pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int sample = 0; sample < samples; ++sample)
                pixels += static_cast<char>(value(x, y, sample));
    const int extra = samples - (photometric == Photometric::Rgb ? 3 : 1);
    constexpr std::uint32_t kHeader = 8;
    const auto depths = kHeader + static_cast<std::uint32_t>(pixels.size() + pixels.size() % 2);
    const auto extras = depths + 2 * static_cast<std::uint32_t>(samples);
    const auto directory = extras + 2 * static_cast<std::uint32_t>(extra);
    std::string entries;
    std::uint32_t count = 0;
    const auto entry = [&](std::uint32_t tag, Type type, std::uint32_t values, std::uint32_t of) {
        entries += number(tag, 2) + number(type, 2) + number(values, 4) + number(of, 4);
        ++count;
    };
    // Up to two short values stand in the entry itself.
    const auto shorts = [&](std::uint32_t tag, int values, std::uint32_t each, std::uint32_t at) {
        entry(tag, Short, static_cast<std::uint32_t>(values),
              values > 2 ? at : each | (values == 2 ? each << 16 : 0));
    };
    entry(256, Long, 1, static_cast<std::uint32_t>(width));
    entry(257, Long, 1, static_cast<std::uint32_t>(height));
    shorts(258, samples, 8, depths); // BitsPerSample
    entry(259, Short, 1, 1);         // Compression: none
    entry(262, Short, 1, static_cast<std::uint32_t>(photometric));
    entry(273, Long, 1, kHeader); // StripOffsets
    entry(277, Short, 1, static_cast<std::uint32_t>(samples));
    entry(278, Long, 1, static_cast<std::uint32_t>(height)); // RowsPerStrip
    entry(279, Long, 1, static_cast<std::uint32_t>(pixels.size()));
    entry(284, Short, 1, 1); // PlanarConfiguration: pixel by pixel
    if (extra > 0)
        shorts(338, extra, 0, extras); // ExtraSamples: unspecified
    std::string out = "II" + number(42, 2) + number(directory, 4) + pixels;
    out.resize(depths, '\0');
    for (int sample = 0; sample < samples; ++sample)
        out += number(8, 2);
    out.resize(directory, '\0');
    return out + number(count, 2) + entries + number(0, 4);
}

} // namespace tiff
