#include "core/memory/workplace.h"

#include "core/job/processor.h"

#include <filesystem>

namespace rekindle::memory {
namespace {

bool isCard(const std::string& device)
{
    std::error_code code;
    return device.starts_with("cuda") ||
           (device == "auto" && std::filesystem::exists("/dev/nvidiactl", code));
}

std::uint64_t decodedBytes(const dataset::ImageEntry& image)
{
    constexpr int kByte = 8;
    const std::uint64_t channels = image.channels > 2 ? 3 : 1;
    return static_cast<std::uint64_t>(image.width) * static_cast<std::uint64_t>(image.height) *
           channels * (image.bits > kByte ? 2U : 1U);
}

} // namespace

bool computesInHalf(bool gpu)
{
    return gpu || job::cpuHasBf16();
}

Workplace workplaceOf(const std::string& device, const dataset::Manifest& manifest,
                      const std::vector<std::size_t>& images)
{
    Workplace place;
    place.gpu = isCard(device);
    place.half = computesInHalf(place.gpu);
    for (const std::size_t i : images)
        place.pictures += decodedBytes(manifest.images[i]);
    return place;
}

} // namespace rekindle::memory
