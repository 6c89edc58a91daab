#include "core/slides/slide_request.h"

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <openslide.h>
#include <span>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>
#include <vector>

using namespace rekindle::slides;

namespace {

constexpr rlim_t kMostMemory = rlim_t{3} << 30; ///< of addresses, most of which are never touched
constexpr rlim_t kMostFiles = 256;              ///< some formats are folders of files
constexpr int kOutOfTime = 3;

bool readAll(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto came = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (came <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(came));
    }
    return true;
}

bool writeAll(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto went = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (went <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(went));
    }
    return true;
}

/// No file is written, no process started, no memory image left behind, and no more than so much
/// memory taken.
void limitForGood()
{
    const auto set = [](auto resource, rlim_t most) {
        const rlimit limit{most, most};
        setrlimit(resource, &limit);
    };
    set(RLIMIT_CORE, 0);
    set(RLIMIT_FSIZE, 0);
    set(RLIMIT_NOFILE, kMostFiles);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    set(RLIMIT_AS, kMostMemory);
#endif
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    struct sigaction action {
    };
    action.sa_handler = [](int) { _exit(kOutOfTime); };
    sigaction(SIGPROF, &action, nullptr);
}

/// Ends the program when it has computed for so long from now on; 0 ends the watch.
void limitTime(int milliseconds)
{
    constexpr int kThousand = 1000;
    itimerval timer{};
    timer.it_value.tv_sec = milliseconds / kThousand;
    timer.it_value.tv_usec = static_cast<suseconds_t>(milliseconds % kThousand) * kThousand;
    setitimer(ITIMER_PROF, &timer, nullptr);
}

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

std::vector<std::byte> open(const std::string& path, Slide& slide)
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
    const auto bytes = std::as_bytes(std::span(&facts, 1));
    return {bytes.begin(), bytes.end()};
}

/// Pixels come multiplied by their opacity: the rest is white.
std::vector<std::byte> region(const SlideRequest& asked, openslide_t* slide)
{
    constexpr int kLongest = 8192;
    std::vector<std::byte> answer{std::byte{0}};
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
    answer.resize(1 + 3 * count);
    answer[0] = std::byte{1};
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t white = kByte - (pixels[i] >> 24);
        for (std::uint32_t c = 0; c < 3; ++c) {
            const std::uint32_t value = (pixels[i] >> (16 - 8 * c) & kByte) + white;
            answer[1 + 3 * i + c] = static_cast<std::byte>(std::min(value, kByte));
        }
    }
    return answer;
}

/// One question, one answer; false when nobody asks any more.
bool answerOne(Slide& slide)
{
    constexpr std::uint64_t kMost = 1 << 16;
    std::uint64_t length = 0;
    SlideRequest request;
    if (!readAll(std::as_writable_bytes(std::span(&length, 1))) || length < sizeof request ||
        length > kMost || !readAll(std::as_writable_bytes(std::span(&request, 1))) ||
        request.magic != SlideRequest::kMagic)
        return false;
    std::string path(static_cast<std::size_t>(length - sizeof request), '\0');
    if (!readAll(std::as_writable_bytes(std::span(path))))
        return false;
    limitTime(request.milliseconds);
    const auto answer =
        request.what == SlideRequest::What::Open ? open(path, slide) : region(request, slide.get());
    limitTime(0);
    length = answer.size();
    return writeAll(std::as_bytes(std::span(&length, 1))) && writeAll(answer);
}

} // namespace

/// Reads whole slides for the other programs until they close the connection. Whatever goes wrong
/// ends this process alone.
int main()
{
    limitForGood();
    try {
        Slide slide;
        while (answerOne(slide)) {
        }
    } catch (...) {
        return 1;
    }
    return 0;
}
