#pragma once

#include "core/dataset/manifest.h"
#include "core/storage/digest.h"

namespace rekindle::dataset {

/// What an image is, for hashes: its file's relative path and content, and which of the file's
/// images it is where there are several. A name ends in a zero byte, which no name holds: "a" +
/// "bc" is not "ab" + "c".
void addContent(storage::Sha256& hash, const Manifest& manifest, const ImageEntry& image);

} // namespace rekindle::dataset
