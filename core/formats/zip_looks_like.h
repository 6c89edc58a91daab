#pragma once

#include "core/archive/zip_reader.h"
#include "core/base/error.h"

#include <string>

namespace rekindle::formats {

/// What an archive without a checkpoint of PyTorch looks like by the names in it, and what to do:
/// kind Unknown.
[[nodiscard]] Error zipLooksLike(const archive::ZipArchive& archive, const std::string& subject);

} // namespace rekindle::formats
