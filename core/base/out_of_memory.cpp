#include "core/base/out_of_memory.h"

#include "core/base/error.h"

#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>
#include <unistd.h>

namespace rekindle {
namespace {

/// Whether the exception in flight, if any, is a lack of memory.
bool lacksMemory()
{
    const std::exception_ptr current = std::current_exception();
    if (!current)
        return false;
    try {
        std::rethrow_exception(current);
    } catch (const std::bad_alloc&) {
        return true;
    } catch (...) {
        return false;
    }
}

[[noreturn]] void onTerminate()
{
    if (!lacksMemory())
        std::abort();
    constexpr std::string_view kSentence = "rekindle: There is not enough memory to go on.\n";
    static_cast<void>(!::write(STDERR_FILENO, kSentence.data(), kSentence.size()));
    ::_exit(exitCode(ErrorKind::Memory));
}

} // namespace

void endOnLackOfMemory()
{
    std::set_terminate(onTerminate);
}

} // namespace rekindle
