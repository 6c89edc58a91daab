#pragma once

#include "core/base/result.h"
#include "core/pickle/pickle_value.h"

#include <string>
#include <vector>

namespace rekindle::pickle {

struct Pickle {
    PickleValues values;
    ValueId root = kNoValue;
    std::size_t end = 0; ///< just behind its STOP
};

/// Reads one pickle of protocol 2 to 5 from the start of `program` into values (recipes 3.5).
/// Nothing is looked up, imported or called: a name stays a name, a call an inert Object; only
/// collections.OrderedDict becomes a dict. Kinds Damaged, Limit (256 MiB, 20 M values, stack 1 M,
/// 1,000 levels, memo 10 M, numbers of 1,024 bytes).
[[nodiscard]] Result<Pickle> readPickle(std::vector<std::byte> program, const std::string& subject);

} // namespace rekindle::pickle
