#include "app/decoder/gdcm_frame.h"
#include "core/job/helper_answers.h"
#include "core/job/helper_limits.h"

#include <utility>

using namespace rekindle;

namespace {

std::optional<job::Answer> unpacked(job::Question& question)
{
    image::DecodeRequest request;
    if (!question.takeValue(request) || request.magic != image::DecodeRequest::kMagic)
        return std::nullopt;
    request.syntax[sizeof request.syntax - 1] = '\0';
    request.photometric[sizeof request.photometric - 1] = '\0';
    job::limitMemory(request.megabytes);
    std::vector<std::byte> compressed(question.left());
    if (!question.take(compressed))
        return std::nullopt;
    job::limitTime(request.milliseconds);
    auto frame = decoder::unpack(request, compressed);
    job::limitTime(0);
    if (!frame)
        return job::Answer{job::bytesOf(image::DecodeAnswer()), {}};
    const image::DecodeAnswer answer{image::Decoded::Pixels, frame->isLumaChroma ? 1u : 0u,
                                     frame->bytesOfSample};
    return job::Answer{job::bytesOf(answer), std::move(frame->pixels)};
}

} // namespace

/// Unpacks compressed frames for the other programs until they close the connection. Whatever goes
/// wrong ends this process alone.
int main()
{
    constexpr std::uint64_t kMost = std::uint64_t{2} << 30;
    constexpr std::uint64_t kFiles = 3; // those that are open already: no other can be opened
    job::limitForGood(kFiles);
    return job::answerQuestions(kMost, unpacked);
}
