// A program that answers as its questions say, for tst_helper_program: the first letter of each is
// what to do with the rest.
#include "core/job/helper_answers.h"
#include "core/job/helper_limits.h"

#include <algorithm>
#include <fcntl.h>
#include <string_view>
#include <utility>

using namespace rekindle;

namespace {

std::vector<std::byte> bytes(std::string_view text)
{
    const auto all = std::as_bytes(std::span(text));
    return {all.begin(), all.end()};
}

std::optional<job::Answer> answered(job::Question& question)
{
    char what = 0;
    if (!question.takeValue(what))
        return std::nullopt;
    std::vector<std::byte> rest(question.left());
    if (what != 'h' && !question.take(rest)) // half a question
        return std::nullopt;
    switch (what) {
    case 'r':
        std::reverse(rest.begin(), rest.end());
        return job::Answer{bytes("reversed "), std::move(rest)};
    case 'f': {
        const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        return job::Answer{bytes(file < 0 ? "none" : "some"), {}};
    }
    case 'm': {
        constexpr std::uint64_t kMegabytes = 512;
        constexpr std::size_t kTooMuch = std::size_t{1} << 30;
        job::limitMemory(kMegabytes);
        return job::Answer{{}, std::vector<std::byte>(kTooMuch)};
    }
    case 't': {
        constexpr int kMilliseconds = 50;
        job::limitTime(kMilliseconds);
        for (volatile bool forever = true; forever;) {
        }
        return job::Answer();
    }
    case 's': { // not so long that it would be ended
        constexpr int kLong = 10000;
        job::limitTime(kLong);
        job::limitTime(0);
        return job::Answer{bytes("soon"), {}};
    }
    case 'h':
        return job::Answer{bytes("half"), {}};
    default:
        return std::nullopt;
    }
}

} // namespace

int main()
{
    constexpr std::uint64_t kFiles = 3, kMost = 64;
    job::limitForGood(kFiles);
    return job::answerQuestions(kMost, answered);
}
