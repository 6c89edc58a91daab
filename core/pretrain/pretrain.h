#pragma once

#include "core/base/result.h"
#include "core/run/run_control.h"
#include "core/run/run_folder.h"

namespace rekindle::model {
class Replica;
}

namespace rekindle::pretrain {

/// Works a pretraining run off from where its folder stands and writes everything it makes there:
/// metrics.jsonl line by line, checkpoints/ every few minutes and at each snapshot, snapshots/ at
/// the asked epochs (0: the start weights), backbone.safetensors at the end. A run that was killed
/// and resumed ends bit-identical to one that was not: batches, views and rates are functions of
/// the step, and the rest is in the save.
///
/// Kinds: those of the files it reads; Mismatch when images or weights changed since it was
/// planned; Diverged when the loss stops being a number; Memory, Device, Space, Io.
[[nodiscard]] Result<run::Outcome> runPretraining(const run::RunFolder& folder,
                                                  run::RunControl& control);

/// The same as one of several replicas: all read the folder, and the first one alone writes to it.
/// They stop together, whichever's control was asked.
[[nodiscard]] Result<run::Outcome> runPretraining(const run::RunFolder& folder,
                                                  run::RunControl& control,
                                                  const model::Replica& replica);

} // namespace rekindle::pretrain
