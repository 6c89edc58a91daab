#pragma once

#include <cstdint>

namespace rekindle::job {

/// What a program beside ours may do while it reads files of strangers, for itself to set: a
/// decoder that is led astray runs into these and ends alone.

/// From the start to the end: nothing is written to a file, no program gains rights, no memory
/// image is left behind; at most `files` are open, and at most `megabytes` of addresses are taken,
/// most of which are never touched (0: no limit of that).
void limitForGood(std::uint64_t files, std::uint64_t megabytes = 0);

/// The memory that one answer may take; what the program holds already is part of it.
void limitMemory(std::uint64_t megabytes);

/// Ends the program when it has computed for so long from now on; 0 ends the watch. After
/// limitForGood.
void limitTime(std::int64_t milliseconds);

} // namespace rekindle::job
