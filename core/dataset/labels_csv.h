#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rekindle::dataset {

/// What a table says about one image.
struct CsvRow {
    std::string label;        ///< empty: no label
    std::string patient;      ///< empty: unknown
    std::optional<Part> part; ///< nothing where the table has no split column or an empty cell
    std::size_t line = 0;     ///< of the file, from 1
};

/// A table of labels: relative path with '/' -> its row.
using LabelTable = std::unordered_map<std::string, CsvRow>;

/// Reads a table whose first line names the columns file, label[, patient][, split] in any order
/// (others are passed over); separated by comma, semicolon or tab; fields may be quoted. Kind
/// Damaged names the line. `subject` names the file.
[[nodiscard]] Result<LabelTable> parseLabels(std::string_view text, const std::string& subject);

/// The same for a file. Kinds NotFound, Io, Limit, Damaged.
[[nodiscard]] Result<LabelTable> readLabels(const std::filesystem::path& file);

/// Train, validation or test from the words that folders and tables use; nothing for other words.
[[nodiscard]] std::optional<Part> partFromWord(std::string_view word);

} // namespace rekindle::dataset
