#pragma once

/// In front of a function whose loops a wider processor runs in fewer steps: it is built twice, and
/// which one runs is settled when the program starts. Both give the same numbers, since neither
/// fuses multiplications with additions. Compilers that cannot do this, and sanitizers, which are
/// not up yet when the choice is made, build it once.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <immintrin.h>
#define RK_VECTORISED __attribute__((target_clones("avx2", "default")))
/// Where a function is written twice by hand, since a compiler does not see how: in front of the
/// one of that name for processors with AVX2, if this is defined, and of the other.
#define RK_FOR_AVX2 __attribute__((target("avx2")))
#define RK_OTHERWISE __attribute__((target("default")))
/// In front of what runs only where the processor was asked for it (sources with it are built with
/// -ffp-contract=off).
#define RK_FOR_AVX512 __attribute__((target("avx512f,avx512bw")))
#else
#define RK_VECTORISED
#define RK_OTHERWISE
#endif
