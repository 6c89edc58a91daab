#pragma once

#include "core/base/error.h"
#include "core/image/read_image.h"
#include "tests/support/pictures.h"

#include <QtTest/QtTest>
#include <random>
#include <string>

/// Files of pictures against what other programs read of them, and against damage.
namespace fileframes {

using namespace rekindle;
using namespace rekindle::image;

inline pictures::fs::path file(const std::string& name)
{
    return pictures::fs::path(REKINDLE_TEST_DATA) / "image" / name;
}

inline Json expectations(const std::string& name)
{
    return Json::parse(pictures::read(file(name)));
}

/// How the expectation's maker read the file.
inline Request requestFor(const Json& expected)
{
    Request request;
    if (expected.contains("window")) {
        request.reading.mapping = Mapping::Window;
        request.reading.window = {expected["window"][0].get<double>(),
                                  expected["window"][1].get<double>()};
    }
    for (std::size_t i = 0; expected.contains("bands") && i < expected["bands"].size(); ++i)
        request.reading.bands[i] = expected["bands"][i].get<int>();
    request.reading.axis = *axisFrom(expected.value("axis", "axial"));
    return request;
}

inline std::vector<int> valuesOf(const Image& image)
{
    return std::visit(
        [](const auto& pixels) { return std::vector<int>(pixels.begin(), pixels.end()); },
        image.pixels);
}

/// Empty where the frames are what is expected; else what differs first.
inline QString differs(const std::string& name, const Json& expected)
{
    auto opened = OpenedImages::open(file(name), {}, requestFor(expected));
    if (!opened)
        return QString::fromStdString(describe(opened.error()));
    const Json& frames = expected["frames"];
    if (opened->count() != static_cast<int>(frames.size()))
        return QString("%1 frames").arg(opened->count());
    const int tolerance = expected["tolerance"].get<int>();
    for (int frame = 0; frame < opened->count(); ++frame) {
        const Json& wanted = frames[static_cast<std::size_t>(frame)];
        const auto header = opened->header(frame);
        const auto image = opened->readWhole(frame);
        if (!header || !image)
            return QString::fromStdString(describe(!header ? header.error() : image.error()));
        if (header->bits != expected["bits"].get<int>() || header->width != image->width ||
            header->height != image->height)
            return QString("a header of %1 bits, %2 × %3")
                .arg(header->bits)
                .arg(header->width)
                .arg(header->height);
        if (image->width != wanted["width"].get<int>() ||
            image->height != wanted["height"].get<int>() ||
            image->channels != wanted["channels"].get<int>())
            return QString("%1 × %2, %3 channels")
                .arg(image->width)
                .arg(image->height)
                .arg(image->channels);
        const auto values = valuesOf(*image);
        const auto pixels = wanted["pixels"].get<std::vector<int>>();
        for (std::size_t i = 0; i < values.size(); ++i)
            if (std::abs(values[i] - pixels[i]) > tolerance)
                return QString("frame %1, value %2: %3, not %4")
                    .arg(frame)
                    .arg(i)
                    .arg(values[i])
                    .arg(pixels[i]);
    }
    return {};
}

/// Everything that can be read of bytes; how many frames could. Nothing may take long or much.
inline int readAll(const std::string& bytes, const Request& request = {})
{
    int read = 0;
    auto opened = OpenedImages::open(pictures::bytesOf(bytes), "hit", {}, request);
    for (int frame = 0; opened && frame < std::min(opened->count(), 4); ++frame)
        read += opened->readWhole(frame) ? 1 : 0;
    return read;
}

/// A copy with a few bytes changed, and now and then cut or with a piece of itself put in.
inline std::string spoiled(const std::string& whole, std::mt19937& random)
{
    std::string copy = whole;
    // Headers decide most, so half of the hits land there.
    const std::size_t head = std::min<std::size_t>(copy.size(), 512);
    for (std::size_t n = 1 + random() % 6; n > 0; --n)
        copy[random() % (random() % 2 == 0 ? head : copy.size())] =
            static_cast<char>(random() % 4 == 0 ? 0xff : random());
    if (random() % 8 == 0)
        copy.resize(random() % copy.size());
    if (random() % 16 == 0 && copy.size() > 64)
        copy.insert(random() % copy.size(), copy.substr(random() % (copy.size() - 32), 32));
    return copy;
}

} // namespace fileframes
