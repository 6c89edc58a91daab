#pragma once

#include "core/base/error.h"

#include <string>

namespace rekindle::dataset {

/// One file that was left out, and why. `kind` is "damaged", "limit", "unknown", "io", "empty" or
/// "hidden"; "table" for a row of a table that fits no image.
struct Problem {
    std::string file;
    std::string kind;
    std::string message;
};

/// The Problem's word for an error that a picture met.
[[nodiscard]] std::string problemKind(ErrorKind kind);

/// "message. hint" of an error, as a Problem carries it.
[[nodiscard]] std::string problemMessage(const Error& error);

} // namespace rekindle::dataset
