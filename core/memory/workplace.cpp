#include "core/memory/workplace.h"

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

Workplace workplaceOf(const std::string& device, const dataset::Manifest& manifest,
                      const std::vector<std::size_t>& images)
{
    Workplace place;
    place.gpu = isCard(device);
    // Cards of NVIDIA have it since 2020.
    place.half = place.gpu || __builtin_cpu_supports("avx512bf16");
    for (const std::size_t i : images)
        place.pictures += decodedBytes(manifest.images[i]);
    return place;
}

} // namespace rekindle::memory
