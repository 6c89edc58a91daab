#pragma once

#include "core/formats/format.h"

namespace rekindle::formats {

/// Asks the containers in their order whose bytes these are, and reads the table. Kinds of
/// CheckpointFormat::read, of reading, and looksLike's for a file that is none of them.
[[nodiscard]] Result<std::unique_ptr<StoredTensors>>
openTensors(storage::FileParts& parts, std::span<const CheckpointFormat> containers = formats());

} // namespace rekindle::formats
