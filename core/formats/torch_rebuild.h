#pragma once

#include "core/base/result.h"
#include "core/formats/torch_tensors.h"
#include "core/pickle/pickle_value.h"

#include <optional>
#include <string>

namespace rekindle::formats {

/// What one of PyTorch's calls that rebuild a tensor would have made, without making it. Empty for
/// an object that is not a tensor, or one of a kind that no network's weights are (sparse,
/// quantised). Kinds Damaged, Limit.
[[nodiscard]] Result<std::optional<TorchView>> rebuildTorchView(const pickle::PickleValues& values,
                                                                pickle::ValueId object,
                                                                const std::string& name,
                                                                const std::string& subject);

} // namespace rekindle::formats
