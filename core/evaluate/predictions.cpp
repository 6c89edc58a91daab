#include "core/evaluate/score_result.h"
#include "core/figures/figure_csv.h"
#include "core/scores/position.h"
#include "core/storage/atomic_write.h"

namespace rekindle::evaluate {
namespace {

constexpr std::size_t kBytesAtOnce = 1u << 20;

} // namespace

std::filesystem::path predictionsFile(const run::RunFolder& folder)
{
    return folder.path() / "predictions.csv";
}

Result<void> writePredictions(const run::RunFolder& folder, const run::ScoreSettings& settings,
                              const std::vector<UnitScore>& units)
{
    const auto tables = scores::tablesFolder(folder.path());
    scores::ScoreTable first;
    std::vector<std::vector<std::int32_t>> predicted;
    std::vector<std::string> header{"image", "label"};
    for (const UnitScore& unit : units) {
        RK_TRY(scores::ScoreTable table, scores::readTable(tables, unit.table));
        const std::vector<std::int64_t> best = table.predicted();
        predicted.emplace_back(best.begin(), best.end());
        const double passes = settings.targets[unit.target].epoch;
        header.push_back("pass " + scores::positionText(passes) + " seed " +
                         std::to_string(unit.seed));
        if (first.images.empty())
            first = std::move(table);
        if (predicted.back().size() != first.images.size())
            return fail(ErrorKind::Damaged, "Two tables of this score hold different images",
                        (tables / unit.table.file).string(), "Score the run again.");
    }
    RK_TRY(auto file, storage::AtomicFile::create(predictionsFile(folder)));
    std::string lines = figures::csvLine(header);
    for (std::size_t image = 0; image < first.images.size(); ++image) {
        std::vector<std::string> fields{
            first.images[image], first.classes[static_cast<std::size_t>(first.labels[image])]};
        for (const auto& classes : predicted)
            fields.push_back(first.classes[static_cast<std::size_t>(classes[image])]);
        lines += figures::csvLine(fields);
        if (lines.size() > kBytesAtOnce) {
            RK_CHECK(file.write(lines));
            lines.clear();
        }
    }
    RK_CHECK(file.write(lines));
    return file.commit();
}

} // namespace rekindle::evaluate
