#pragma once

/// In front of a function whose loops a wider processor runs in fewer steps: it is built twice, and
/// which one runs is settled when the program starts. Both give the same numbers, since neither
/// fuses multiplications with additions. Compilers that cannot do this, and sanitizers, which are
/// not up yet when the choice is made, build it once.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <immintrin.h>
#define RK_VECTORISED __attribute__((target_clones("avx2", "default")))
/// Where a function is written several times by hand, since a compiler does not see how: in front
/// of those of that name for processors with AVX-512 and with AVX2, if these are defined, and of
/// the one for all others. What is for AVX-512 alone runs only where the processor was asked for
/// it. AVX-512 could fuse multiplications with additions: its sources are built with
/// -ffp-contract=off.
#define RK_FOR_AVX512 __attribute__((target("avx512f,avx512bw")))
#define RK_FOR_AVX2 __attribute__((target("avx2")))
#define RK_OTHERWISE __attribute__((target("default")))
#else
#define RK_VECTORISED
#define RK_OTHERWISE
#endif

/// In front of what has no code of its own and becomes part of the function that calls it, so that
/// it is built for that one's processor.
#define RK_WITHIN inline __attribute__((always_inline))
