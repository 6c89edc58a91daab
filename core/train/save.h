#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/weights/weight_set.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace rekindle::train {

/// The whole state of a training loop at a step border (reliability 3.1). There is no random
/// generator in it: every draw is a function of the seed and the step.
struct Save {
    std::int64_t step = 0;         ///< steps done; orders the saves of a run
    std::int64_t journalSeq = -1;  ///< last journal line that belongs to this save
    std::string identity;          ///< of the run (run::identityOf): it never continues another
    Json details = Json::object(); ///< what the loop needs besides (which unit it is in, ...)
    Json clocks = Json::object();  ///< seconds trained, sittings: left out of digests
    weights::WeightSet tensors;    ///< parameters, buffers, optimiser state
};

/// Writes checkpoints/ckpt-<step> sealed; when it stands, keeps the newest other save that is whole
/// and drops the older ones. Nothing is removed before. A damaged save that is met is set aside
/// under another name ("damaged-ckpt-...") and told ("save_set_aside"). Kinds Space, Io.
[[nodiscard]] Result<Warnings> writeSave(const std::filesystem::path& folder, const Save& save);

/// What a run continues from.
struct FoundSave {
    std::optional<Save> save; ///< empty: nothing was ever saved, the run starts from the beginning
    Warnings warnings;        ///< saves that were set aside, now or earlier ("save_set_aside")
};

/// The newest save whose every byte is as its manifest says; damaged ones are set aside. Kind
/// Damaged when there are only damaged ones: a run does not start over by itself. Version for a
/// save of a newer program, Mismatch for one of another run; Io and Memory say nothing about the
/// save and are passed on: it may be read the next time.
[[nodiscard]] Result<FoundSave> newestSave(const std::filesystem::path& folder,
                                           const std::string& identity);

} // namespace rekindle::train
