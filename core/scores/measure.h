#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/scores/score_table.h"

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rekindle::scores {

/// A measure of one table, ready to be taken again and again with other weights of its images
/// (resampling): one an image, or none for each image once. Nothing where the table does not decide
/// it (a class that does not occur).
using WeightedMeasure = std::function<std::optional<double>(std::span<const double> weights)>;

/// A number that says how well a table's probabilities meet its labels.
struct Measure {
    std::string name;    ///< in JSON: "balanced_accuracy"
    std::string title;   ///< for people: "Balanced accuracy"
    std::string meaning; ///< one sentence without a full stop
    bool higherIsBetter = true;
    /// Does once what does not depend on the weights. The table outlives what is returned.
    std::function<WeightedMeasure(const ScoreTable& table)> prepare;

    [[nodiscard]] std::optional<double> value(const ScoreTable& table) const
    {
        return prepare(table)({});
    }
};

/// Every measure, in the order in which results give them. A new one is a file beside this one and
/// a line in measure_list.cpp. Filled before anything runs.
[[nodiscard]] std::deque<Measure>& measures();

/// Nothing if there is none of this name.
[[nodiscard]] const Measure* findMeasure(std::string_view name);

/// All measures of a table by their names, null where one is not decided. Kind Diverged when one is
/// not a finite number: such a number goes no further.
[[nodiscard]] Result<Json> measureAll(const ScoreTable& table, const std::string& subject);

} // namespace rekindle::scores
