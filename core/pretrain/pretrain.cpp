#include "core/pretrain/pretrain.h"

#include "core/base/log.h"
#include "core/model/device_torch.h"
#include "core/model/torch_guard_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "core/pretrain/method_torch.h"
#include "core/pretrain/pretrain_inputs.h"
#include "core/pretrain/start_weights.h"
#include "core/train/session_torch.h"
#include "core/weights/safetensors_writer.h"

#include <cmath>

namespace rekindle::pretrain {
namespace {

/// Mean over dimensions of the standard deviation of L2-normalised features, times sqrt(D): 1 when
/// they fill the sphere evenly, 0 when all images look alike (collapse).
double spread(const torch::Tensor& features)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor rows = features / features.norm(2, 1, true).clamp_min(1e-12);
    return rows.std(0, false).mean().item<double>() *
           std::sqrt(static_cast<double>(features.size(1)));
}

/// One run being worked off; made and run on the trainer's thread.
class Pretraining : private train::Trainee
{
public:
    Pretraining(const run::RunFolder& folder, run::RunControl& control,
                const model::Replica& replica)
        : m_folder(folder), m_control(control), m_replica(replica)
    {
    }

    Result<run::Outcome> run()
    {
        RK_TRY(m_inputs, readInputs(m_folder, m_control.stopToken()));
        RK_CHECK(buildMethod());
        if (m_replica.rank() == 0)
            RK_CHECK(openRecord());
        train::Session::Settings settings;
        settings.device = m_compute.device;
        settings.replica = &m_replica;
        settings.run = m_folder.name();
        settings.report = [this](std::int64_t step) { report(step); };
        train::Session session(*this, m_control, m_record ? &*m_record : nullptr,
                               std::move(settings));
        RK_TRY(const run::Outcome outcome, session.run());
        if (outcome != run::Outcome::Done || !m_record)
            return outcome;
        RK_CHECK(session.save());
        RK_CHECK(finish(session.step()));
        return run::Outcome::Done;
    }

private:
    Result<void> buildMethod()
    {
        const run::PretrainSettings& settings = m_inputs.settings;
        RK_TRY(m_compute, model::prepareDevice(settings.device, settings.threads));
        RK_TRY(m_start, readStartWeights(settings));
        RK_TRY(m_method, makeMethod(settings, m_start.architecture, m_start.conventions));
        if (m_start.weights)
            RK_CHECK(model::loadWeights(*m_method->backbone(), *m_start.weights));
        m_start.weights.reset();
        m_length = {m_inputs.imagesPerEpoch, settings.epochs, settings.batch,
                    m_method->totalSteps(m_inputs.imagesPerEpoch)};
        return {};
    }

    Result<void> openRecord()
    {
        train::RunRecord::Settings kept;
        kept.identity = m_inputs.identity;
        kept.saveEveryMinutes = m_inputs.settings.saveEveryMinutes;
        RK_TRY(auto record, train::RunRecord::open(m_folder, m_control, std::move(kept)));
        m_record.emplace(std::move(record));
        return {};
    }

    [[nodiscard]] std::vector<Part> parts() override { return {{"", m_method->module()}}; }
    [[nodiscard]] std::unique_ptr<train::Optimizer> makeOptimizer() override
    {
        return m_method->makeOptimizer();
    }
    [[nodiscard]] std::int64_t totalSteps() const override { return m_length.steps; }
    [[nodiscard]] double rate(std::int64_t step) const override
    {
        return m_method->rate(step, m_length);
    }

    [[nodiscard]] train::BatchPlan batches() const override
    {
        loader::LoaderSettings settings;
        settings.recipes = m_method->views();
        settings.batch = static_cast<int>(m_inputs.settings.batch);
        settings.seed = m_inputs.settings.seed;
        settings.threads = m_compute.loaderThreads;
        return {m_inputs.manifest, m_inputs.images, std::move(settings)};
    }

    [[nodiscard]] torch::Tensor loss(const train::Batch& batch,
                                     const train::StepContext& context) override
    {
        const Embeddings embeddings = m_method->embed(batch.blocks);
        m_features = embeddings.features;
        return m_method->loss(embeddings, context);
    }
    void beforeUpdate(const train::StepContext& context) override
    {
        m_method->beforeUpdate(context);
    }
    void afterUpdate(const train::StepContext& context) override
    {
        m_method->afterUpdate(context);
        m_spread = spread(model::gatherRows(m_features, context.replica).all);
    }

    [[nodiscard]] Result<void> begin(std::int64_t step) override
    {
        return step == 0 ? writeBackbone(m_folder.snapshotFile(0), 0) : Result<void>();
    }

    [[nodiscard]] Result<train::AfterStep> stepDone(const train::StepDone& done,
                                                    train::RunRecord& record) override
    {
        if (!done.undone) {
            Json line;
            line["step"] = done.step;
            line["epoch"] = epochsAfter(m_length, done.step);
            line["images"] = done.step * m_inputs.settings.batch;
            line["loss"] = done.loss;
            line["lr"] = done.rate;
            line["spread"] = m_spread;
            line["seconds"] = record.secondsWorked();
            RK_CHECK(record.append(std::move(line)));
        }
        return keepSnapshot(done.step);
    }

    Result<train::AfterStep> keepSnapshot(std::int64_t step)
    {
        train::AfterStep after = train::AfterStep::GoOn;
        for (const std::int64_t epoch : m_inputs.settings.snapshots) {
            if (epoch > 0 && epoch < m_inputs.settings.epochs &&
                stepsFor(m_length, epoch) == step) {
                RK_CHECK(writeBackbone(m_folder.snapshotFile(epoch), static_cast<double>(epoch)));
                after = train::AfterStep::Save;
            }
        }
        return after;
    }

    void store(Json& details) const override { details["method"] = m_inputs.settings.method; }
    [[nodiscard]] std::string activity() const override { return "Training"; }
    [[nodiscard]] bool mayFinishEarly() const override { return true; }

    /// An early end has a name and a position of its own: the planned snapshots stay what they are.
    Result<void> finish(std::int64_t step)
    {
        const double passes = epochsAfter(m_length, step);
        const bool whole = step >= m_length.steps;
        const auto planned = whole ? m_inputs.settings.epochs : static_cast<std::int64_t>(passes);
        const auto snapshot = m_folder.snapshotFile(planned);
        if (whole)
            RK_CHECK(writeBackbone(snapshot, passes));
        else if (static_cast<double>(planned) != passes || !std::filesystem::exists(snapshot))
            RK_CHECK(writeBackbone(m_folder.earlyFile(passes), passes));
        RK_CHECK(writeBackbone(m_folder.backboneFile(), passes));
        log::info(std::string("Pretraining ") + (whole ? "done" : "finished early") +
                  " after step " + std::to_string(step) + ".");
        report(step);
        return {};
    }

    Result<void> writeBackbone(const std::filesystem::path& file, double passes)
    {
        RK_CHECK(storage::makeFolder(file.parent_path()));
        weights::WeightSet weights;
        model::storeWeights(*m_method->backbone(), weights);
        return weights::writeSafetensors(file, weights,
                                         backboneMetadata(m_inputs.settings, m_start, passes),
                                         storage::Existing::Replace);
    }

    void report(std::int64_t step)
    {
        run::Status status;
        status.epochs = m_inputs.settings.epochs;
        status.epoch = static_cast<std::int64_t>(epochsAfter(m_length, step));
        status.steps = m_length.steps;
        status.step = step;
        status.imagesSeen = step * m_inputs.settings.batch;
        status.rate = m_record->pace().imagesPerSecond();
        status.etaSeconds = m_record->pace().secondsLeft(m_length.steps - step);
        status.activity = "pretraining";
        status.device = m_compute.description;
        m_control.report(status);
    }

    const run::RunFolder& m_folder;
    run::RunControl& m_control;
    const model::Replica& m_replica;

    PretrainInputs m_inputs;
    model::Compute m_compute;
    StartWeights m_start;
    std::unique_ptr<PretrainMethod> m_method;
    RunLength m_length;
    std::optional<train::RunRecord> m_record; ///< of the first replica

    torch::Tensor m_features; ///< of the step in work
    double m_spread = 0;      ///< of the last step that was not undone
};

} // namespace

Result<run::Outcome> runPretraining(const run::RunFolder& folder, run::RunControl& control)
{
    return runPretraining(folder, control, model::alone());
}

Result<run::Outcome> runPretraining(const run::RunFolder& folder, run::RunControl& control,
                                    const model::Replica& replica)
{
    return model::torchGuard(folder.name(),
                             [&] { return Pretraining(folder, control, replica).run(); });
}

} // namespace rekindle::pretrain
