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

/// The one network to take among all that the namings see (recipes 3.1): the slow copy that a
/// method keeps only when it is alone and with a warning, the trained encoder before anything else,
/// the shortest prefix; a warning when there are several. Kind Mismatch: none.
[[nodiscard]] Result<Choice> chooseNetwork(const FileTensors& file, std::span<const Naming> names,
                                           Warnings& warnings);

} // namespace rekindle::checkpoint
