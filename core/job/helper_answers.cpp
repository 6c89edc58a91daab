#include "core/job/helper_answers.h"

#include <exception>
#include <unistd.h>

namespace rekindle::job {
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

/// False when there is nothing more to answer.
bool answerOne(std::uint64_t most, const std::function<std::optional<Answer>(Question&)>& answer)
{
    std::uint64_t length = 0;
    if (!readAll(std::as_writable_bytes(std::span(&length, 1))) || length > most)
        return false;
    Question question(length);
    const auto said = answer(question);
    // What was not read would be taken for the next question.
    if (!said || question.left() != 0)
        return false;
    return writeAll(bytesOf(std::uint64_t{said->head.size() + said->rest.size()})) &&
           writeAll(said->head) && writeAll(said->rest);
}

} // namespace

bool Question::take(std::span<std::byte> bytes)
{
    if (bytes.size() > m_left || !readAll(bytes))
        return false;
    m_left -= bytes.size();
    return true;
}

int answerQuestions(std::uint64_t most,
                    const std::function<std::optional<Answer>(Question&)>& answer)
{
    try {
        while (answerOne(most, answer)) {
        }
    } catch (const std::exception&) {
        return 1;
    }
    return 0;
}

} // namespace rekindle::job
