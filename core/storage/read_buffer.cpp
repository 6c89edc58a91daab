#include "core/storage/read_buffer.h"

#include <limits>
#include <new>
#include <sys/mman.h>

namespace rekindle::storage {
namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20;
/// Not worth to be given back.
constexpr std::size_t kSmall = std::size_t{16} << 20;

} // namespace

std::span<std::byte> ReadBuffer::room(std::size_t size)
{
    if (size > m_capacity || (m_capacity > kSmall && m_capacity / 2 > size)) {
        m_memory.reset();
        m_capacity = 0;
        m_size = 0;
        if (size > std::numeric_limits<std::size_t>::max() - kLargePage)
            throw std::bad_alloc();
        const std::size_t page = size < kLargePage ? alignof(std::max_align_t) : kLargePage;
        const std::size_t whole = (size + page - 1) / page * page;
        m_memory.reset(static_cast<std::byte*>(std::aligned_alloc(page, whole)));
        if (m_memory == nullptr)
            throw std::bad_alloc();
        m_capacity = whole;
        if (page == kLargePage) // where that is refused the memory is as good, only slower
            static_cast<void>(::madvise(m_memory.get(), whole, MADV_HUGEPAGE));
    }
    m_size = size;
    return bytes();
}

} // namespace rekindle::storage
