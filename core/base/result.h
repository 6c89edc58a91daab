#pragma once

#include "core/base/error.h"

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace rekindle {

/// A value or the reason why there is none. Check, then use `*r`; `value()` throws and is not used.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

/// A failure to return: `return fail(ErrorKind::Damaged, "The file ends early", path);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message,
                                                std::string subject = {}, std::string hint = {})
{
    return tl::unexpected<Error>(
        Error{kind, std::move(message), std::move(subject), std::move(hint)});
}

/// Passes somebody else's failure on.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace rekindle

#define RK_CONCAT_(a, b) a##b
#define RK_CONCAT(a, b) RK_CONCAT_(a, b)

/// `RK_TRY(const auto manifest, scanFolder(path));` declares the value or returns the error.
#define RK_TRY(declaration, ...)                                                                   \
    auto RK_CONCAT(rkResult_, __LINE__) = (__VA_ARGS__);                                           \
    if (!RK_CONCAT(rkResult_, __LINE__))                                                           \
        return ::rekindle::fail(std::move(RK_CONCAT(rkResult_, __LINE__)).error());                \
    declaration = *std::move(RK_CONCAT(rkResult_, __LINE__))

/// Returns the error of a Result whose value is not needed.
#define RK_CHECK(...)                                                                              \
    do {                                                                                           \
        if (auto rkResult_ = (__VA_ARGS__); !rkResult_)                                            \
            return ::rekindle::fail(std::move(rkResult_).error());                                 \
    } while (false)
