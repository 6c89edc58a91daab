#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/dataset/manifest.h"
#include "core/run/run_folder.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace rekindle::pretrain {

/// What a pretraining run was planned with, found unchanged.
struct PretrainInputs {
    run::PretrainSettings settings;
    std::string identity; ///< run::identityOf
    dataset::Manifest manifest;
    std::vector<std::size_t> images; ///< those that it may see, as indices into the manifest
    std::int64_t imagesPerEpoch = 0;
    Warnings warnings; ///< what is not as it was planned, and accepted
};

/// Kinds of the files it reads; Mismatch when the images are not those of the plan; Cancelled when
/// the stop was asked for while they were looked at.
[[nodiscard]] Result<PretrainInputs> readInputs(const run::RunFolder& folder,
                                                const std::stop_token& stop);

} // namespace rekindle::pretrain
