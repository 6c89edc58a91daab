#pragma once

#include "core/base/result.h"
#include "core/dataset/manifest.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rekindle::dataset {

/// What a table says about one image.
struct CsvRow {
    std::string file;         ///< as it stands in the table
    std::string label;        ///< empty: no label
    std::string patient;      ///< empty: unknown
    std::optional<Part> part; ///< nothing where the table has no split column or an empty cell
    std::size_t line = 0;     ///< of the file, from 1
};

/// A table of labels, in its order.
struct LabelTable {
    std::vector<CsvRow> rows;
    std::string columns; ///< how it was read: "file image_id, label dx"
};

/// Reads a table whose first line names its columns (label_columns.h), as spreadsheets write them:
/// any encoding that they use (table_text.h), separated by comma, semicolon, tab or bar, with
/// quotes, empty rows and separators too many at the end. Without a label column, columns of 0 and
/// 1 are classes, one a row. Kind Damaged names the line. `subject` names the file.
[[nodiscard]] Result<LabelTable> parseLabels(std::string_view bytes, const std::string& subject);

/// The same for a file. Kinds NotFound, Io, Limit, Damaged.
[[nodiscard]] Result<LabelTable> readLabels(const std::filesystem::path& file);

} // namespace rekindle::dataset
