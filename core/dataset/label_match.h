#pragma once

#include "core/dataset/labels_csv.h"

#include <string>
#include <vector>

namespace rekindle::dataset {

/// Which row of a table speaks of which picture.
struct LabelMatch {
    std::vector<const CsvRow*> rows; ///< one a picture, in the order of the listing; null: none
    std::vector<Problem> problems;   ///< kind "table": rows that fit no picture, or several
};

/// A row names a picture by its path as seen from the image folder. Where that is not so it is
/// matched as long as only one picture can be meant: other capitals, composed against decomposed
/// letters, '\\' for '/', no ending or another one, folders in front that are not here (a path of
/// another computer), or fewer folders than are here. Folders that both have must be equal. Kind
/// Damaged when not one row fits (naming the first, the nearest picture and how the table was read)
/// and when two rows say different things of one picture. `table` must outlive the match.
[[nodiscard]] Result<LabelMatch> matchRows(const std::vector<std::string>& pictures,
                                           const LabelTable& table, const std::string& subject);

} // namespace rekindle::dataset
