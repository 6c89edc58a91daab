#include "core/job/helper_answers.h"
#include "core/job/helper_limits.h"
#include "core/slides/slide_request.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <openslide.h>
#include <string>
#include <vector>

using namespace rekindle;
using namespace rekindle::slides;

namespace {

struct Closer {
    void operator()(openslide_t* slide) const { openslide_close(slide); }
};
using Slide = std::unique_ptr<openslide_t, Closer>;

double numberOf(openslide_t* slide, const char* name)
{
    const char* text = openslide_get_property_value(slide, name);
    return text == nullptr ? 0.0 : std::strtod(text, nullptr);
}

/// One number for both directions: slides whose pixels are no squares say so by their mean.
double micronsOf(openslide_t* slide)
{
    const double x = numberOf(slide, OPENSLIDE_PROPERTY_NAME_MPP_X);
    const double y = numberOf(slide, OPENSLIDE_PROPERTY_NAME_MPP_Y);
    return x > 0 && y > 0 ? (x + y) / 2 : std::max({x, y, 0.0});
}

job::Answer open(const std::string& path, Slide& slide)
{
    SlideFacts facts;
    slide.reset(openslide_open(path.c_str()));
    if (slide && openslide_get_error(slide.get()) == nullptr) {
        facts.isSlide = 1;
        facts.levels = std::min(openslide_get_level_count(slide.get()), kMostLevels);
        facts.micronsPerPixel = micronsOf(slide.get());
        for (int level = 0; level < facts.levels; ++level) {
            openslide_get_level_dimensions(slide.get(), level, &facts.width[level],
                                           &facts.height[level]);
            facts.downsample[level] = openslide_get_level_downsample(slide.get(), level);
        }
    }
    return {job::bytesOf(facts), {}};
}

/// Pixels come multiplied by their opacity: the rest is white.
job::Answer region(const SlideRequest& asked, openslide_t* slide)
{
    constexpr int kLongest = 8192;
    job::Answer answer{{std::byte{0}}, {}};
    if (slide == nullptr || asked.width < 1 || asked.height < 1 || asked.width > kLongest ||
        asked.height > kLongest)
        return answer;
    const std::size_t count =
        static_cast<std::size_t>(asked.width) * static_cast<std::size_t>(asked.height);
    std::vector<std::uint32_t> pixels(count);
    openslide_read_region(slide, pixels.data(), asked.x, asked.y, asked.level, asked.width,
                          asked.height);
    if (openslide_get_error(slide) != nullptr)
        return answer;
    constexpr std::uint32_t kByte = 255;
    answer.head[0] = std::byte{1};
    answer.rest.resize(3 * count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t white = kByte - (pixels[i] >> 24);
        for (std::uint32_t c = 0; c < 3; ++c) {
            const std::uint32_t value = (pixels[i] >> (16 - 8 * c) & kByte) + white;
            answer.rest[3 * i + c] = static_cast<std::byte>(std::min(value, kByte));
        }
    }
    return answer;
}

std::optional<job::Answer> answered(job::Question& question, Slide& slide)
{
    SlideRequest request;
    if (!question.takeValue(request) || request.magic != SlideRequest::kMagic)
        return std::nullopt;
    std::string path(question.left(), '\0');
    if (!question.take(std::as_writable_bytes(std::span(path))))
        return std::nullopt;
    job::limitTime(request.milliseconds);
    auto answer =
        request.what == SlideRequest::What::Open ? open(path, slide) : region(request, slide.get());
    job::limitTime(0);
    return answer;
}

} // namespace

/// Reads whole slides for the other programs until they close the connection. Whatever goes wrong
/// ends this process alone.
int main()
{
    constexpr std::uint64_t kMost = 1 << 16;
    constexpr std::uint64_t kFiles = 256; // some formats are folders of files
    constexpr std::uint64_t kMegabytes = 3072;
    job::limitForGood(kFiles, kMegabytes);
    Slide slide;
    return job::answerQuestions(
        kMost, [&slide](job::Question& question) { return answered(question, slide); });
}
