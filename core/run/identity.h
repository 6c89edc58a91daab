#pragma once

#include "core/run/settings.h"

#include <string>

namespace rekindle::run {

/// SHA-256 (hexadecimal) over what decides a run's numbers: the settings that do, and the content
/// hashes of images, split and start weights (of scores: of every target). No path, no name for
/// people, no thread count and no device is in it, so that a run that was moved, renamed or copied
/// to another computer stays the same run. (Another number of compute threads or another device
/// adds in another order and may change the last digits; environment.json tells of both.)
///
/// A setting that the run's file does not hold is left out: a setting that a later version brings,
/// with a default that changes nothing, leaves the identity of every earlier run as it was.
[[nodiscard]] std::string identityOf(const PretrainSettings& settings);
[[nodiscard]] std::string identityOf(const ScoreSettings& settings);

} // namespace rekindle::run
