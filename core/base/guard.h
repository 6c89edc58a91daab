#pragma once

#include "core/base/result.h"

#include <exception>
#include <new>
#include <system_error>
#include <type_traits>
#include <utility>

namespace rekindle {

/// Runs code of a library that throws and turns what it throws into an Error, so that no exception
/// crosses a folder. `body` returns a Result.
template <class Body>
auto guard(const std::string& subject, Body&& body) -> std::invoke_result_t<Body>
{
    try {
        return std::forward<Body>(body)();
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Memory, "There is not enough memory for this step", subject,
                    "Close other programs, or use a smaller batch or image size.");
    } catch (const std::system_error& error) {
        // What a thread that cannot be started is told with.
        if (error.code() == std::errc::resource_unavailable_try_again ||
            error.code() == std::errc::not_enough_memory)
            return fail(ErrorKind::Memory,
                        "The system gives this program no more threads or memory", subject,
                        "Close other programs, then try again.");
        return fail(ErrorKind::Internal, error.what(), subject);
    } catch (const std::exception& error) {
        return fail(ErrorKind::Internal, error.what(), subject);
    }
}

} // namespace rekindle
