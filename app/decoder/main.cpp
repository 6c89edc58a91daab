#include "app/decoder/decode_limits.h"
#include "app/decoder/gdcm_frame.h"

#include <cstring>
#include <unistd.h>

using namespace rekindle;

namespace {

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

template <class T>
auto bytesOf(T& value)
{
    return std::as_writable_bytes(std::span(&value, 1));
}

/// One question, one answer; false when nobody asks any more.
bool answerOne()
{
    constexpr std::uint64_t kMost = std::uint64_t{2} << 30;
    std::uint64_t length = 0;
    image::DecodeRequest request;
    if (!readAll(bytesOf(length)) || length < sizeof request || length > kMost ||
        !readAll(bytesOf(request)) || request.magic != image::DecodeRequest::kMagic)
        return false;
    request.syntax[sizeof request.syntax - 1] = '\0';
    request.photometric[sizeof request.photometric - 1] = '\0';
    decoder::limitMemory(request.megabytes);
    std::vector<std::byte> compressed(length - sizeof request);
    if (!readAll(compressed))
        return false;
    decoder::limitTime(request.milliseconds);
    const auto frame = decoder::unpack(request, compressed);
    decoder::limitTime(0);
    image::DecodeAnswer answer;
    std::span<const std::byte> pixels;
    if (frame) {
        answer = {image::Decoded::Pixels, frame->isLumaChroma ? 1u : 0u, frame->bytesOfSample};
        pixels = frame->pixels;
    }
    length = sizeof answer + pixels.size();
    return writeAll(bytesOf(length)) && writeAll(bytesOf(answer)) && writeAll(pixels);
}

} // namespace

/// Unpacks compressed frames for the other programs until they close the connection. Whatever goes
/// wrong ends this process alone.
int main()
{
    decoder::limitForGood();
    try {
        while (answerOne()) {
        }
    } catch (...) {
        return 1;
    }
    return 0;
}
