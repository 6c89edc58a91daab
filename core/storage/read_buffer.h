#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>

namespace rekindle::storage {

/// Memory that pieces of files are read into, one after another. It is not cleared, and taken from
/// the system in few large pages where it gives them, since most of what reading a large file costs
/// is else to find a page for every 4 kB of it.
class ReadBuffer
{
public:
    /// Room for `size` bytes whose values mean nothing. What was there is lost, and given back
    /// where much less is needed. Throws std::bad_alloc.
    [[nodiscard]] std::span<std::byte> room(std::size_t size);
    /// What `room` was last asked for.
    [[nodiscard]] std::span<std::byte> bytes() const { return {m_memory.get(), m_size}; }
    /// Bytes that are held.
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }

private:
    struct Free {
        void operator()(std::byte* memory) const { std::free(memory); }
    };
    std::unique_ptr<std::byte[], Free> m_memory;
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
};

} // namespace rekindle::storage
