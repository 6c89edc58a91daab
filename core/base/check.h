#pragma once

namespace rekindle {

/// Reports a broken invariant of ours and aborts. Never for bad input.
[[noreturn]] void assertionFailed(const char* expression, const char* file, int line);

} // namespace rekindle

/// A condition that our own code guarantees. Bad input is an Error, never an assertion.
#define RK_ASSERT(condition)                                                                       \
    do {                                                                                           \
        if (!(condition))                                                                          \
            ::rekindle::assertionFailed(#condition, __FILE__, __LINE__);                           \
    } while (false)
