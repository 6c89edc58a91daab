#include "core/scores/builtin_measures.h"

#include <cmath>

namespace rekindle::scores {

std::deque<Measure>& measures()
{
    static std::deque<Measure> list = {
        accuracyMeasure(),
        balancedAccuracyMeasure(),
        macroF1Measure(),
        aurocMeasure(),
    };
    return list;
}

const Measure* findMeasure(std::string_view name)
{
    for (const Measure& measure : measures()) {
        if (measure.name == name)
            return &measure;
    }
    return nullptr;
}

Result<Json> measureAll(const ScoreTable& table, const std::string& subject)
{
    Json values = Json::object();
    for (const Measure& measure : measures()) {
        const std::optional<double> value = measure.value(table);
        if (value && !std::isfinite(*value))
            return fail(ErrorKind::Diverged, measure.title + " of these weights is not a number",
                        subject, "Look at the weights (inspect).");
        values[measure.name] = value ? Json(*value) : Json();
    }
    return values;
}

} // namespace rekindle::scores
