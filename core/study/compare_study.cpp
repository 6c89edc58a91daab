#include "core/study/comparison.h"

namespace rekindle::study {

Result<Comparison> compareStudy(const Study& study)
{
    std::vector<StartScore> baselines;
    for (const std::filesystem::path& folder : runFolders(study)) {
        for (const WeightsEntry& original : study.weights) {
            if (folder.parent_path() != weightScores(study, original.id))
                continue;
            StartScore baseline{folder, {}};
            for (const WeightsEntry& entry : study.weights)
                if (originalOf(study, entry.id) == &original)
                    baseline.starts.push_back(entry.sha256);
            baselines.push_back(std::move(baseline));
        }
    }
    return compareRuns(pretrainingRuns(study), std::move(baselines));
}

} // namespace rekindle::study
