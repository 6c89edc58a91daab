#pragma once

#include "pickle_value.h"
#include "torch_tensors.h"

#include <rekindle/base/result.h>

#include <optional>
#include <string>

namespace rekindle::checkpoint {

/// What one of PyTorch's calls that rebuild a tensor would have made, without making it. Empty for
/// an object that is not a tensor, or one of a kind that no network's weights are (sparse,
/// quantised). Kinds Damaged, Limit.
[[nodiscard]] Result<std::optional<TorchView>> rebuildTorchView(const PickleValues& values,
                                                                ValueId object,
                                                                const std::string& name,
                                                                const std::string& subject);

} // namespace rekindle::checkpoint
