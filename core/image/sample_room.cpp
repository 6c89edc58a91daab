#include "core/image/sample_room.h"

#include <utility>

namespace rekindle::image {
namespace {

/// More is given back to the system: one large picture among small ones must not stay for good.
constexpr std::size_t kMostKept = std::size_t{8} << 20;

template <class Sample>
std::vector<Sample>& kept()
{
    thread_local std::vector<Sample> room;
    return room;
}

template <class Sample>
void keep(std::vector<Sample>&& samples)
{
    const std::size_t bytes = samples.capacity() * sizeof(Sample);
    if (bytes <= kMostKept && samples.capacity() > kept<Sample>().capacity())
        kept<Sample>() = std::move(samples);
}

} // namespace

template <class Sample>
std::vector<Sample> roomForSamples(std::size_t count)
{
    std::vector<Sample> samples = std::exchange(kept<Sample>(), {});
    samples.resize(count);
    return samples;
}

template std::vector<std::uint8_t> roomForSamples<std::uint8_t>(std::size_t count);
template std::vector<std::uint16_t> roomForSamples<std::uint16_t>(std::size_t count);

std::shared_ptr<const ImagePart> sharedPart(ImagePart part)
{
    auto own = std::make_unique<ImagePart>(std::move(part));
    return {own.release(), [](ImagePart* last) {
                const std::unique_ptr<ImagePart> gone(last);
                std::visit([](auto& samples) { keep(std::move(samples)); }, gone->pixels.pixels);
            }};
}

} // namespace rekindle::image
