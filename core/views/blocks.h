#pragma once

#include <cstddef>
#include <cstring>

namespace rekindle::views {

/// Vectors of float32 for loops under RK_VECTORISED, whatever the processor's own are wide. They
/// are handed over by reference, since what they look like in a call depends on the processor.

using Four = float __attribute__((vector_size(16)));
using Eight = float __attribute__((vector_size(32)));
inline constexpr std::size_t kFour = 4;
inline constexpr std::size_t kEight = 8;

/// As many values as a loop keeps in the processor's registers at a time.
struct Block {
    Eight a, b, c, d;
};
inline constexpr std::size_t kBlock = 4 * kEight;

template <class Vector>
inline __attribute__((always_inline)) void load(Vector& to, const float* from)
{
    std::memcpy(&to, from, sizeof to);
}

template <class Vector>
inline __attribute__((always_inline)) void store(float* to, const Vector& from)
{
    std::memcpy(to, &from, sizeof from);
}

inline __attribute__((always_inline)) void load(Block& to, const float* from)
{
    load(to.a, from);
    load(to.b, from + kEight);
    load(to.c, from + 2 * kEight);
    load(to.d, from + 3 * kEight);
}

inline __attribute__((always_inline)) void store(float* to, const Block& from)
{
    store(to, from.a);
    store(to + kEight, from.b);
    store(to + 2 * kEight, from.c);
    store(to + 3 * kEight, from.d);
}

inline __attribute__((always_inline)) void add(Block& to, const Block& more)
{
    to.a += more.a;
    to.b += more.b;
    to.c += more.c;
    to.d += more.d;
}

inline __attribute__((always_inline)) void scale(Block& block, float factor)
{
    block.a *= factor;
    block.b *= factor;
    block.c *= factor;
    block.d *= factor;
}

inline __attribute__((always_inline)) void clip(Eight& values)
{
    values = values > 0.0f ? values : Eight{};
    values = values < 1.0f ? values : Eight{} + 1.0f;
}

/// To [0, 1].
inline __attribute__((always_inline)) void clip(Block& block)
{
    clip(block.a);
    clip(block.b);
    clip(block.c);
    clip(block.d);
}

} // namespace rekindle::views
