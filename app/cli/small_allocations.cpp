// A small allocation that fails ends the program at once, in a sentence and with exit code 4. The
// libraries that it is made of (HDF5, OpenSSL, the C++ library's own noexcept functions) do not
// live through one: they would crash, now or on the way out. Large ones, such as a batch or an
// image, fail as ever and become an Error.
//
// malloc, calloc and realloc of the whole process come by here on their way to the next library
// that has them.

#include "core/base/error.h"
#include "core/base/out_of_memory.h"

#include <atomic>
#include <cstddef>
#include <dlfcn.h>
#include <limits>

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace {

constexpr std::size_t kSmall = std::size_t{64} << 10;

/// Where the calls go on to; while that is looked up, which may itself allocate, to the C library.
template <class Function>
class Next
{
public:
    constexpr Next(const char* name, Function meanwhile) : m_name(name), m_meanwhile(meanwhile) {}

    Function get()
    {
        if (const Function found = m_found.load(std::memory_order_acquire))
            return found;
        if (m_looking.exchange(true))
            return m_meanwhile;
        void* const symbol = ::dlsym(RTLD_NEXT, m_name);
        const auto found = symbol == nullptr ? m_meanwhile : reinterpret_cast<Function>(symbol);
        m_found.store(found, std::memory_order_release);
        return found;
    }

private:
    const char* m_name;
    Function m_meanwhile;
    std::atomic<Function> m_found{nullptr};
    std::atomic<bool> m_looking{false};
};

constinit Next g_malloc("malloc", &__libc_malloc);
constinit Next g_calloc("calloc", &__libc_calloc);
constinit Next g_realloc("realloc", &__libc_realloc);

void* orEnd(void* memory, std::size_t size)
{
    if (memory == nullptr && size > 0 && size <= kSmall)
        rekindle::endForLackOfMemory();
    return memory;
}

} // namespace

extern "C" {

void* malloc(std::size_t size) noexcept
{
    return orEnd(g_malloc.get()(size), size);
}

void* calloc(std::size_t count, std::size_t size) noexcept
{
    const bool large = size > 0 && count > std::numeric_limits<std::size_t>::max() / size;
    return orEnd(g_calloc.get()(count, size), large ? kSmall + 1 : count * size);
}

void* realloc(void* memory, std::size_t size) noexcept
{
    return orEnd(g_realloc.get()(memory, size), size);
}
}
