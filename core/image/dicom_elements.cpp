#include "core/image/dicom_elements.h"

#include <array>
#include <string_view>

namespace rekindle::image {
namespace {

constexpr std::uint32_t kUndefined = 0xffffffff;
constexpr DicomTag kItem = 0xfffee000, kItemEnd = 0xfffee00d, kSequenceEnd = 0xfffee0dd;
constexpr int kDeepest = 16;
constexpr int kMostElements = 2'000'000;

tl::unexpected<Error> damaged(std::string message)
{
    return fail(ErrorKind::Damaged, std::move(message), {}, "Copy or export the file again.");
}

tl::unexpected<Error> endsEarly()
{
    return damaged("The DICOM file ends early");
}

/// An element's head: its tag, its kind, how long its value is.
struct Head {
    DicomTag tag = 0;
    std::array<char, 2> kind{}; ///< zeros where it is not written
    std::uint32_t length = 0;
};

bool isLong(const std::array<char, 2>& kind)
{
    const std::string_view name(kind.data(), kind.size());
    for (const char* other :
         {"OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"})
        if (name == other)
            return true;
    return false;
}

bool isWords(const Head& head)
{
    return head.kind == std::array{'O', 'W'};
}

class Walk
{
public:
    Walk(std::span<const std::byte> data, std::size_t at, DicomVisitor& visitor)
        : m_data(data), m_at(at), m_visitor(visitor)
    {
    }

    /// The elements up to `end`, or to the mark that ends an item.
    Result<void> elements(std::size_t end, const DicomWriting& writing, int depth)
    {
        while (m_at < end) {
            RK_TRY(const Head head, readHead(writing));
            if (head.tag == kItemEnd)
                return {};
            if (head.tag == kPixelData && depth == 0)
                return pixels(head, writing);
            const bool undefined = head.length == kUndefined;
            const bool unknown = head.kind == std::array{'U', 'N'};
            if (head.kind == std::array{'S', 'Q'} || undefined) {
                // What an unknown kind of undefined length holds is written without kinds.
                DicomWriting inside = writing;
                inside.explicitKinds = writing.explicitKinds && !unknown;
                RK_CHECK(sequence(head, end, inside, depth));
                continue;
            }
            if (head.length > end - m_at)
                return endsEarly();
            m_visitor.value(head.tag, m_data.subspan(m_at, head.length), isWords(head));
            m_at += head.length;
        }
        return {};
    }

    Result<std::size_t> meta()
    {
        const DicomWriting writing;
        while (m_data.size() - m_at >= 8 && numberAt(m_data, m_at, 2, ByteOrder::Little) == 2) {
            RK_TRY(const Head head, readHead(writing));
            if (head.length > m_data.size() - m_at)
                return endsEarly();
            m_visitor.value(head.tag, m_data.subspan(m_at, head.length), isWords(head));
            m_at += head.length;
        }
        return m_at;
    }

private:
    std::uint32_t number(std::size_t size, ByteOrder order)
    {
        const auto value = static_cast<std::uint32_t>(numberAt(m_data, m_at, size, order));
        m_at += size;
        return value;
    }

    Result<Head> readHead(const DicomWriting& writing)
    {
        if (m_data.size() - m_at < 8)
            return endsEarly();
        if (++m_elements > kMostElements)
            return fail(ErrorKind::Limit, "The DICOM file has too many elements");
        Head head;
        head.tag = number(2, writing.order) << 16;
        head.tag |= number(2, writing.order);
        const bool mark = head.tag >> 16 == 0xfffe;
        if (!writing.explicitKinds || mark) {
            head.length = number(4, writing.order);
            return head;
        }
        head.kind = {std::to_integer<char>(m_data[m_at]), std::to_integer<char>(m_data[m_at + 1])};
        m_at += 2;
        const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (!isLetter(head.kind[0]) || !isLetter(head.kind[1]))
            return damaged("The DICOM file holds elements that no such file has");
        if (!isLong(head.kind)) {
            head.length = number(2, writing.order);
            return head;
        }
        if (m_data.size() - m_at < 6)
            return endsEarly();
        m_at += 2;
        head.length = number(4, writing.order);
        return head;
    }

    Result<void> sequence(const Head& head, std::size_t end, const DicomWriting& writing, int depth)
    {
        if (depth >= kDeepest)
            return fail(ErrorKind::Limit, "The DICOM file nests its elements too deep");
        if (head.length != kUndefined && head.length > end - m_at)
            return endsEarly();
        const std::size_t last = head.length == kUndefined ? end : m_at + head.length;
        for (int item = 0; m_at < last; ++item) {
            RK_TRY(const Head mark, readHead(writing));
            if (mark.tag == kSequenceEnd)
                return {};
            if (mark.tag != kItem)
                return damaged("A sequence of the DICOM file holds no items");
            if (mark.length != kUndefined && (m_at > last || mark.length > last - m_at))
                return endsEarly();
            m_visitor.enter(head.tag, item);
            RK_CHECK(elements(mark.length == kUndefined ? last : m_at + mark.length, writing,
                              depth + 1));
            m_visitor.leave();
        }
        return {};
    }

    Result<void> pixels(const Head& head, const DicomWriting& writing)
    {
        if (head.length != kUndefined) {
            if (head.length > m_data.size() - m_at)
                return endsEarly();
            m_visitor.value(head.tag, m_data.subspan(m_at, head.length), isWords(head));
            return {};
        }
        for (;;) {
            RK_TRY(const Head mark, readHead(writing));
            if (mark.tag == kSequenceEnd)
                return {};
            if (mark.tag != kItem || mark.length > m_data.size() - m_at)
                return endsEarly();
            m_visitor.fragment(m_data.subspan(m_at, mark.length));
            m_at += mark.length;
        }
    }

    std::span<const std::byte> m_data;
    std::size_t m_at;
    DicomVisitor& m_visitor;
    int m_elements = 0;
};

} // namespace

Result<void> walkDicom(std::span<const std::byte> data, std::size_t at, const DicomWriting& writing,
                       DicomVisitor& visitor)
{
    if (at > data.size())
        return endsEarly();
    return Walk(data, at, visitor).elements(data.size(), writing, 0);
}

Result<std::size_t> walkDicomMeta(std::span<const std::byte> data, DicomVisitor& visitor)
{
    constexpr std::size_t kPreamble = 132;
    if (data.size() < kPreamble)
        return endsEarly();
    return Walk(data, kPreamble, visitor).meta();
}

} // namespace rekindle::image
