#pragma once

#include "core/image/vectorised.h"

#include <cmath>
#include <cstddef>
#include <cstring>

namespace rekindle::views {

/// Vectors of float32 for loops that are built for each kind of processor (vectorised.h). Nothing
/// here has code of its own, so that it does not matter how a vector would look in a call.

using Four = float __attribute__((vector_size(16)));
using Eight = float __attribute__((vector_size(32)));
using Sixteen = float __attribute__((vector_size(64)));
inline constexpr std::size_t kFour = 4;
inline constexpr std::size_t kEight = 8;
inline constexpr std::size_t kSixteen = 16;

/// How many values there are in a vector; 1 in a float.
template <class Vector>
inline constexpr std::size_t kValues = sizeof(Vector) / sizeof(float);

template <class Vector>
RK_WITHIN void load(Vector& to, const float* from)
{
    std::memcpy(&to, from, sizeof to);
}

template <class Vector>
RK_WITHIN void store(float* to, const Vector& from)
{
    std::memcpy(to, &from, sizeof from);
}

template <class Vector>
RK_WITHIN Vector larger(const Vector& a, const Vector& b)
{
    return a > b ? a : b;
}

template <class Vector>
RK_WITHIN Vector smaller(const Vector& a, const Vector& b)
{
    return a < b ? a : b;
}

/// 0 and 1, in registers all along a loop: the compiler does not know them, or it would make two
/// steps of what is one for every processor.
template <class Vector>
struct Limits {
    Vector zero{};
    Vector one = Vector{} + 1.0f;

    RK_WITHIN Limits()
    {
#if defined(__x86_64__)
        asm("" : "+v"(zero), "+v"(one)); // NOLINT(hicpp-no-assembler)
#endif
    }
};

template <class Vector>
RK_WITHIN void clip(Vector& values, const Limits<Vector>& limits)
{
    values = smaller(larger(values, limits.zero), limits.one);
}

/// To [0, 1].
template <class Vector>
RK_WITHIN void clip(Vector& values)
{
    clip(values, Limits<Vector>());
}

/// Without the sign.
RK_WITHIN float magnitude(float value)
{
    return std::fabs(value);
}

template <class Vector>
RK_WITHIN Vector magnitude(const Vector& values)
{
    using Bits = decltype(Vector{} < Vector{});
    constexpr int kAllButSign = 0x7fffffff;
    return reinterpret_cast<Vector>(reinterpret_cast<Bits>(values) & kAllButSign);
}

/// As many values as a loop keeps in the processor's registers at a time.
template <class Vector>
struct Block {
    Vector a, b, c, d;

    static constexpr std::size_t kCount = 4 * kValues<Vector>;
};

template <class Vector>
RK_WITHIN void load(Block<Vector>& to, const float* from)
{
    load(to.a, from);
    load(to.b, from + kValues<Vector>);
    load(to.c, from + 2 * kValues<Vector>);
    load(to.d, from + 3 * kValues<Vector>);
}

template <class Vector>
RK_WITHIN void store(float* to, const Block<Vector>& from)
{
    store(to, from.a);
    store(to + kValues<Vector>, from.b);
    store(to + 2 * kValues<Vector>, from.c);
    store(to + 3 * kValues<Vector>, from.d);
}

template <class Vector>
RK_WITHIN void add(Block<Vector>& to, const Block<Vector>& more)
{
    to.a += more.a;
    to.b += more.b;
    to.c += more.c;
    to.d += more.d;
}

template <class Vector>
RK_WITHIN void scale(Block<Vector>& block, float factor)
{
    block.a *= factor;
    block.b *= factor;
    block.c *= factor;
    block.d *= factor;
}

template <class Vector>
RK_WITHIN void clip(Block<Vector>& block, const Limits<Vector>& limits)
{
    clip(block.a, limits);
    clip(block.b, limits);
    clip(block.c, limits);
    clip(block.d, limits);
}

} // namespace rekindle::views
