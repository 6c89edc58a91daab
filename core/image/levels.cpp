#include "core/image/levels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rekindle::image {
namespace {

constexpr int kBits = 16;
constexpr double kLargest = 65535;

/// 65535 at white, 0 at black.
std::uint16_t levelOf(double value, const ValueRange& range, bool inverted)
{
    const double share = (value - range.black) / (range.white - range.black);
    // A comparison with what is no number is false.
    const double inside = share > 0 ? std::min(share, 1.0) : 0.0;
    return static_cast<std::uint16_t>(std::lround((inverted ? 1 - inside : inside) * kLargest));
}

ValueRange extremes(const std::vector<float>& values)
{
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    ValueRange range{kEndless, -kEndless};
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        range.black = std::min<double>(range.black, value);
        range.white = std::max<double>(range.white, value);
    }
    if (!std::isfinite(range.black))
        return {0, 1};
    return range.holds() ? range : ValueRange{range.black, range.black + 1};
}

/// Whether the set's range decides.
bool asksTheSet(const Measured& measured, Mapping mapping)
{
    switch (mapping) {
    case Mapping::Usual:
        return !measured.window;
    case Mapping::Full:
        return !measured.possible;
    case Mapping::Percentiles:
        return true;
    case Mapping::Window:
        break;
    }
    return false;
}

ValueRange rangeFor(const Measured& measured, const Reading& reading)
{
    if (reading.mapping == Mapping::Window)
        return reading.window;
    if (!asksTheSet(measured, reading.mapping))
        return reading.mapping == Mapping::Full ? *measured.possible : *measured.window;
    return reading.set.holds() ? reading.set : extremes(measured.values);
}

template <class Sample>
void map(Image& image, const std::vector<Sample>& samples, const ValueRange& range)
{
    std::vector<std::uint16_t> levels(samples.size());
    std::transform(samples.begin(), samples.end(), levels.begin(),
                   [&](Sample value) { return levelOf(value, range, false); });
    image.bits = kBits;
    image.pixels = std::move(levels);
}

void noteLargest(const Image& image, ValueTally& tally)
{
    const auto* samples = std::get_if<std::vector<std::uint16_t>>(&image.pixels);
    if (samples != nullptr && !samples->empty())
        tally.noteStored(*std::max_element(samples->begin(), samples->end()));
}

} // namespace

Image levelsOf(const Measured& measured, const Request& request)
{
    if (request.tally != nullptr && asksTheSet(measured, request.reading.mapping))
        request.tally->add(measured.values);
    const ValueRange range = rangeFor(measured, request.reading);
    std::vector<std::uint16_t> levels(measured.values.size());
    std::transform(
        measured.values.begin(), measured.values.end(), levels.begin(), [&](float value) {
            return std::isnan(value) ? std::uint16_t{0} : levelOf(value, range, measured.inverted);
        });
    return {measured.width, measured.height, measured.channels, kBits, std::move(levels), {}};
}

void takeLevels(Image& image, const Request& request)
{
    const Reading& reading = request.reading;
    if (reading.mapping == Mapping::Usual) {
        if (request.tally != nullptr)
            noteLargest(image, *request.tally);
        takeBits(image, request.usedBits);
        return;
    }
    if (reading.mapping == Mapping::Full)
        return;
    if (reading.mapping == Mapping::Percentiles && request.tally != nullptr)
        std::visit(
            [&](const auto& samples) {
                request.tally->add(std::vector<float>(samples.begin(), samples.end()));
            },
            image.pixels);
    const ValueRange range = reading.mapping == Mapping::Window ? reading.window : reading.set;
    if (range.holds())
        std::visit([&](const auto& samples) { map(image, std::vector(samples), range); },
                   image.pixels);
}

} // namespace rekindle::image
