#include "core/pretrain/pretrain.h"

#include "core/base/log.h"
#include "core/base/text.h"
#include "core/dataset/split.h"
#include "core/memory/fit.h"
#include "core/memory/lean_allocator.h"
#include "core/memory/memory_record.h"
#include "core/model/device_torch.h"
#include "core/model/devices.h"
#include "core/model/torch_guard_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "core/pretrain/feature_look_torch.h"
#include "core/pretrain/method_torch.h"
#include "core/pretrain/neighbour_check_torch.h"
#include "core/pretrain/pieces_torch.h"
#include "core/pretrain/pretrain_inputs.h"
#include "core/pretrain/start_weights.h"
#include "core/recipes/method_views.h"
#include "core/run/environment.h"
#include "core/run/file_record.h"
#include "core/run/loss_check.h"
#include "core/train/session_torch.h"
#include "core/weights/safetensors_writer.h"

#include <algorithm>
#include <optional>
#include <stop_token>

namespace rekindle::pretrain {
namespace {

constexpr const char* kMemoryHint =
    "Close other programs and continue the run. Or start it anew with a limit of memory "
    "(--memory-limit 6G, or what there is), which works the batch off in pieces.";

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
        if (m_inputs.settings.memoryLimit > 0)
            memory::giveBackAtOnce();
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
        const auto ended = session.run();
        if (m_record)
            RK_CHECK(recordMemory(memory::peakMemory()));
        RK_TRY(const run::Outcome outcome, ended);
        if (outcome != run::Outcome::Done || !m_record)
            return outcome;
        RK_CHECK(session.save());
        RK_CHECK(finish(session.step()));
        return run::Outcome::Done;
    }

private:
    Result<void> buildMethod()
    {
        run::PretrainSettings& settings = m_inputs.settings;
        RK_TRY(m_compute, model::prepareDevice(settings.device, settings.threads));
        choosePrecision(settings);
        RK_TRY(m_start, readStartWeights(settings));
        RK_TRY(m_method, makeMethod(settings, m_start.architecture, m_start.conventions));
        if (m_start.weights)
            RK_CHECK(model::loadWeights(*m_method->backbone(), *m_start.weights));
        m_start.weights.reset();
        m_method->backbone()->setRecompute(settings.recompute);
        if (settings.head == "keep")
            RK_CHECK(keepHeads(settings));
        m_length = {m_inputs.imagesPerEpoch,
                    settings.epochs,
                    settings.batch,
                    m_method->totalSteps(m_inputs.imagesPerEpoch),
                    m_method->stepsPerEpoch(m_inputs.imagesPerEpoch),
                    static_cast<std::int64_t>(m_inputs.manifest.classes.size())};
        m_uninformed = run::uninformedLoss(
            settings, dataset::labelEntropy(m_inputs.manifest, m_inputs.images));
        m_method->begin(m_length, settings.init == "random" ? Start::Random : Start::Checkpoint);
        return {};
    }

    /// Planning settles it for the device that it expects; here it is known.
    void choosePrecision(run::PretrainSettings& settings)
    {
        const bool half = memory::computesInHalf(!m_compute.device.is_cpu());
        memory::settlePrecision(settings, half);
        if (settings.precision == "bf16" && !half)
            m_inputs.warnings.add({"slow_bf16",
                                   "This processor does not compute in bf16, so that each step "
                                   "takes far longer than in fp32; start anew with precision=fp32",
                                   {}});
    }

    /// The heads that the checkpoint carries, for a method that knows them.
    Result<void> keepHeads(const run::PretrainSettings& settings)
    {
        const auto wanted = m_method->headTensors();
        if (wanted.empty())
            return fail(ErrorKind::Usage, "This method keeps no heads of a checkpoint", "head",
                        "Choose head=new.");
        RK_TRY(const auto heads, readHeads(settings.init, wanted));
        auto parameters = m_method->module().named_parameters();
        auto buffers = m_method->module().named_buffers();
        for (const auto& item : heads.items()) {
            torch::Tensor* tensor = parameters.find(item.name);
            if (tensor == nullptr)
                tensor = buffers.find(item.name);
            if (tensor == nullptr)
                return fail(ErrorKind::Internal, "There is no such tensor", item.name);
            if (auto taken = model::fromHost(item.tensor, *tensor, item.name); !taken)
                return fail(ErrorKind::Mismatch,
                            "The head that the checkpoint carries has another size than this "
                            "method's",
                            item.name, "Choose head=new, or the size that it has.");
        }
        return {};
    }

    Result<void> openRecord()
    {
        train::RunRecord::Settings kept;
        kept.identity = m_inputs.identity;
        kept.saveEveryMinutes = m_inputs.settings.saveEveryMinutes;
        RK_TRY(auto record, train::RunRecord::open(m_folder, m_control, std::move(kept)));
        m_record.emplace(std::move(record));
        RK_TRY(const Warnings changed,
               run::writeEngine(m_folder,
                                model::computedWith(m_compute.threads, m_compute.description)));
        RK_CHECK(m_record->note(changed, 0));
        RK_CHECK(m_record->note(memory::pieceWarnings(m_inputs.settings), 0));
        RK_CHECK(recordMemory(0));
        return m_record->note(m_inputs.warnings, 0);
    }

    /// How the run fits into its limit, where it has one: into the log when it begins, and with
    /// what it took on a processor when it ends.
    Result<void> recordMemory(std::int64_t peak)
    {
        const run::PretrainSettings& settings = m_inputs.settings;
        if (settings.memoryLimit == 0)
            return {};
        const auto place =
            memory::workplaceOf(m_compute.device.str(), m_inputs.manifest, m_inputs.images);
        RK_TRY(const auto estimate, memory::estimate(settings, place));
        if (peak == 0)
            log::info(memory::sentence(settings, estimate) + ".");
        else if (!place.gpu)
            log::info("Memory: the most that was taken was " +
                      text::bytes(static_cast<std::uint64_t>(peak)) + ".");
        return memory::writeMemory(m_folder, memory::choiceJson(settings, estimate),
                                   place.gpu ? 0 : peak);
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
        settings.recipes = recipes::underPolicy(m_method->views(), m_inputs.settings);
        settings.batch = static_cast<int>(m_inputs.settings.batch);
        settings.stepsPerPass = m_length.stepsPerEpoch;
        settings.seed = m_inputs.settings.seed;
        settings.threads = m_compute.loaderThreads;
        const memory::LoaderRoom room = memory::loaderRoom(m_inputs.settings);
        settings.mostAhead = room.mostAhead;
        settings.cacheBytes = room.pictureBytes;
        return {m_inputs.manifest, m_inputs.images, std::move(settings)};
    }

    [[nodiscard]] torch::Tensor loss(const train::Batch& batch,
                                     const train::StepContext& context) override
    {
        const std::int64_t pieces =
            std::min(m_inputs.settings.pieces, m_inputs.settings.batch / context.replica.world());
        m_pieced.reset();
        if (pieces > 1)
            m_pieced.emplace(*m_method, batch.blocks, batch.labels.size(0), pieces);
        Embeddings embeddings = m_pieced ? m_pieced->embed() : m_method->embed(batch.blocks);
        embeddings.labels = batch.labels;
        m_features = embeddings.features;
        m_views = embeddings.views;
        return m_method->loss(embeddings, context);
    }
    void backward(const torch::Tensor& loss) override
    {
        m_pieced ? m_pieced->backward(loss) : loss.backward();
        m_pieced.reset();
    }
    /// More pieces would change what batch norm sees, so there is but one way.
    [[nodiscard]] std::optional<std::string> takeLessMemory() override
    {
        m_pieced.reset();
        m_features = torch::Tensor();
        if (m_recompute || m_inputs.settings.recompute)
            return std::nullopt;
        recompute();
        return "maps are computed again on the way back, which changes no number";
    }
    [[nodiscard]] std::string memoryHint() const override { return kMemoryHint; }
    void recompute()
    {
        m_recompute = true;
        m_method->backbone()->setRecompute(true);
    }
    void beforeUpdate(const train::StepContext& context) override
    {
        m_method->beforeUpdate(context);
    }
    void afterUpdate(const train::StepContext& context) override
    {
        m_method->afterUpdate(context);
        m_look.take(m_features, m_views, context);
    }

    [[nodiscard]] Result<void> begin(std::int64_t step) override
    {
        planNeighbours();
        // A run that was stopped before its first step has said all this already.
        if (step > 0 || m_record->hasSave())
            return {};
        RK_CHECK(writeBackbone(m_folder.snapshotFile(0), 0));
        Json line{{"step", 0}, {"epoch", 0.0}};
        RK_CHECK(askNeighbours(0, line));
        return line.contains("knn") ? m_record->append(std::move(line)) : Result<void>();
    }

    void planNeighbours()
    {
        const run::PretrainSettings& settings = m_inputs.settings;
        if (settings.knnEvery == 0)
            return;
        m_neighbours.emplace(m_inputs.manifest,
                             NeighbourCheck::Settings{settings.imageSize, m_compute.loaderThreads,
                                                      settings.precision == "bf16", settings.seed});
        if (!m_neighbours->possible())
            m_neighbours.reset();
    }

    /// Whether neighbours are asked after this step: every so many passes, and at the end.
    [[nodiscard]] bool neighboursDue(std::int64_t step) const
    {
        if (!m_neighbours)
            return false;
        if (step == 0 || step >= m_length.steps)
            return true;
        const auto pass = static_cast<std::int64_t>(epochsAfter(m_length, step));
        return pass > 0 && pass % m_inputs.settings.knnEvery == 0 &&
               stepsFor(m_length, pass) == step;
    }

    /// Into the step's line. What cannot be asked is told, and the run goes on.
    [[nodiscard]] Result<void> askNeighbours(std::int64_t step, Json& line)
    {
        if (!neighboursDue(step))
            return {};
        // A pause waits for the answer: the run's lines are those of one that was never stopped.
        std::stop_source cancelled;
        const std::stop_callback watch(m_control.stopToken(), [&] {
            if (m_control.request() == run::Request::Cancel)
                cancelled.request_stop();
        });
        const auto score =
            m_neighbours->ask(m_method->backbone(), m_compute.device, cancelled.get_token());
        if (score) {
            line["knn"] = score->accuracy;
            line["knn_chance"] = score->chance;
            if (const auto warning = m_watch.tell(*score))
                return m_record->warn(*warning, step);
            return {};
        }
        if (score.error().kind == ErrorKind::Cancelled)
            return {};
        Warnings found;
        found.add({"neighbours_not_asked",
                   "Nearest neighbours of the labelled training images could not be asked (" +
                       score.error().message + ")",
                   score.error().subject});
        return m_record->note(found, step);
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
            m_look.addTo(line);
            if (m_look.isClose() && m_uninformed)
                line["loss_uninformed"] = *m_uninformed;
            RK_CHECK(watchSpread(done.step));
            RK_CHECK(askNeighbours(done.step, line));
            line["seconds"] = record.secondsWorked();
            RK_CHECK(record.append(std::move(line)));
        }
        return keepSnapshot(done.step);
    }

    [[nodiscard]] Result<void> watchSpread(std::int64_t step)
    {
        Warnings found;
        if (const auto warning = m_watch.tell(m_look.spread()))
            found.add(*warning);
        return m_record->note(found, step);
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

    void store(Json& details) const override
    {
        details["method"] = m_inputs.settings.method;
        details.update(m_watch.toJson());
        if (m_recompute)
            details["recompute"] = true;
    }
    void restore(FieldReader& details) override
    {
        m_watch.restore(details);
        if (details.flag("recompute", false))
            recompute();
    }
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
        RK_CHECK(storage::makeSubfolder(file.parent_path()));
        weights::WeightSet weights;
        model::storeWeights(*m_method->backbone(), weights);
        return run::writeRecorded(m_folder, file, [&] {
            return weights::writeSafetensors(file, weights,
                                             backboneMetadata(m_inputs.settings, m_start, passes),
                                             storage::Existing::Replace);
        });
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

    std::optional<PiecedStep> m_pieced; ///< of the step in work, where it is made in pieces
    bool m_recompute = false;           ///< since the memory was not enough for a step
    torch::Tensor m_features;           ///< of the step in work
    std::int64_t m_views = 1;           ///< that they are of
    FeatureLook m_look;                 ///< at the last step that was not undone
    std::optional<double> m_uninformed; ///< loss of a network that tells no image from another
    std::optional<NeighbourCheck> m_neighbours; ///< where they are asked
    CollapseWatch m_watch;
};

} // namespace

Result<run::Outcome> runPretraining(const run::RunFolder& folder, run::RunControl& control)
{
    return runPretraining(folder, control, model::alone());
}

Result<run::Outcome> runPretraining(const run::RunFolder& folder, run::RunControl& control,
                                    const model::Replica& replica)
{
    auto ended = model::torchGuard(folder.name(),
                                   [&] { return Pretraining(folder, control, replica).run(); });
    // Wherever it ran out.
    if (!ended && ended.error().kind == ErrorKind::Memory)
        ended.error().hint = kMemoryHint;
    return ended;
}

} // namespace rekindle::pretrain
