#include "core/archive/proto_fields.h"

namespace rekindle::archive {

bool readVarint(Bytes bytes, std::size_t& at, std::uint64_t& value)
{
    value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (at >= bytes.size())
            return false;
        const auto byte = std::to_integer<std::uint64_t>(bytes[at++]);
        if (shift == 63 && byte > 1)
            return false;
        value |= (byte & 0x7FU) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

bool ProtoFields::stop()
{
    m_broken = true;
    return false;
}

bool ProtoFields::next()
{
    if (m_broken || m_at == m_message.size())
        return false;
    std::uint64_t tag = 0;
    if (!readVarint(m_message, m_at, tag) || tag >> 3 == 0)
        return stop();
    m_field = tag >> 3;
    m_number = 0;
    m_bytes = {};
    const std::uint64_t left = m_message.size() - m_at;
    switch (tag & 7) {
    case 0:
        return readVarint(m_message, m_at, m_number) || stop();
    case 1:
        if (left < 8)
            return stop();
        m_number = littleAt<std::uint64_t>(m_message, m_at);
        m_at += 8;
        return true;
    case 2: {
        std::uint64_t length = 0;
        if (!readVarint(m_message, m_at, length) || length > m_message.size() - m_at)
            return stop();
        m_bytes = m_message.subspan(m_at, static_cast<std::size_t>(length));
        m_at += static_cast<std::size_t>(length);
        return true;
    }
    case 5:
        if (left < 4)
            return stop();
        m_number = littleAt<std::uint32_t>(m_message, m_at);
        m_at += 4;
        return true;
    default:
        return stop();
    }
}

} // namespace rekindle::archive
