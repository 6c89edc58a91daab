#pragma once

#include "core/base/result.h"
#include "core/formats/numpy_array.h"
#include "core/pickle/pickle_reader.h"

#include <string>
#include <vector>

namespace rekindle::formats {

struct PickledArrays {
    std::vector<NumpyArray> arrays; ///< named by the dicts, tuples and mappings around them
    bool haiku = false;             ///< whether names or classes are haiku's
    bool dill = false;              ///< whether dill wrote it
};

/// Walks dicts, lists, named tuples and mappings of a pickle and collects numpy's arrays
/// (recipes 3.7). A damaged array is an error with its name. Kinds Damaged, Limit.
[[nodiscard]] Result<PickledArrays> findPickledArrays(const pickle::Pickle& pickle,
                                                      const std::string& subject);

} // namespace rekindle::formats
