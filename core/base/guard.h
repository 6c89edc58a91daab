#pragma once

#include "core/base/result.h"

#include <exception>
#include <new>
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
    } catch (const std::exception& error) {
        return fail(ErrorKind::Internal, error.what(), subject);
    }
}

} // namespace rekindle
