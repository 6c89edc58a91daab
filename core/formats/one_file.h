#pragma once

#include "core/formats/format.h"

namespace rekindle::formats {

/// Tables of the containers that are one file and nothing beside it. Kinds as
/// CheckpointFormat::read.
[[nodiscard]] Result<std::unique_ptr<StoredTensors>>
readSafetensorsFile(std::shared_ptr<const storage::InputFile> file);
[[nodiscard]] Result<std::unique_ptr<StoredTensors>>
readTorchZipFile(std::shared_ptr<const storage::InputFile> file);
[[nodiscard]] Result<std::unique_ptr<StoredTensors>>
readTorchLegacyFile(std::shared_ptr<const storage::InputFile> file);

} // namespace rekindle::formats
