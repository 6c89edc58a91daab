#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace rekindle::dataset {

/// Which column of a table says what. People call them by many names; of several that fit the one
/// whose name says it best is taken.
struct LabelColumns {
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    std::size_t file = kNone, label = kNone, patient = kNone, split = kNone;
    bool splitByName = false;       ///< it is called "split": other words in it are an error
    std::vector<std::string> names; ///< of all columns, as they stand

    /// "file image_id, label dx": how the table was read.
    [[nodiscard]] std::string shown() const;
};

/// From the first line. A table without a label column may mark classes in columns of their own.
/// Kind Damaged when no column names files, or two are called alike.
[[nodiscard]] Result<LabelColumns> findColumns(std::vector<std::string> names,
                                               const std::string& subject);

} // namespace rekindle::dataset
