#pragma once

#include "core/base/result.h"
#include "core/pickle/pickle_value.h"
#include "core/storage/input_file.h"

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

/// The same of a pickle that begins at `begin` in a file and may end anywhere in its first `most`
/// bytes: reads `first` bytes of it and more as they are needed. Its `end` counts from `begin`.
[[nodiscard]] Result<Pickle> readPickle(const storage::InputFile& file, std::uint64_t begin,
                                        std::uint64_t first, std::uint64_t most = 256U << 20);

} // namespace rekindle::pickle
