#include "core/image/inflate.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <zlib.h>

namespace rekindle::image {
namespace {

constexpr int kGzip = 16 + MAX_WBITS, kRaw = -MAX_WBITS;
constexpr std::size_t kPiece = std::size_t{1} << 20;

/// zlib's state, released on every way out.
class Inflater
{
public:
    explicit Inflater(std::span<const std::byte> packed, int bits)
    {
        // zlib reads through a pointer to what it never changes.
        m_stream.next_in =
            const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data())); // NOLINT
        m_left = packed.size();
        m_ready = inflateInit2(&m_stream, bits) == Z_OK;
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }

    /// Unpacks into `out`, returns how many bytes came and what zlib said.
    std::pair<std::size_t, int> next(std::span<std::byte> out)
    {
        if (!m_ready)
            return {0, Z_MEM_ERROR};
        const auto room = static_cast<uInt>(std::min(out.size(), kPiece));
        m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
        m_stream.avail_out = room;
        const auto offered = static_cast<uInt>(std::min<std::size_t>(m_left, 1u << 30));
        m_stream.avail_in = offered;
        const int said = ::inflate(&m_stream, Z_NO_FLUSH);
        m_left -= offered - m_stream.avail_in;
        return {room - m_stream.avail_out, said};
    }
    void again() { inflateReset(&m_stream); }
    [[nodiscard]] std::size_t left() const { return m_left; }
    [[nodiscard]] bool isMember() const
    {
        return m_left > 1 && m_stream.next_in[0] == 0x1f && m_stream.next_in[1] == 0x8b;
    }

private:
    z_stream m_stream{};
    std::size_t m_left = 0;
    bool m_ready = false;
};

} // namespace

Result<std::vector<std::byte>> inflated(std::span<const std::byte> packed, Deflated kind,
                                        std::uint64_t most)
{
    Inflater stream(packed, kind == Deflated::Gzip ? kGzip : kRaw);
    std::vector<std::byte> out;
    std::size_t used = 0;
    for (;;) {
        if (used == out.size())
            out.resize(used + std::max(kPiece, used / 2));
        const auto [count, said] = stream.next(std::span(out).subspan(used));
        used += count;
        if (used > most)
            return fail(ErrorKind::Limit,
                        fmt::format("The file would grow from {} to more than {}",
                                    text::bytes(packed.size()), text::bytes(most)),
                        {}, "Such files are made to exhaust memory; leave it out.");
        if (said == Z_STREAM_END && kind == Deflated::Gzip && stream.isMember()) {
            stream.again();
        } else if (said == Z_STREAM_END) {
            out.resize(used);
            return out;
        } else if (said != Z_OK || (count == 0 && stream.left() == 0)) {
            return fail(ErrorKind::Damaged,
                        stream.left() == 0 ? "The packed file ends early"
                                           : "The packed file is damaged inside",
                        {}, "Copy it again.");
        }
    }
}

std::vector<std::byte> inflatedStart(std::span<const std::byte> packed, std::size_t count)
{
    Inflater stream(packed, kGzip);
    std::vector<std::byte> out(count);
    std::size_t used = 0;
    while (used < count) {
        const auto [came, said] = stream.next(std::span(out).subspan(used));
        used += came;
        if (said != Z_OK || (came == 0 && stream.left() == 0))
            break;
    }
    out.resize(used);
    return out;
}

} // namespace rekindle::image
