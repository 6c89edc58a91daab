#pragma once

#include "core/base/warning.h"
#include "core/run/run_folder.h"

#include <optional>

namespace rekindle::run {

/// The loss of a network that tells no image from another, by the method's own words
/// (specs::MethodSpec::uninformedLoss), nats; nothing where the method cannot say it.
/// `labelEntropy`: of the classes' shares, for methods that learn from labels; 0 = not known.
[[nodiscard]] std::optional<double> uninformedLoss(const PretrainSettings& settings,
                                                   double labelEntropy = 0);

/// Whether a pretraining that is done learned anything: "learned_nothing" where the mean loss of
/// its last pass is no lower than that, or
/// than what its journal says. Empty for other runs, and for a journal that cannot be
/// read.
[[nodiscard]] Warnings lossWarnings(const RunFolder& run);

} // namespace rekindle::run
