#pragma once

#include "core/base/result.h"
#include "core/base/warning.h"
#include "core/checkpoint/naming.h"

#include <span>

namespace rekindle::checkpoint {

/// A network of the file and the naming that reads it.
struct Choice {
    Candidate network;
    const Naming* naming = nullptr;
};

/// The one network to take among all that the namings see (recipes 3.1): never the slow copy that a
/// method keeps, the trained encoder before anything else, the shortest prefix; a warning when
/// there are several. Kind Mismatch: none, or a slow copy alone.
[[nodiscard]] Result<Choice> chooseNetwork(const FileTensors& file, std::span<const Naming> names,
                                           Warnings& warnings);

} // namespace rekindle::checkpoint
