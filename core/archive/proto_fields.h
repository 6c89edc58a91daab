#pragma once

#include "core/base/byte_view.h"

#include <cstdint>
#include <string_view>

namespace rekindle::archive {

/// A variable-length number at `at`, which moves behind it; false when it does not end within 10
/// bytes or the text does, or has more than 64 bits.
[[nodiscard]] bool readVarint(Bytes bytes, std::size_t& at, std::uint64_t& value);

/// Walks the fields of one message of protocol buffers in their order, without recursion: parts are
/// handed out as bytes. Groups, which no file of ours has, count as broken.
class ProtoFields
{
public:
    explicit ProtoFields(Bytes message) : m_message(message) {}

    /// Moves to the next field; false at the end and when the message is broken.
    [[nodiscard]] bool next();
    [[nodiscard]] bool broken() const { return m_broken; }

    [[nodiscard]] std::uint64_t field() const { return m_field; }
    /// Of a whole number (also those of fixed length); 0 for parts.
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    /// Of a text or a message; empty for numbers.
    [[nodiscard]] Bytes bytes() const { return m_bytes; }
    [[nodiscard]] std::string_view text() const { return asText(m_bytes); }

private:
    bool stop();

    Bytes m_message;
    std::size_t m_at = 0;
    std::uint64_t m_field = 0;
    std::uint64_t m_number = 0;
    Bytes m_bytes;
    bool m_broken = false;
};

} // namespace rekindle::archive
