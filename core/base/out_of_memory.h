#pragma once

namespace rekindle {

/// Where nothing can catch it (a thread of a library, a destructor, a library that is being loaded)
/// a lack of memory would abort the program. From now on it says so in one sentence and exits with
/// 4, as exitCode(ErrorKind::Memory). Called first of all.
void endOnLackOfMemory();

/// That sentence and that end, at once; takes no memory itself.
[[noreturn]] void endForLackOfMemory();

} // namespace rekindle
