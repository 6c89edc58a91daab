#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace rekindle {

/// Memory that begins with a line of the processor's cache, so that its vectors never lie across
/// two.
template <class T>
struct LineAllocator {
    using value_type = T;
    static constexpr std::align_val_t kLine{64};

    LineAllocator() = default;
    template <class U>
    explicit LineAllocator(const LineAllocator<U>& /*other*/)
    {
    }
    [[nodiscard]] T* allocate(std::size_t count)
    {
        if (count > static_cast<std::size_t>(-1) / sizeof(T))
            throw std::bad_array_new_length();
        return static_cast<T*>(::operator new(count * sizeof(T), kLine));
    }
    void deallocate(T* memory, std::size_t /*count*/) { ::operator delete(memory, kLine); }
    [[nodiscard]] bool operator==(const LineAllocator& /*other*/) const { return true; }
};

using AlignedFloats = std::vector<float, LineAllocator<float>>;

} // namespace rekindle
