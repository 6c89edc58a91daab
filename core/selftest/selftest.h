#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rekindle::selftest {

/// "loss", "optimizer", "schedule", "views", "batchnorm".
[[nodiscard]] std::vector<std::string> kindNames();

/// Computes what the program would from the numbers given, by the very code that trains. Arrays are
/// nested lists; `dtype` is float32 or float64 (default). The reply begins with `kind` and `dtype`
/// and ends with the library's version. `pictures`: a folder for the views' PNG files; empty = none
/// are written. Kind Usage says what is missing or of the wrong form.
[[nodiscard]] Result<Json> run(const std::string& kind, const Json& request,
                               const std::filesystem::path& pictures);

} // namespace rekindle::selftest
