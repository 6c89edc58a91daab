#include "core/image/image_limits.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace rekindle::image {

Result<void> checkFileBytes(std::uint64_t bytes, std::uint64_t most)
{
    if (bytes <= most)
        return {};
    return fail(ErrorKind::Limit,
                fmt::format("The file has {}; picture files over {} are not opened",
                            text::bytes(bytes), text::bytes(most)),
                {}, "Cut it into tiles or make it smaller.");
}

Result<void> checkHeader(const ImageHeader& header, std::uint64_t fileBytes,
                         const ImageLimits& limits)
{
    if (header.width < 1 || header.height < 1 || header.channels < 1 || header.channels > 4)
        return fail(ErrorKind::Damaged, "The picture's header says that it has no pixels");
    const auto width = static_cast<std::uint64_t>(header.width);
    const auto height = static_cast<std::uint64_t>(header.height);
    const std::uint64_t pixels = width * height;
    if (header.width > limits.side || header.height > limits.side || pixels > limits.pixels)
        return fail(ErrorKind::Limit,
                    fmt::format("The picture is {} × {} pixels ({} million); the limit is {} "
                                "million and {} on a side",
                                text::count(width), text::count(height),
                                text::count(pixels / 1'000'000),
                                text::count(limits.pixels / 1'000'000),
                                text::count(static_cast<std::uint64_t>(limits.side))),
                    {}, "Cut it into tiles or make it smaller.");
    if (static_cast<double>(std::max(width, height)) >
        limits.aspect * static_cast<double>(std::min(width, height)))
        return fail(ErrorKind::Limit,
                    fmt::format("The picture is {} × {} pixels; one side may be at most {} times "
                                "as long as the other",
                                text::count(width), text::count(height), limits.aspect),
                    {}, "Cut it into pieces.");
    const std::uint64_t decoded =
        pixels * static_cast<std::uint64_t>(header.channels) * (header.bits > 8 ? 2 : 1);
    const double room = limits.expansion * static_cast<double>(fileBytes) + double{96 << 20};
    if (static_cast<double>(decoded) > room)
        return fail(ErrorKind::Limit,
                    fmt::format("The picture would grow from {} to {}", text::bytes(fileBytes),
                                text::bytes(decoded)),
                    {}, "Such files are made to exhaust memory; leave it out.");
    return {};
}

} // namespace rekindle::image
