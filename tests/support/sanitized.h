#pragma once

namespace rekindle::test {

/// Whether this program was built with a sanitizer: slower, larger, and with so many addresses of
/// its own that no limit on them can be tried.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

/// By what a limit on time or memory is multiplied.
inline constexpr int kPatience = kSanitized ? 15 : 1;

} // namespace rekindle::test
