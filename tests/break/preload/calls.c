/* Preloaded into the program under test. Watches the calls by which it changes files below one folder, and at one of
 * them kills the process, fails the call, or cuts a write short; or writes all of them into a log from which the
 * folder can be built again as it stood at any moment. The counter is shared by the program and its worker.
 *
 *   BREAK_ROOT    folder; calls that reach elsewhere are passed on and not counted
 *   BREAK_STATE   file of one page: the counter, and what was hit
 *   BREAK_CALLS   names of the calls to count, by commas; empty: all but read and close
 *   BREAK_FAULT   kill, short, or a name of errno (ENOSPC, EIO, EACCES, EINTR, EROFS, EDQUOT)
 *   BREAK_AT      the number of the call that is hit; 0: none, only count
 *   BREAK_TIMES   how many calls from there on; 0: all that follow
 *   BREAK_IN      worker or caller: count in that process alone
 *   BREAK_LOG     file to write the calls into
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
#define EXPORT __attribute__((visibility("default")))

enum fault { NONE, KILL, SHORT, ERROR };

struct state {
    atomic_long counted; /* calls so far */
    atomic_long hit;     /* calls that were failed */
    atomic_int lock;     /* held while a call is made and logged */
    char what[3000];     /* the first call that was hit */
};

/* One record of the log; the two texts follow it. */
struct record {
    uint32_t magic, process;
    char name[12];
    int32_t fd;
    int64_t number, offset;
    uint32_t first, second;
};

static char g_root[PATH_MAX];
static size_t g_root_length;
static char g_calls[1024];
static struct state* g_state;
static enum fault g_fault;
static int g_errno;
static long g_at, g_times;
static int g_log = -1;
static unsigned char g_below[FILES]; /* descriptors that lie below the root */

static long number(const char* name)
{
    const char* text = getenv(name);
    return text == NULL ? 0 : strtol(text, NULL, 10);
}

static int is_worker(void)
{
    char line[4096];
    const int fd = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/cmdline", O_RDONLY);
    const ssize_t got = fd < 0 ? 0 : syscall(SYS_read, fd, line, sizeof line - 1);
    if (fd >= 0)
        syscall(SYS_close, fd);
    if (got <= 0)
        return 0;
    line[got] = 0;
    const size_t first = strlen(line) + 1;
    return (ssize_t)first < got && strcmp(line + first, "work") == 0;
}

static int error_of(const char* name)
{
    static const struct {
        const char* name;
        int code;
    } known[] = {{"ENOSPC", ENOSPC}, {"EIO", EIO},       {"EACCES", EACCES},
                 {"EINTR", EINTR},   {"EROFS", EROFS},   {"EDQUOT", EDQUOT}};
    for (size_t i = 0; i < sizeof known / sizeof *known; ++i)
        if (strcmp(known[i].name, name) == 0)
            return known[i].code;
    return EIO;
}

__attribute__((constructor)) static void begin(void)
{
    const char* root = getenv("BREAK_ROOT");
    const char* state = getenv("BREAK_STATE");
    const char* in = getenv("BREAK_IN");
    if (root == NULL || state == NULL)
        return;
    if (in != NULL && *in != 0 && (strcmp(in, "worker") == 0) != is_worker())
        return;
    const int fd = (int)syscall(SYS_openat, AT_FDCWD, state, O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return;
    void* page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    syscall(SYS_close, fd);
    if (page == MAP_FAILED)
        return;
    if (getenv("BREAK_CALLS") != NULL)
        snprintf(g_calls, sizeof g_calls, ",%s,", getenv("BREAK_CALLS"));
    const char* fault = getenv("BREAK_FAULT");
    if (fault == NULL || *fault == 0)
        g_fault = NONE;
    else if (strcmp(fault, "kill") == 0)
        g_fault = KILL;
    else if (strcmp(fault, "short") == 0)
        g_fault = SHORT;
    else {
        g_fault = ERROR;
        g_errno = error_of(fault);
    }
    g_at = number("BREAK_AT");
    g_times = number("BREAK_TIMES");
    if (getenv("BREAK_LOG") != NULL)
        g_log = (int)syscall(SYS_openat, AT_FDCWD, getenv("BREAK_LOG"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    /* Above what the program closes for its children. */
    if (g_log >= 0 && g_log < 900) {
        const int high = (int)syscall(SYS_fcntl, g_log, F_DUPFD_CLOEXEC, 900);
        if (high >= 0) {
            syscall(SYS_close, g_log);
            g_log = high;
        }
    }
    snprintf(g_root, sizeof g_root, "%s", root);
    g_root_length = strlen(g_root);
    g_state = page;
}

/* The path as an absolute one, in `whole`. */
static void absolute(int at, const char* path, char* whole)
{
    if (path[0] == '/') {
        snprintf(whole, PATH_MAX, "%s", path);
        return;
    }
    char link[64], base[PATH_MAX];
    if (at == AT_FDCWD)
        snprintf(link, sizeof link, "/proc/self/cwd");
    else
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    const ssize_t got = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
    base[got < 0 ? 0 : got] = 0;
    if (path[0] == 0)
        snprintf(whole, PATH_MAX, "%s", base);
    else if ((size_t)snprintf(whole, PATH_MAX, "%s/%s", base, path) >= PATH_MAX)
        whole[0] = 0;
}

static int below(const char* whole)
{
    return g_state != NULL && strncmp(whole, g_root, g_root_length) == 0 &&
           (whole[g_root_length] == '/' || whole[g_root_length] == 0);
}

static int known(int fd)
{
    return g_state != NULL && fd >= 0 && fd < FILES && g_below[fd];
}

static int chosen(const char* name)
{
    if (g_calls[0] == 0 || g_calls[1] == ',')
        return strcmp(name, "read") != 0 && strcmp(name, "close") != 0;
    char with[32];
    snprintf(with, sizeof with, ",%s,", name);
    return strstr(g_calls, with) != NULL;
}

/* Counts a call; whether it is to be hit. */
static int counted(const char* name, const char* path, int fd)
{
    if (!chosen(name))
        return 0;
    const long mine = atomic_fetch_add(&g_state->counted, 1) + 1;
    if (g_fault == NONE || g_at == 0 || mine < g_at || (g_times > 0 && mine >= g_at + g_times))
        return 0;
    if (atomic_fetch_add(&g_state->hit, 1) == 0) {
        char link[64], file[PATH_MAX] = "";
        if (path == NULL) {
            snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
            const ssize_t got = syscall(SYS_readlinkat, AT_FDCWD, link, file, sizeof file - 1);
            file[got < 0 ? 0 : got] = 0;
            path = file;
        }
        snprintf(g_state->what, sizeof g_state->what, "%s %s%s", name,
                 strncmp(path, g_root, g_root_length) == 0 ? path + g_root_length : path, is_worker() ? " (worker)" : "");
    }
    if (g_fault == KILL)
        syscall(SYS_kill, getpid(), SIGKILL);
    return 1;
}


static void hold(void)
{
    if (g_log < 0)
        return;
    int free = 0;
    while (!atomic_compare_exchange_weak(&g_state->lock, &free, 1)) {
        free = 0;
        syscall(SYS_sched_yield);
    }
}

static void drop(void)
{
    if (g_log >= 0)
        atomic_store(&g_state->lock, 0);
}

static void note(const char* name, int fd, int64_t with, int64_t offset, const void* first, size_t firstLength,
                 const void* second, size_t secondLength)
{
    if (g_log < 0)
        return;
    struct record record = {.magic = 0x4b455242, .process = (uint32_t)getpid(), .fd = fd, .number = with,
                            .offset = offset, .first = (uint32_t)firstLength, .second = (uint32_t)secondLength};
    snprintf(record.name, sizeof record.name, "%s", name);
    const struct iovec parts[] = {{&record, sizeof record}, {(void*)first, firstLength}, {(void*)second, secondLength}};
    syscall(SYS_writev, g_log, parts, 3);
}

static int opened(int at, const char* path, int flags, mode_t mode)
{
    char whole[PATH_MAX];
    if (g_state == NULL)
        return (int)syscall(SYS_openat, at, path, flags, mode);
    absolute(at, path, whole);
    const int ours = below(whole);
    const int saved = errno;
    /* Looking is no change; only the opening of something to be written counts. */
    const int changes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
    if (ours && counted(changes ? "open" : "read", whole, -1)) {
        if (g_fault == ERROR) {
            errno = g_errno;
            return -1;
        }
    }
    errno = saved;
    if (ours)
        hold();
    const int fd = (int)syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && fd < FILES)
        g_below[fd] = (unsigned char)ours;
    if (ours) {
        if (fd >= 0)
            note("open", fd, flags, 0, whole, strlen(whole), NULL, 0);
        drop();
    }
    return fd;
}

static mode_t mode_of(int flags, va_list more)
{
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(more, mode_t) : 0;
}

#define OPEN(name)                                                                                                     \
    EXPORT int name(const char* path, int flags, ...)                                                                  \
    {                                                                                                                  \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        const mode_t mode = mode_of(flags, more);                                                                      \
        va_end(more);                                                                                                  \
        return opened(AT_FDCWD, path, flags, mode);                                                                    \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                   \
    EXPORT int name(int at, const char* path, int flags, ...)                                                          \
    {                                                                                                                  \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        const mode_t mode = mode_of(flags, more);                                                                      \
        va_end(more);                                                                                                  \
        return opened(at, path, flags, mode);                                                                          \
    }
OPENAT(openat)
OPENAT(openat64)

EXPORT int __open_2(const char* path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
EXPORT int __open64_2(const char* path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
EXPORT int __openat_2(int at, const char* path, int flags) { return opened(at, path, flags, 0); }
EXPORT int __openat64_2(int at, const char* path, int flags) { return opened(at, path, flags, 0); }

EXPORT int close(int fd)
{
    if (!known(fd))
        return (int)syscall(SYS_close, fd);
    const int hit = counted("close", NULL, fd) && g_fault == ERROR;
    hold();
    g_below[fd] = 0;
    note("close", fd, 0, 0, NULL, 0, NULL, 0);
    const int result = (int)syscall(SYS_close, fd);
    drop();
    if (!hit)
        return result;
    errno = g_errno;
    return -1;
}

/* A write at `offset`, or where the descriptor stands (-1). */
static ssize_t written(int fd, const void* bytes, size_t count, off_t offset)
{
    if (known(fd) && counted("write", NULL, fd)) {
        if (g_fault == ERROR) {
            errno = g_errno;
            return -1;
        }
        if (g_fault == SHORT && count > 1)
            count /= 2;
    }
    if (!known(fd))
        return offset < 0 ? syscall(SYS_write, fd, bytes, count) : syscall(SYS_pwrite64, fd, bytes, count, offset);
    hold();
    const ssize_t done =
        offset < 0 ? syscall(SYS_write, fd, bytes, count) : syscall(SYS_pwrite64, fd, bytes, count, offset);
    if (done > 0) {
        const off_t end = offset < 0 ? syscall(SYS_lseek, fd, 0, SEEK_CUR) : offset + done;
        note("write", fd, 0, end - done, bytes, (size_t)done, NULL, 0);
    }
    drop();
    return done;
}

EXPORT ssize_t write(int fd, const void* bytes, size_t count) { return written(fd, bytes, count, -1); }
EXPORT ssize_t pwrite(int fd, const void* bytes, size_t count, off_t at) { return written(fd, bytes, count, at); }
EXPORT ssize_t pwrite64(int fd, const void* bytes, size_t count, off_t at) { return written(fd, bytes, count, at); }

static ssize_t taken(int fd, void* bytes, size_t count, off_t offset)
{
    if (known(fd) && counted("read", NULL, fd)) {
        if (g_fault == ERROR) {
            errno = g_errno;
            return -1;
        }
        if (g_fault == SHORT && count > 1)
            count /= 2;
    }
    return offset < 0 ? syscall(SYS_read, fd, bytes, count) : syscall(SYS_pread64, fd, bytes, count, offset);
}

EXPORT ssize_t read(int fd, void* bytes, size_t count) { return taken(fd, bytes, count, -1); }
EXPORT ssize_t pread(int fd, void* bytes, size_t count, off_t at) { return taken(fd, bytes, count, at); }
EXPORT ssize_t pread64(int fd, void* bytes, size_t count, off_t at) { return taken(fd, bytes, count, at); }

/* A call on a descriptor that is counted, may fail, and is logged when it succeeds. */
#define ON_DESCRIPTOR(shown, call, with)                                                                         \
    if (known(fd) && counted(shown, NULL, fd) && g_fault == ERROR) {                                                   \
        errno = g_errno;                                                                                               \
        return -1;                                                                                                     \
    }                                                                                                                  \
    if (!known(fd))                                                                                                    \
        return (int)(call);                                                                                            \
    hold();                                                                                                            \
    const int result = (int)(call);                                                                                    \
    if (result == 0)                                                                                                   \
        note(shown, fd, with, 0, NULL, 0, NULL, 0);                                                                    \
    drop();                                                                                                            \
    return result

EXPORT int fsync(int fd) { ON_DESCRIPTOR("fsync", syscall(SYS_fsync, fd), 0); }
EXPORT int fdatasync(int fd) { ON_DESCRIPTOR("fsync", syscall(SYS_fdatasync, fd), 0); }
EXPORT int ftruncate(int fd, off_t size) { ON_DESCRIPTOR("ftruncate", syscall(SYS_ftruncate, fd, size), size); }
EXPORT int ftruncate64(int fd, off_t size) { ON_DESCRIPTOR("ftruncate", syscall(SYS_ftruncate, fd, size), size); }

/* The same for a call on one or two paths. */
static int on_paths(const char* shown, int from, const char* path, int to, const char* other, long number, int64_t with,
                    long a, long b)
{
    char first[PATH_MAX], second[PATH_MAX] = "";
    int ours = 0;
    if (g_state != NULL) {
        absolute(from, path, first);
        ours = below(first);
        if (other != NULL) {
            absolute(to, other, second);
            ours = ours || below(second);
        }
        if (ours && counted(shown, first, -1) && g_fault == ERROR) {
            errno = g_errno;
            return -1;
        }
    }
    if (ours)
        hold();
    const int result = (int)(other != NULL ? syscall(number, from, path, to, other, a) : syscall(number, from, path, a, b));
    if (ours) {
        if (result == 0)
            note(shown, -1, with, 0, first, strlen(first), second, strlen(second));
        drop();
    }
    return result;
}

EXPORT int renameat2(int from, const char* path, int to, const char* other, unsigned flags)
{
    return on_paths("rename", from, path, to, other, SYS_renameat2, flags, (long)flags, 0);
}
EXPORT int renameat(int from, const char* path, int to, const char* other)
{
    return on_paths("rename", from, path, to, other, SYS_renameat2, 0, 0, 0);
}
EXPORT int rename(const char* path, const char* other)
{
    return on_paths("rename", AT_FDCWD, path, AT_FDCWD, other, SYS_renameat2, 0, 0, 0);
}
EXPORT int linkat(int from, const char* path, int to, const char* other, int flags)
{
    return on_paths("link", from, path, to, other, SYS_linkat, 0, flags, 0);
}
EXPORT int link(const char* path, const char* other)
{
    return on_paths("link", AT_FDCWD, path, AT_FDCWD, other, SYS_linkat, 0, 0, 0);
}
EXPORT int unlinkat(int at, const char* path, int flags)
{
    return on_paths("unlink", at, path, 0, NULL, SYS_unlinkat, flags, flags, 0);
}
EXPORT int unlink(const char* path) { return on_paths("unlink", AT_FDCWD, path, 0, NULL, SYS_unlinkat, 0, 0, 0); }
EXPORT int rmdir(const char* path)
{
    return on_paths("unlink", AT_FDCWD, path, 0, NULL, SYS_unlinkat, AT_REMOVEDIR, AT_REMOVEDIR, 0);
}
EXPORT int remove(const char* path)
{
    const int result = unlink(path);
    return result != 0 && errno == EISDIR ? rmdir(path) : result;
}
EXPORT int mkdirat(int at, const char* path, mode_t mode)
{
    return on_paths("mkdir", at, path, 0, NULL, SYS_mkdirat, (int64_t)mode, (long)mode, 0);
}
EXPORT int mkdir(const char* path, mode_t mode)
{
    return on_paths("mkdir", AT_FDCWD, path, 0, NULL, SYS_mkdirat, (int64_t)mode, (long)mode, 0);
}
