# Flags that every target of ours shares: warnings, hardening, sanitizers.

option(REKINDLE_FEW_TEXTS "Compile several sources of a target as one text" OFF)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# -O2 is what the hardened flags ask for; NDEBUG stays off so that RK_ASSERT can be told apart by build type.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DREKINDLE_RELEASE")

add_library(rekindle_flags INTERFACE)
target_compile_options(rekindle_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Werror
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
if(REKINDLE_FEW_TEXTS)
    # A name within a function may be another source's own; what a source keeps to itself is not in a header.
    target_compile_options(rekindle_flags INTERFACE -Wno-shadow -Wno-subobject-linkage)
endif()

if(REKINDLE_SANITIZE)
    # Enough for a readable report, at half of the compile time. With the checks in between gcc takes values for
    # uninitialised that are not.
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
    target_compile_options(rekindle_flags INTERFACE -Wno-error=maybe-uninitialized)
    target_compile_options(rekindle_flags INTERFACE
        -fsanitize=${REKINDLE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize=vptr)
    target_link_options(rekindle_flags INTERFACE -fsanitize=${REKINDLE_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    # The hardened library wants an optimised program; of tests only what they test is that.
    target_compile_options(rekindle_flags INTERFACE
        $<IF:$<BOOL:$<TARGET_PROPERTY:REKINDLE_IS_TEST>>,-O0,-D_FORTIFY_SOURCE=2>
        -D_GLIBCXX_ASSERTIONS -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
    target_link_options(rekindle_flags INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed)
endif()
