#include "core/pretrain/start_weights.h"

#include "core/base/text.h"

namespace rekindle::pretrain {

Result<StartWeights> readStartWeights(const run::PretrainSettings& settings)
{
    StartWeights start;
    if (settings.init == "random") {
        RK_TRY(start.architecture, weights::parseArchitecture(settings.architecture));
        start.conventions = settings.conventions;
        return start;
    }
    RK_TRY(auto file, checkpoint::readCheckpoint(settings.init));
    if (!settings.initSha256.empty()) {
        RK_TRY(const std::string sha256, checkpoint::contentHash(file));
        if (sha256 != settings.initSha256)
            return fail(ErrorKind::Mismatch,
                        "These starting weights have changed since the run was planned",
                        std::filesystem::path(settings.init).filename().string(),
                        "Put the file back, or plan the run again.");
    }
    start.architecture = file.architecture;
    start.conventions = file.conventions;
    start.weights = std::move(file.weights);
    return start;
}

std::map<std::string, std::string> backboneMetadata(const run::PretrainSettings& settings,
                                                    const StartWeights& start, double passes)
{
    std::string origin = std::string(run::armName(settings.arm)) + ", " + settings.method +
                         ", epoch " + text::number(passes) + ", seed " +
                         std::to_string(settings.seed);
    if (!settings.initSha256.empty())
        origin += ", from " + settings.initSha256;
    return {{"rekindle.method", settings.method},
            {"rekindle.padding", std::string(weights::paddingName(start.conventions.padding))},
            {"rekindle.normalisation",
             std::string(weights::normalisationName(start.conventions.normalisation))},
            {"rekindle.bn_eps", text::number(start.conventions.bnEps)},
            {"rekindle.architecture", weights::name(start.architecture)},
            {"rekindle.origin", origin}};
}

} // namespace rekindle::pretrain
