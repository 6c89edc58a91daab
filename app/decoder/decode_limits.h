#pragma once

#include <cstdint>

namespace rekindle::decoder {

/// What holds from the start to the end: no file is opened or written, no process started, no
/// memory image left behind; the memory that the program may ever take.
void limitForGood();

/// The memory that one frame may take; what the program holds already is part of it.
void limitMemory(std::uint32_t megabytes);

/// Ends the program when it has computed for so long from now on; 0 ends the watch.
void limitTime(std::uint32_t milliseconds);

} // namespace rekindle::decoder
