#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace rekindle::scores {

/// Everything that one unit of scoring (one set of weights with one draw of labels) found out:
/// what it holds each test image for. Any measure can be made from it, at any later time.
struct ScoreTable {
    std::vector<std::string> classes;
    std::vector<std::string> images;   ///< names as the manifest has them, byte for byte
    std::vector<std::string> patients; ///< empty, or one an image; "" is not known
    std::vector<std::int64_t> labels;  ///< one an image, an index into `classes`
    std::vector<float> probabilities;  ///< [images x classes], row-major; each row sums up to 1

    /// The probabilities of one image.
    [[nodiscard]] std::span<const float> row(std::size_t image) const
    {
        return std::span(probabilities).subspan(image * classes.size(), classes.size());
    }
    /// The most probable class of each image; of equal ones the first.
    [[nodiscard]] std::vector<std::int64_t> predicted() const;
};

/// Sizes that fit, labels that exist, and rows of probabilities. Kinds Damaged, and Diverged when a
/// probability is not a finite number.
[[nodiscard]] Result<void> check(const ScoreTable& table, const std::string& subject);

/// Where a table lies, as journals and results write it: {"file", "sha256"}.
struct TableName {
    std::string file; ///< in the run's folder of tables
    std::string sha256;
    bool operator==(const TableName&) const = default;
};
[[nodiscard]] Json toJson(const TableName& name);
/// Kind Damaged, also for a name that leads out of the folder.
[[nodiscard]] Result<TableName> tableNameFromJson(const Json& json, const std::string& subject);

/// Where a scoring run keeps its tables.
[[nodiscard]] std::filesystem::path tablesFolder(const std::filesystem::path& run);

/// Checks and seals a table as `<folder>/<file>` (HDF5; arrays as the members above). Kinds as
/// `check`; Space, Io, Memory.
[[nodiscard]] Result<TableName> writeTable(const std::filesystem::path& folder,
                                           const std::string& file, const ScoreTable& table);

/// Reads a table back. Kinds NotFound, Io, Limit, Memory, Version, Damaged.
[[nodiscard]] Result<ScoreTable> readTable(const std::filesystem::path& folder,
                                           const TableName& name);

} // namespace rekindle::scores
