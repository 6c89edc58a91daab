#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/memory/estimate.h"

#include <string>

namespace rekindle::memory {

/// Settles a precision that was left open ("auto"): bf16 where the place computes in it
/// (`computesInHalf`), else fp32. Another stays as it is.
void settlePrecision(run::PretrainSettings& settings, bool half);

/// Chooses how a run is worked off, so that it fits into the limit that its settings name: as it
/// is; with maps computed again on the way back, which changes no number; in as few pieces as it
/// takes, which changes the groups that batch norm sees and nothing else. Before that, the
/// precision is settled for the place. What the settings ask for anyway stays asked for, and the
/// batch is never made smaller. Kind Memory names the smallest limit that would do; Usage as
/// `estimate`.
[[nodiscard]] Result<run::PretrainSettings> fit(run::PretrainSettings settings,
                                                const Workplace& place);

/// How a run is worked off, and what it then takes: "About 2.4 GiB of 6.0 GiB: maps are computed
/// again on the way back". Empty without a limit.
[[nodiscard]] std::string sentence(const run::PretrainSettings& settings, const Estimate& estimate);
/// `limit`, `estimate`, `chosen` {precision, recompute, pieces}; null without a limit.
[[nodiscard]] Json choiceJson(const run::PretrainSettings& settings, const Estimate& estimate);

/// What working a batch off in pieces means for the result ("normalised_in_pieces").
[[nodiscard]] Warnings pieceWarnings(const run::PretrainSettings& settings);

} // namespace rekindle::memory
