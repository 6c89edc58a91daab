#include "core/slides/slide.h"

#include "core/job/child_process.h"

#include <chrono>
#include <cmath>
#include <cstring>
#include <span>
#include <vector>

namespace rekindle::slides {
namespace {

constexpr std::string_view kProgram = "rekindle-slides";
constexpr std::int32_t kComputing = 20'000; ///< milliseconds of the processor, of one answer
constexpr std::chrono::milliseconds kPatience{120'000}; ///< on a busy machine

/// Beside the running program, or beside the folder of one that is a test.
std::filesystem::path programPath()
{
    const auto here = job::programFolder();
    std::error_code ignored;
    const auto beside = here / kProgram;
    return std::filesystem::exists(beside, ignored) ? beside : here / ".." / "bin" / kProgram;
}

std::vector<std::byte> questionOf(const SlideRequest& request, const std::string& path)
{
    std::vector<std::byte> question(sizeof request + path.size());
    std::memcpy(question.data(), &request, sizeof request);
    std::memcpy(question.data() + sizeof request, path.data(), path.size());
    return question;
}

/// Whether the numbers are those of a slide, whoever says them.
bool isSound(const SlideFacts& facts)
{
    constexpr std::int64_t kLongest = std::int64_t{1} << 24;
    constexpr double kLargest = 1000.0; ///< microns that a pixel may be
    if (facts.levels < 1 || facts.levels > kMostLevels || !std::isfinite(facts.micronsPerPixel) ||
        facts.micronsPerPixel < 0 || facts.micronsPerPixel > kLargest)
        return false;
    for (int i = 0; i < facts.levels; ++i) {
        if (facts.width[i] < 1 || facts.height[i] < 1 || facts.width[i] > kLongest ||
            facts.height[i] > kLongest || !(facts.downsample[i] >= 1.0) ||
            facts.downsample[i] > static_cast<double>(kLongest))
            return false;
    }
    return true;
}

} // namespace

Result<Slide> Slide::open(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(programPath(), ignored))
        return fail(ErrorKind::NotFound,
                    "This Rekindle was built without OpenSlide, which reads whole slides",
                    file.string(), "Install libopenslide-dev and build it again.");
    RK_TRY(auto helper, job::HelperProgram::start(programPath()));
    SlideRequest request;
    request.milliseconds = kComputing;
    const auto answer = helper.ask(questionOf(request, std::filesystem::absolute(file).string()),
                                   sizeof(SlideFacts), kPatience);
    if (!answer || answer->size() != sizeof(SlideFacts))
        return fail(ErrorKind::Damaged, "The slide cannot be opened", file.string(),
                    "Copy it again, with the files that belong to it.");
    SlideFacts facts;
    std::memcpy(&facts, answer->data(), sizeof facts);
    if (facts.isSlide == 0)
        return fail(ErrorKind::Unknown, "This is not a whole slide that can be read",
                    file.string());
    if (!isSound(facts))
        return fail(ErrorKind::Damaged, "The slide's sizes do not fit together", file.string());
    return Slide(std::move(helper), facts, file.string());
}

Result<image::Image> Slide::region(int level, std::int64_t x, std::int64_t y, int width, int height)
{
    SlideRequest request;
    request.what = SlideRequest::What::Region;
    request.level = level;
    request.x = x;
    request.y = y;
    request.width = width;
    request.height = height;
    request.milliseconds = kComputing;
    const std::size_t bytes =
        3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const auto answer = m_helper.ask(questionOf(request, {}), 1 + bytes, kPatience);
    if (!answer || answer->size() != 1 + bytes || answer->front() != std::byte{1})
        return fail(ErrorKind::Damaged, "A part of the slide cannot be read", m_name,
                    "Copy the slide again.");
    image::Image picture;
    picture.width = width;
    picture.height = height;
    picture.channels = 3;
    std::vector<std::uint8_t> pixels(bytes);
    std::memcpy(pixels.data(), answer->data() + 1, bytes);
    picture.pixels = std::move(pixels);
    return picture;
}

} // namespace rekindle::slides
