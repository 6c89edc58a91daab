/* Preloaded into the program under test. Fails one allocation that it makes after main() has begun, or all from there
 * on, or those above a size.
 *
 *   BREAK_MEMORY_STATE  file of one page: the counter
 *   BREAK_MEMORY_AT     the number of the allocation that fails; 0: none, only count
 *   BREAK_MEMORY_TIMES  how many from there on; 0: all that follow
 *   BREAK_MEMORY_LEAST  only allocations of at least so many bytes count
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* memory, size_t size);
extern void* __libc_memalign(size_t alignment, size_t size);

static atomic_long* g_counted;
static long g_at, g_times;
static size_t g_least;
static atomic_int g_armed;
static int (*g_main)(int, char**, char**);

static long number(const char* name)
{
    const char* text = getenv(name);
    return text == NULL ? 0 : strtol(text, NULL, 10);
}

static int fails(size_t size)
{
    if (!atomic_load_explicit(&g_armed, memory_order_relaxed) || size < g_least)
        return 0;
    const long mine = atomic_fetch_add(g_counted, 1) + 1;
    if (g_at == 0 || mine < g_at || (g_times > 0 && mine >= g_at + g_times))
        return 0;
    errno = ENOMEM;
    return 1;
}

EXPORT void* malloc(size_t size) { return fails(size) ? NULL : __libc_malloc(size); }
EXPORT void* calloc(size_t count, size_t size)
{
    size_t whole = 0;
    if (__builtin_mul_overflow(count, size, &whole))
        whole = (size_t)-1;
    return fails(whole) ? NULL : __libc_calloc(count, size);
}
EXPORT void* realloc(void* memory, size_t size) { return size > 0 && fails(size) ? NULL : __libc_realloc(memory, size); }
EXPORT void* memalign(size_t alignment, size_t size) { return fails(size) ? NULL : __libc_memalign(alignment, size); }
EXPORT void* aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
EXPORT int posix_memalign(void** memory, size_t alignment, size_t size)
{
    void* got = memalign(alignment, size);
    if (got == NULL)
        return ENOMEM;
    *memory = got;
    return 0;
}

static int armed_main(int count, char** words, char** environment)
{
    atomic_store(&g_armed, g_counted != NULL);
    const int code = g_main(count, words, environment);
    atomic_store(&g_armed, 0);
    return code;
}

EXPORT int __libc_start_main(int (*program)(int, char**, char**), int count, char** words, void (*init)(void),
                             void (*fini)(void), void (*linker)(void), void* stack)
{
    int (*next)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void), void (*)(void), void*) =
        dlsym(RTLD_NEXT, "__libc_start_main");
    const char* state = getenv("BREAK_MEMORY_STATE");
    const int fd = state == NULL ? -1 : open(state, O_RDWR | O_CLOEXEC);
    if (fd >= 0) {
        void* page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        close(fd);
        g_counted = page == MAP_FAILED ? NULL : page;
    }
    g_at = number("BREAK_MEMORY_AT");
    g_times = number("BREAK_MEMORY_TIMES");
    g_least = (size_t)number("BREAK_MEMORY_LEAST");
    g_main = program;
    return next(armed_main, count, words, init, fini, linker, stack);
}
