#pragma once

#include "core/dataset/manifest.h"

#include <optional>
#include <string>
#include <string_view>

namespace rekindle::dataset {

/// Train, validation or test from a word that is nothing else ("train", "VALID", "Holdout", "test
/// set"): what tables and folders use. Nothing for other words.
[[nodiscard]] std::optional<Part> partFromWord(std::string_view word);

/// A folder's name that holds such a word among others: "seg_train", "VAL-7K", "test_images".
struct PartName {
    Part part = Part::None;
    std::string rest; ///< the other words, lower case: "seg", "7k", "images"
};

/// Nothing where no word, or more than one, names a part.
[[nodiscard]] std::optional<PartName> partInName(std::string_view name);

} // namespace rekindle::dataset
