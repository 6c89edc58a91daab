#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/weights/weight_set.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace rekindle::train {

/// The whole state of a training loop at a step border (reliability 3.1). There is no random
/// generator in it: every draw is a function of the seed and the step.
struct Save {
    std::int64_t step = 0;         ///< updates made
    std::int64_t journalSeq = -1;  ///< last journal line that belongs to this save
    std::string settingsSha256;    ///< of job.json's settings: a save never continues another run
    Json details = Json::object(); ///< what the loop needs besides (which unit it is in, ...)
    Json clocks = Json::object();  ///< seconds trained, sittings: left out of digests
    weights::WeightSet tensors;    ///< parameters, buffers, optimiser state
};

/// Writes checkpoints/ckpt-<step> sealed, then drops all but the newest two. Kinds Space, Io.
[[nodiscard]] Result<void> writeSave(const std::filesystem::path& folder, const Save& save);

/// The newest save whose every byte is as its manifest says; damaged ones are passed over with a
/// line in the log. Empty: there is none, the run starts from the beginning. Kind Version for a
/// save of a newer program, Mismatch for one of other settings.
[[nodiscard]] Result<std::optional<Save>> newestSave(const std::filesystem::path& folder,
                                                     const std::string& settingsSha256);

} // namespace rekindle::train
