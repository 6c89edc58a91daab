#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace rekindle::job {

/// The other end of a HelperProgram: what such a program does all its life. It reads questions from
/// its standard input and writes answers to its standard output, each way a length of 8 bytes and
/// as many bytes.

/// A question while it is read: so its first part can say what may be spent on the rest.
class Question
{
public:
    explicit Question(std::uint64_t length) : m_left(length) {}

    /// Bytes that have not been taken yet.
    [[nodiscard]] std::uint64_t left() const { return m_left; }
    /// Fills it with the next bytes; false where so many are not there.
    [[nodiscard]] bool take(std::span<std::byte> bytes);
    /// The same for a value as it stands in memory: both programs are of one build.
    template <class T>
    [[nodiscard]] bool takeValue(T& value) requires std::is_trivially_copyable_v<T>
    {
        return take(std::as_writable_bytes(std::span(&value, 1)));
    }

private:
    std::uint64_t m_left;
};

/// Its two parts follow each other, so that a long one need not be copied behind a short one.
struct Answer {
    std::vector<std::byte> head, rest;
};

/// A value as it stands in memory, for the head of an answer.
template <class T>
[[nodiscard]] std::vector<std::byte>
bytesOf(const T& value) requires std::is_trivially_copyable_v<T>
{
    const auto bytes = std::as_bytes(std::span(&value, 1));
    return {bytes.begin(), bytes.end()};
}

/// Answers one question after the other, until nobody asks any more, a question is longer than
/// `most`, or `answer` gives none: then there is no sense in going on. Returns the program's exit
/// status, 1 after an exception.
[[nodiscard]] int answerQuestions(std::uint64_t most,
                                  const std::function<std::optional<Answer>(Question&)>& answer);

} // namespace rekindle::job
