#pragma once

#include <string>
#include <string_view>

namespace rekindle::checkpoint {

/// A tensor's name without the modules that compilers, sharded training and checkpointing put
/// around others: "layer1.0.conv1.weight" of "layer1._orig_mod.0.conv1.weight".
[[nodiscard]] std::string withoutWrappers(std::string_view name);

} // namespace rekindle::checkpoint
