#pragma once

#include "core/specs/spec.h"

namespace rekindle::specs {

/// Learning from labels, which self-supervised methods are held against; it has no settings beside
/// those of all methods.
[[nodiscard]] MethodSpec supervisedSpec();

} // namespace rekindle::specs
