#include "core/engine/engine.h"

#include "core/base/log.h"
#include "core/evaluate/evaluate.h"
#include "core/evaluate/feature_table.h"
#include "core/evaluate/proof.h"
#include "core/job/cores.h"
#include "core/model/devices.h"
#include "core/pretrain/pretrain.h"
#include "core/selftest/selftest.h"

namespace rekindle::engine {
namespace {

/// This library holds a copy of the log of its own: lines go to the run's file, and the console
/// stays the program's.
void logToRun(const run::RunFolder& folder)
{
    log::setQuiet(true);
    log::toFile(folder.logFile());
}

class TorchEngine : public Engine
{
public:
    [[nodiscard]] EngineInfo info() const override
    {
        EngineInfo info;
        info.torchVersion = model::torchVersion();
        info.threads = job::usableCores();
        info.whyNoCuda = model::whyNoCuda();
        info.cpuFeatures = model::cpuFeatures();
        for (const model::Device& device : model::devices())
            info.devices.push_back(
                {device.name, device.description, device.memory, device.memoryFree});
        return info;
    }

    Result<run::Outcome> pretrain(const run::RunFolder& folder, run::RunControl& control) override
    {
        logToRun(folder);
        return pretrain::runPretraining(folder, control);
    }

    Result<run::Outcome> evaluate(const run::RunFolder& folder, run::RunControl& control) override
    {
        logToRun(folder);
        return evaluate::runEvaluation(folder, control);
    }

    Result<repair::FeatureProof> prove(const checkpoint::Checkpoint& original,
                                       const weights::WeightSet& replacedOnly,
                                       const weights::WeightSet& repaired,
                                       const ProofImages& images, const job::Watch& watch) override
    {
        evaluate::ProofInputs inputs;
        inputs.folder = images.folder;
        inputs.reading = images.reading;
        inputs.count = images.count;
        if (images.size > 0)
            inputs.size = images.size;
        inputs.seed = images.seed;
        return evaluate::proveRepair(original, replacedOnly, repaired, inputs, watch);
    }

    Result<Features> features(const checkpoint::Checkpoint& checkpoint, const FeatureImages& images,
                              const job::Watch& watch) override
    {
        RK_TRY(auto table, evaluate::extractTable(checkpoint,
                                                  {images.folder, images.reading, images.size,
                                                   images.device, images.threads},
                                                  watch));
        return Features{std::move(table.files), table.dimension, std::move(table.values),
                        table.reading, std::move(table.warnings)};
    }

    Result<Json> selftest(const std::string& kind, const Json& request,
                          const std::filesystem::path& pictures) override
    {
        return selftest::run(kind, request, pictures);
    }
};

} // namespace
} // namespace rekindle::engine

extern "C" __attribute__((visibility("default"))) rekindle::engine::Engine*
rekindle_engine_1() // NOLINT(readability-identifier-naming)
{
    static rekindle::engine::TorchEngine engine;
    return &engine;
}
