#pragma once

#include "core/base/result.h"

#include <QtTest/QtTest>

/// Fails the test with the error's own sentence when a Result holds none.
#define RK_VERIFY_OK(...)                                                                          \
    do {                                                                                           \
        if (const auto& rkChecked_ = (__VA_ARGS__); !rkChecked_) {                                 \
            QFAIL(::rekindle::describe(rkChecked_.error()).c_str());                               \
        }                                                                                          \
    } while (false)

/// Declares the value of a Result or fails the test.
#define RK_UNWRAP(declaration, ...)                                                                \
    auto RK_CONCAT(rkUnwrap_, __LINE__) = (__VA_ARGS__);                                           \
    if (!RK_CONCAT(rkUnwrap_, __LINE__))                                                           \
        QFAIL(::rekindle::describe(RK_CONCAT(rkUnwrap_, __LINE__).error()).c_str());               \
    declaration = *std::move(RK_CONCAT(rkUnwrap_, __LINE__))

/// The Result must be an error of this kind.
#define RK_VERIFY_FAILS(expectedKind, ...)                                                         \
    do {                                                                                           \
        const auto& rkChecked_ = (__VA_ARGS__);                                                    \
        QVERIFY2(!rkChecked_.has_value(), "this should have failed: " #__VA_ARGS__);               \
        QCOMPARE(std::string(::rekindle::kindName(rkChecked_.error().kind)),                       \
                 std::string(::rekindle::kindName(expectedKind)));                                 \
    } while (false)
