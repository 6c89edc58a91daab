#include "core/study/repair_file.h"

#include "core/weights/safetensors_writer.h"

namespace rekindle::study {
namespace {

/// Readers take 64 kB of a note.
constexpr std::size_t kLongestNote = 60'000;

/// What was done to the weights so far, this repair last. Lists that are too long for a note are
/// counted; they stand in the report beside the file.
std::string historyOf(const checkpoint::Checkpoint& original, const std::string& sha256,
                      const repair::RepairReport& report)
{
    Json history = Json::array();
    const auto earlier = original.metadata.find("rekindle.history");
    if (earlier != original.metadata.end()) {
        if (const auto parsed = parseJson(earlier->second, "history"); parsed && parsed->is_array())
            history = *parsed;
    }
    const Json whole = repair::toJson(report);
    Json entry{{"step", "repair"}, {"source", sha256}, {"settings", whole["settings"]}};
    for (const char* list : {"replaced", "scaled"})
        entry[list] = whole[list];
    history.push_back(std::move(entry));
    std::string note = dumpJsonLine(history);
    if (note.size() <= kLongestNote)
        return note;
    for (Json& step : history) {
        for (const char* list : {"replaced", "scaled"})
            step[list] = step.contains(list) ? step[list].size() : 0;
    }
    return dumpJsonLine(history);
}

} // namespace

std::filesystem::path repairReportFile(const std::filesystem::path& weights)
{
    return std::filesystem::path(weights) += ".repair.json";
}

Result<void> writeRepaired(const std::filesystem::path& target,
                           const checkpoint::Checkpoint& original, repair::Repaired& repaired,
                           storage::Existing existing)
{
    repaired.report.input = original.file.filename().string();
    repaired.report.output = target.filename().string();
    RK_TRY(const std::string sha256, checkpoint::contentHash(original));
    weights::Metadata metadata = checkpoint::notesOf(original);
    metadata["rekindle.origin"] = "repaired from " + sha256 + " with " +
                                  dumpJsonLine(repair::toJson(repaired.report.settings));
    metadata["rekindle.history"] = historyOf(original, sha256, repaired.report);
    RK_CHECK(weights::writeSafetensors(target, repaired.weights, metadata, existing));
    return storage::atomicWrite(repairReportFile(target), dumpJson(repair::toJson(repaired.report)),
                                existing);
}

} // namespace rekindle::study
