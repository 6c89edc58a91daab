#include "core/study/repair_file.h"

#include "core/base/text.h"
#include "core/weights/safetensors_writer.h"

namespace rekindle::study {

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
    const weights::Conventions& conventions = original.conventions;
    weights::Metadata metadata{
        {"rekindle.method", original.method},
        {"rekindle.padding", std::string(weights::paddingName(conventions.padding))},
        {"rekindle.normalisation",
         std::string(weights::normalisationName(conventions.normalisation))},
        {"rekindle.bn_eps", text::number(conventions.bnEps)},
        {"rekindle.architecture", weights::name(original.architecture)},
        {"rekindle.origin", "repaired from " + sha256 + " with " +
                                dumpJsonLine(repair::toJson(repaired.report.settings))}};
    if (original.method.empty())
        metadata.erase("rekindle.method");
    RK_CHECK(weights::writeSafetensors(target, repaired.weights, metadata, existing));
    return storage::atomicWrite(repairReportFile(target), dumpJson(repair::toJson(repaired.report)),
                                existing);
}

} // namespace rekindle::study
