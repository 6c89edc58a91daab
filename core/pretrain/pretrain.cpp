#include "core/pretrain/pretrain.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/dataset/manifest_file.h"
#include "core/dataset/split.h"
#include "core/dataset/split_hash.h"
#include "core/dataset/unchanged.h"
#include "core/loader/batch_loader.h"
#include "core/model/device_torch.h"
#include "core/model/torch_guard_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "core/pretrain/method_torch.h"
#include "core/pretrain/start_weights.h"
#include "core/run/identity.h"
#include "core/run/metrics_journal.h"
#include "core/run/worker.h"
#include "core/train/batch_torch.h"
#include "core/train/save.h"
#include "core/train/step_undo_torch.h"
#include "core/weights/safetensors_writer.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace rekindle::pretrain {
namespace {

using Clock = std::chrono::steady_clock;

/// Bad steps in a row after which a run is stopped.
constexpr int kMostUndone = 3;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Mean over dimensions of the standard deviation of L2-normalised features, times sqrt(D): 1 when
/// they fill the sphere evenly, 0 when all images look alike (collapse).
double spread(const torch::Tensor& features)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor rows = features / features.norm(2, 1, true).clamp_min(1e-12);
    return rows.std(0, false).mean().item<double>() *
           std::sqrt(static_cast<double>(features.size(1)));
}

/// One run being worked off; made, prepared and run on the trainer's thread.
class Pretraining
{
public:
    Pretraining(const run::RunFolder& folder, run::RunControl& control)
        : m_folder(folder), m_control(control)
    {
    }

    Result<run::Outcome> run()
    {
        RK_CHECK(readInputs());
        RK_CHECK(buildMethod());
        RK_CHECK(restore());
        RK_CHECK(openLoader());
        return loop();
    }

private:
    Result<void> readInputs()
    {
        RK_TRY(const auto settings, m_folder.settings());
        const auto* pretrain = std::get_if<run::PretrainSettings>(&settings);
        if (pretrain == nullptr)
            return fail(ErrorKind::Usage, "This is not a pretraining run", m_folder.name());
        m_settings = *pretrain;
        RK_CHECK(run::check(m_settings));
        m_settingsSha256 = run::identityOf(m_settings);
        RK_TRY(const auto list, m_folder.imageList());
        RK_TRY(m_manifest, dataset::readManifest(list, m_settings.images));
        if (!m_settings.imagesHash.empty() && m_manifest.contentHash() != m_settings.imagesHash)
            return fail(ErrorKind::Mismatch,
                        "The list of images is not the one this run was planned with",
                        m_folder.name(), "Plan the run again with the images as they are now.");
        RK_CHECK(dataset::checkUnchanged(m_manifest, dataset::Looking::AtFacts,
                                         {m_control.stopToken(), {}}));
        m_subset = dataset::pretrainingImages(m_manifest);
        if (!m_settings.splitHash.empty() &&
            dataset::hashOf(m_manifest, m_subset) != m_settings.splitHash)
            return fail(ErrorKind::Mismatch,
                        "The images kept for testing are not those this run was planned with",
                        m_folder.name(), "Plan the run again with the images as they are now.");
        m_imagesPerEpoch = m_settings.imagesPerEpoch > 0
                               ? m_settings.imagesPerEpoch
                               : static_cast<std::int64_t>(m_subset.size());
        return {};
    }

    Result<void> buildMethod()
    {
        RK_TRY(m_compute, model::prepareDevice(m_settings.device, m_settings.threads));
        RK_TRY(m_start, readStartWeights(m_settings));
        RK_TRY(m_method, makeMethod(m_settings, m_start.architecture, m_start.conventions));
        if (m_start.weights)
            RK_CHECK(model::loadWeights(*m_method->backbone(), *m_start.weights));
        m_start.weights.reset();
        m_method->module().to(m_compute.device);
        for (torch::Tensor& parameter : m_method->backbone()->parameters()) {
            if (parameter.dim() == 4) {
                const torch::NoGradGuard noGrad;
                parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
            }
        }
        m_method->module().train();
        m_undo.emplace(std::vector<torch::nn::Module*>{&m_method->module()});
        m_optimizer = m_method->makeOptimizer();
        m_schedule = m_method->schedule(m_imagesPerEpoch);
        return {};
    }

    Result<void> restore()
    {
        RK_TRY(const auto found, train::newestSave(m_folder.checkpointsFolder(), m_settingsSha256));
        m_control.note(found.warnings);
        const auto& save = found.save;
        if (save) {
            RK_CHECK(model::loadWeights(m_method->module(), save->tensors));
            for (train::Parameter& part : m_optimizer->state()) {
                const weights::Tensor* stored = save->tensors.find("optimizer/" + part.name);
                if (stored == nullptr)
                    return fail(ErrorKind::Mismatch, "The save lacks a part of the optimiser",
                                part.name);
                RK_CHECK(model::fromHost(*stored, part.tensor, part.name));
            }
            m_step = save->step;
            FieldReader details(save->details, "state.json");
            m_undoneInRow = static_cast<int>(details.integer("undone_in_row", 0));
            m_optimizer->updates = details.integer("updates");
            RK_CHECK(details.check());
            FieldReader clocks(save->clocks, "state.json");
            m_trainedBefore = clocks.number("seconds", 0.0);
            m_sittings = clocks.integer("sittings", 1) + 1;
            log::info("Continuing after step " + std::to_string(m_step) + ".");
        }
        RK_TRY(auto journal,
               run::MetricsJournal::open(m_folder.metricsFile(), save ? save->journalSeq : -1));
        m_journal.emplace(std::move(journal));
        if (m_step == 0)
            RK_CHECK(writeBackbone(m_folder.snapshotFile(0), 0));
        return {};
    }

    Result<void> openLoader()
    {
        if (m_step >= m_schedule.totalSteps())
            return {};
        loader::LoaderSettings settings;
        settings.recipes = m_method->views();
        settings.batch = static_cast<int>(m_settings.batch);
        settings.order = loader::Order::Endless;
        settings.seed = m_settings.seed;
        settings.firstStep = m_step;
        settings.steps = m_schedule.totalSteps() - m_step;
        settings.threads = m_compute.loaderThreads;
        RK_TRY(m_loader, loader::BatchLoader::create(m_manifest, m_subset, settings));
        return {};
    }

    Result<run::Outcome> loop()
    {
        m_sittingStart = m_lastSave = Clock::now();
        report();
        while (m_step < m_schedule.totalSteps()) {
            switch (m_control.request()) {
            case run::Request::None:
                break;
            case run::Request::Finish:
                return finish("finished early");
            case run::Request::Pause:
                RK_CHECK(save());
                return run::Outcome::Paused;
            case run::Request::Cancel:
                RK_CHECK(save());
                return run::Outcome::Cancelled;
            }
            RK_CHECK(step());
            RK_CHECK(keepSnapshot());
            if (secondsSince(m_lastSave) >= 60.0 * m_settings.saveEveryMinutes)
                RK_CHECK(save());
        }
        return finish("done");
    }

    Result<void> step()
    {
        auto next = m_loader->next(m_control.stopToken());
        RK_CHECK(tellWarnings());
        if (!next && next.error().kind == ErrorKind::Cancelled)
            return {}; // the loop meets the request
        if (!next) {
            // What was reached is kept: the run goes on from here when the drive is back.
            RK_CHECK(save());
            return fail(std::move(next).error());
        }
        std::vector<ViewPixels> blocks;
        for (const loader::ViewBlock& block : next->blocks)
            blocks.push_back({block.views, train::toDevice(block, m_compute.device)});
        const StepContext context{m_step, m_schedule.totalSteps(), m_replica};
        const double rate = m_schedule.rate(m_step);
        m_undo->remember();
        m_optimizer->zeroGrad();
        const Embeddings embeddings = m_method->embed(blocks);
        const torch::Tensor lossTensor = m_method->loss(embeddings, context);
        const double loss = lossTensor.item<double>();
        if (!std::isfinite(loss))
            return undoStep("its loss is not a number");
        lossTensor.backward();
        m_replica.averageGradients(m_method->module().parameters());
        if (!train::gradientsAreFinite(m_method->module().parameters()))
            return undoStep("its gradient is not a number");
        m_undoneInRow = 0;
        m_method->beforeUpdate(context);
        m_optimizer->step(rate);
        m_method->afterUpdate(context);
        ++m_step;
        m_pace.step(m_settings.batch);

        Json line;
        line["step"] = m_step;
        line["epoch"] = m_schedule.epochsAfter(m_step);
        line["images"] = m_step * m_settings.batch;
        line["loss"] = loss;
        line["lr"] = rate;
        line["spread"] = spread(embeddings.features);
        line["seconds"] = m_trainedBefore + secondsSince(m_sittingStart);
        RK_CHECK(m_journal->append(line));
        report();
        return {};
    }

    /// Leaves a bad step out as if it had never been; a few in a row end the run where the last
    /// good one left it.
    Result<void> undoStep(const std::string& why)
    {
        m_undo->undo();
        ++m_step;
        m_control.warn({"step_undone", "A step was undone, since " + why, {}, 1});
        Json line;
        line["kind"] = "warning";
        line["step"] = m_step;
        line["warning"] = "A step was undone, since " + why;
        RK_CHECK(m_journal->append(line));
        report();
        if (++m_undoneInRow < kMostUndone)
            return {};
        // Weights that an update has spoiled must not stand in for the last good save.
        if (weightsAreFinite())
            RK_CHECK(save());
        return fail(ErrorKind::Diverged,
                    "Training has left the numbers: since step " +
                        std::to_string(m_step + 1 - kMostUndone) + " " + why,
                    m_folder.name(), "Start a new run with a lower learning rate (lr).");
    }

    [[nodiscard]] bool weightsAreFinite()
    {
        const torch::NoGradGuard noGrad;
        const auto parameters = m_method->module().parameters();
        return std::all_of(parameters.begin(), parameters.end(), [](const torch::Tensor& tensor) {
            return std::isfinite(tensor.norm().item<double>());
        });
    }

    /// What the loader set aside since the last look goes into journal and status.
    Result<void> tellWarnings()
    {
        Warnings found = m_loader->warnings();
        if (found == m_told)
            return {};
        for (const Warning& warning : found.items()) {
            const auto& told = m_told.items();
            if (std::find(told.begin(), told.end(), warning) != told.end())
                continue;
            Json line;
            line["kind"] = "warning";
            line["step"] = m_step;
            line["warning"] = describe(warning);
            RK_CHECK(m_journal->append(line));
        }
        m_control.note(found);
        m_told = std::move(found);
        return {};
    }

    Result<void> keepSnapshot()
    {
        const auto reached = [&](std::int64_t epoch) {
            return m_schedule.stepsFor(epoch) == m_step;
        };
        for (const std::int64_t epoch : m_settings.snapshots) {
            if (epoch > 0 && epoch < m_settings.epochs && reached(epoch)) {
                RK_CHECK(writeBackbone(m_folder.snapshotFile(epoch), static_cast<double>(epoch)));
                RK_CHECK(save());
            }
        }
        return {};
    }

    /// An early end has a name and a position of its own: the planned snapshots stay what they are.
    Result<run::Outcome> finish(const std::string& how)
    {
        const double passes = m_schedule.epochsAfter(m_step);
        const bool whole = m_step >= m_schedule.totalSteps();
        RK_CHECK(save());
        const auto planned = whole ? m_settings.epochs : static_cast<std::int64_t>(passes);
        const auto snapshot = m_folder.snapshotFile(planned);
        if (whole)
            RK_CHECK(writeBackbone(snapshot, passes));
        else if (static_cast<double>(planned) != passes || !std::filesystem::exists(snapshot))
            RK_CHECK(writeBackbone(m_folder.earlyFile(passes), passes));
        RK_CHECK(writeBackbone(m_folder.backboneFile(), passes));
        log::info("Pretraining " + how + " after step " + std::to_string(m_step) + ".");
        report();
        return run::Outcome::Done;
    }

    Result<void> writeBackbone(const std::filesystem::path& file, double passes)
    {
        RK_CHECK(storage::makeFolder(file.parent_path()));
        weights::WeightSet weights;
        model::storeWeights(*m_method->backbone(), weights);
        return weights::writeSafetensors(file, weights,
                                         backboneMetadata(m_settings, m_start, passes),
                                         storage::Existing::Replace);
    }

    Result<void> save()
    {
        RK_CHECK(m_journal->flush());
        train::Save save;
        save.step = m_step;
        save.journalSeq = m_journal->lastSeq();
        save.identity = m_settingsSha256;
        save.details["method"] = m_settings.method;
        save.details["undone_in_row"] = m_undoneInRow;
        save.details["updates"] = m_optimizer->updates;
        save.details["total_steps"] = m_schedule.totalSteps();
        save.clocks["seconds"] = m_trainedBefore + secondsSince(m_sittingStart);
        save.clocks["sittings"] = m_sittings;
        save.clocks["written"] = text::utcNow();
        model::storeWeights(m_method->module(), save.tensors);
        for (const train::Parameter& part : m_optimizer->state())
            save.tensors.set("optimizer/" + part.name, model::toHost(part.tensor));
        RK_CHECK(train::writeSave(m_folder.checkpointsFolder(), save));
        m_lastSave = Clock::now();
        return {};
    }

    void report()
    {
        run::Status status;
        status.epochs = m_settings.epochs;
        status.epoch = static_cast<std::int64_t>(m_schedule.epochsAfter(m_step));
        status.steps = m_schedule.totalSteps();
        status.step = m_step;
        status.imagesSeen = m_step * m_settings.batch;
        status.rate = m_pace.imagesPerSecond();
        status.etaSeconds = m_pace.secondsLeft(m_schedule.totalSteps() - m_step);
        status.activity = "pretraining";
        status.device = m_compute.description;
        m_control.report(status);
    }

    const run::RunFolder& m_folder;
    run::RunControl& m_control;

    run::PretrainSettings m_settings;
    std::string m_settingsSha256;
    dataset::Manifest m_manifest;
    std::vector<std::size_t> m_subset;
    std::int64_t m_imagesPerEpoch = 0;
    model::Compute m_compute;
    StartWeights m_start;
    std::unique_ptr<PretrainMethod> m_method;
    std::unique_ptr<train::Optimizer> m_optimizer;
    train::Replica m_replica;
    Schedule m_schedule;
    std::unique_ptr<loader::BatchLoader> m_loader;
    std::optional<run::MetricsJournal> m_journal;
    run::Pace m_pace;

    std::int64_t m_step = 0; ///< updates made
    std::optional<train::StepUndo> m_undo;
    int m_undoneInRow = 0;
    Warnings m_told;            ///< of the loader, in this sitting
    double m_trainedBefore = 0; ///< seconds in earlier sittings
    std::int64_t m_sittings = 1;
    Clock::time_point m_sittingStart, m_lastSave;
};

} // namespace

Result<run::Outcome> runPretraining(const run::RunFolder& folder, run::RunControl& control)
{
    return model::torchGuard(folder.name(), [&] { return Pretraining(folder, control).run(); });
}

} // namespace rekindle::pretrain
