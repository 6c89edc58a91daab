#pragma once

#include <string>
#include <string_view>

namespace rekindle {

/// What kind of thing went wrong. A kind exists because some caller branches on it; the command
/// line turns it into an exit code and a stable word in its JSON.
enum class ErrorKind {
    Usage,      ///< wrong command line or setting
    NotFound,   ///< a file or folder is not there
    Unknown,    ///< not a format we read ("not mine")
    Damaged,    ///< our format, but broken ("mine, but broken")
    Limit,      ///< over a stated limit
    Mismatch,   ///< things that do not fit together (another architecture, changed images)
    Version,    ///< written by a newer program
    Space,      ///< no room on the disk
    Memory,     ///< no memory on host or GPU
    Device,     ///< no such device, or it failed
    Io,         ///< reading or writing failed
    Busy,       ///< another process holds it
    Cancelled,  ///< paused or cancelled on request
    WorkerDied, ///< a worker process ended without a word
    Diverged,   ///< training left the numbers: the loss is not finite
    Internal    ///< a broken promise of our own; please report
};

/// A failure as a value. `message` says what happened in plain words, `subject` the file, layer or
/// setting concerned, `hint` what the user can do. Message and hint are sentences without the
/// subject's path in them; front ends put the three together.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string message;
    std::string subject;
    std::string hint;
};

/// The stable word for a kind, as in the JSON of the command line ("damaged", "space", ...).
[[nodiscard]] std::string_view kindName(ErrorKind kind);

/// The exit code of the command line for a kind: 1 failed while running, 2 usage, 3 bad input,
/// 4 space or memory, 5 paused or cancelled.
[[nodiscard]] int exitCode(ErrorKind kind);

/// One line for people: "<message>: <subject>. <hint>".
[[nodiscard]] std::string describe(const Error& error);

} // namespace rekindle
