#include "core/base/out_of_memory.h"

#include "core/base/error.h"

#include <cstdlib>
#include <cxxabi.h>
#include <exception>
#include <new>
#include <string_view>
#include <typeinfo>
#include <unistd.h>

namespace rekindle {
namespace {

/// Whether the exception in flight, if any, is a lack of memory; told without throwing it again,
/// which would take memory.
bool lacksMemory()
{
    const std::type_info* type = abi::__cxa_current_exception_type();
    return type != nullptr &&
           (*type == typeid(std::bad_alloc) || *type == typeid(std::bad_array_new_length));
}

[[noreturn]] void onTerminate()
{
    if (!lacksMemory())
        std::abort();
    endForLackOfMemory();
}

} // namespace

void endForLackOfMemory()
{
    constexpr std::string_view kSentence = "rekindle: There is not enough memory to go on.\n";
    static_cast<void>(!::write(STDERR_FILENO, kSentence.data(), kSentence.size()));
    ::_exit(exitCode(ErrorKind::Memory));
}

void endOnLackOfMemory()
{
    std::set_terminate(onTerminate);
}

} // namespace rekindle
