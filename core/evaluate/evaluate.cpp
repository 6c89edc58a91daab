#include "core/evaluate/evaluate.h"

#include "core/checkpoint/checkpoint.h"
#include "core/dataset/split.h"
#include "core/dataset/split_hash.h"
#include "core/evaluate/features_torch.h"
#include "core/evaluate/protocol_torch.h"
#include "core/evaluate/score_result.h"
#include "core/evaluate/unit_store.h"
#include "core/model/device_torch.h"
#include "core/model/devices.h"
#include "core/model/initialise_torch.h"
#include "core/model/torch_guard_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "core/run/environment.h"
#include "core/run/file_record.h"
#include "core/run/identity.h"
#include "core/scores/measure.h"
#include "core/scores/position.h"
#include "core/storage/atomic_write.h"
#include "core/train/planned_images.h"
#include "core/train/session_torch.h"

#include <algorithm>

namespace rekindle::evaluate {
namespace {

/// What is planned by the hash of its bytes must have them still.
Result<void> checkSame(const run::ScoreTarget& target, const checkpoint::Checkpoint& file)
{
    if (!target.content.starts_with("sha256:"))
        return {};
    RK_TRY(const std::string sha256, checkpoint::contentHash(file));
    if (target.content == run::contentOfFile(sha256))
        return {};
    return fail(ErrorKind::Mismatch, "These weights have changed since they were to be scored",
                target.weights.filename().string(), "Put the file back, or plan the score again.");
}

/// One scoring run being worked off, on the trainer's thread.
class Evaluation : private UnitControl
{
public:
    Evaluation(const run::RunFolder& folder, run::RunControl& control)
        : m_folder(folder), m_control(control)
    {
    }

    Result<run::Outcome> run()
    {
        RK_CHECK(readSettings());
        RK_CHECK(openRecord());
        RK_CHECK(readImages());
        for (std::size_t target = 0; target < m_settings.targets.size(); ++target) {
            if (isLeftOut(m_settings.targets[target]))
                continue;
            for (int repeat = 0; repeat < run::usefulRepeats(m_settings); ++repeat) {
                if (m_units->holds(target, repeat))
                    continue;
                RK_TRY(const auto outcome, scoreUnit(target, repeat));
                if (outcome != run::Outcome::Done)
                    return outcome;
            }
        }
        if (m_units->units().empty())
            return fail(ErrorKind::NotFound, "There are no weights to score", m_folder.name(),
                        "Pretrain first, or score passes whose weights were kept.");
        RK_CHECK(run::writeRecorded(m_folder, predictionsFile(m_folder), [&] {
            return writePredictions(m_folder, m_settings, m_units->units());
        }));
        RK_TRY(Json result,
               resultJson(m_folder, m_settings, m_manifest, m_split, m_units->units()));
        result["warnings"] = toJson(m_control.warnings());
        RK_CHECK(run::writeRecorded(m_folder, m_folder.resultFile(), [&] {
            return storage::atomicWrite(m_folder.resultFile(), dumpJson(result));
        }));
        report(0);
        return run::Outcome::Done;
    }

private:
    Result<void> readSettings()
    {
        RK_TRY(const auto settings, m_folder.settings());
        const auto* score = std::get_if<run::ScoreSettings>(&settings);
        if (score == nullptr)
            return fail(ErrorKind::Usage, "This is not a scoring run", m_folder.name());
        m_settings = *score;
        RK_CHECK(run::check(m_settings));
        RK_TRY(m_protocol, findProtocol(m_settings.protocol));
        return {};
    }

    Result<void> readImages()
    {
        RK_TRY(auto planned,
               train::readPlannedImages(m_folder, m_settings.images, m_settings.imagesHash,
                                        m_control.stopToken()));
        m_manifest = std::move(planned.manifest);
        if (!m_manifest.labelled())
            return fail(ErrorKind::Usage, "Scoring needs labels, and these images have none",
                        m_manifest.folder.filename().string(),
                        "Put the images of each class into a folder of its own, or add a table.");
        // The split is the study's, not the repeat's: every arm and repeat meets the same test
        // images.
        RK_TRY(m_split,
               dataset::splitOf(m_manifest, m_settings.keepLeaks ? dataset::Leaks::Keep
                                                                 : dataset::Leaks::LeaveOut));
        m_control.note(dataset::splitWarnings(m_manifest, m_split));
        if (!m_settings.splitHash.empty() &&
            dataset::hashOf(m_manifest, m_split) != m_settings.splitHash)
            return fail(ErrorKind::Mismatch,
                        "The training and test images are not those this run was planned with",
                        m_folder.name(), "Plan the run again with the labels as they are now.");
        if (m_split.test.empty() || m_split.train.size() < 2)
            return fail(ErrorKind::Usage, "These images leave too few for training and testing",
                        m_manifest.folder.filename().string());
        RK_TRY(m_compute, model::prepareDevice(m_settings.device, m_settings.threads));
        RK_TRY(const Warnings changed,
               run::writeEngine(m_folder,
                                model::computedWith(m_compute.threads, m_compute.description)));
        RK_CHECK(m_record->note(changed, 0));
        m_testImages.emplace(m_manifest, m_split.test, m_settings.imageSize,
                             m_compute.loaderThreads, m_control.stopToken());
        if (!m_split.validation.empty())
            m_validationImages.emplace(m_manifest, m_split.validation, m_settings.imageSize,
                                       m_compute.loaderThreads, m_control.stopToken());
        return {};
    }

    /// Takes over the units that an earlier sitting finished, and the save it left in the middle of
    /// one.
    Result<void> openRecord()
    {
        RK_TRY(auto units, UnitStore::read(m_folder, m_settings));
        m_units.emplace(std::move(units));
        train::RunRecord::Settings kept;
        kept.identity = run::identityOf(m_settings);
        kept.saveEveryMinutes = m_settings.saveEveryMinutes;
        kept.keptSeq = m_units->lastSeq();
        RK_TRY(auto record, train::RunRecord::open(m_folder, m_control, std::move(kept)));
        m_record.emplace(std::move(record));
        m_control.note(m_units->warnings());
        return {};
    }

    /// A run that was finished early never made its later snapshots; the others are scored all the
    /// same. A single target that is missing stays an error.
    [[nodiscard]] bool isLeftOut(const run::ScoreTarget& target) const
    {
        if (m_settings.targets.size() < 2 || target.weights.empty() ||
            std::filesystem::exists(target.weights))
            return false;
        Warnings leftOut;
        leftOut.add("pass_left_out",
                    "There are no weights of this pass to score, so it is left out",
                    "pass " + scores::positionText(target.epoch));
        m_control.note(leftOut);
        return true;
    }

    Result<run::Outcome> scoreUnit(std::size_t target, int repeat)
    {
        m_score = UnitScore{};
        m_score.target = target;
        m_score.repeat = repeat;
        m_score.seed = m_settings.seed + static_cast<std::uint64_t>(repeat);
        auto draw =
            dataset::labelledSubset(m_manifest, m_split.train, m_settings.fraction, m_score.seed);
        m_score.trained = static_cast<std::int64_t>(draw.size());
        m_record->begin(part());
        RK_TRY(auto network, loadTarget(m_settings.targets[target]));
        Unit unit{m_settings,
                  m_manifest,
                  std::move(draw),
                  *m_testImages,
                  m_validationImages ? &*m_validationImages : nullptr,
                  network,
                  targetName(target),
                  static_cast<std::int64_t>(m_manifest.classes.size()),
                  m_score.seed,
                  m_compute.device,
                  m_compute.loaderThreads,
                  m_control.stopToken()};
        RK_TRY(const Scored scored, m_protocol->score(unit, *this));
        if (scored.outcome != run::Outcome::Done)
            return scored.outcome;
        RK_CHECK(keepChosen(scored));
        return stopAsked();
    }

    /// How the record knows the unit in work.
    [[nodiscard]] train::RunPart part() const
    {
        train::RunPart part;
        part.inLines["target_epoch"] =
            scores::positionJson(m_settings.targets[m_score.target].epoch);
        part.inLines["repeat"] = m_score.repeat;
        part.inSaves["target"] = m_score.target;
        part.inSaves["repeat"] = m_score.repeat;
        part.before = static_cast<std::int64_t>(m_units->units().size());
        return part;
    }

    /// What errors about a target speak of.
    [[nodiscard]] std::string targetName(std::size_t target) const
    {
        const std::string file = m_settings.targets[target].weights.string();
        return file.empty() ? "random weights" : file;
    }

    [[nodiscard]] run::Outcome stopAsked() const
    {
        switch (m_control.request()) {
        case run::Request::Pause:
            return run::Outcome::Paused;
        case run::Request::Cancel:
            return run::Outcome::Cancelled;
        case run::Request::None:
        case run::Request::Finish: // scores have no early end: half of them compare nothing
            break;
        }
        return run::Outcome::Done;
    }

    Result<model::ResNet> loadTarget(const run::ScoreTarget& target)
    {
        if (!target.weights.empty()) {
            RK_TRY(const auto file, checkpoint::readCheckpoint(target.weights));
            RK_CHECK(checkSame(target, file));
            return makeNetwork(file.architecture, file.conventions, file.weights, m_compute.device);
        }
        RK_TRY(const auto architecture, weights::parseArchitecture(m_settings.architecture));
        model::ResNet network(architecture, weights::Conventions{},
                              model::RunningVariance::Unbiased);
        model::initialiseSimclr(network, m_score.seed);
        weights::WeightSet weights;
        model::storeWeights(*network, weights);
        return makeNetwork(architecture, weights::Conventions{}, weights, m_compute.device);
    }

    Result<run::Outcome> train(train::Trainee& trainee) override
    {
        m_unitSteps = trainee.totalSteps();
        train::Session::Settings settings;
        settings.device = m_compute.device;
        settings.run = m_folder.name();
        settings.report = [this](std::int64_t step) { report(step); };
        train::Session session(trainee, m_control, &*m_record, std::move(settings));
        return session.run();
    }

    Result<void> journal(Json line) override { return m_record->append(std::move(line)); }

    /// The table of these answers.
    [[nodiscard]] scores::ScoreTable tableOf(const torch::Tensor& probabilities) const
    {
        const torch::Tensor host = probabilities.to(torch::kCPU, torch::kFloat).contiguous();
        scores::ScoreTable table;
        table.classes = m_manifest.classes;
        table.labels = m_testImages->labels();
        bool anyPatient = false;
        for (const std::size_t image : m_split.test) {
            const dataset::ImageEntry& entry = m_manifest.images[image];
            table.images.push_back(m_manifest.nameOf(entry));
            table.patients.push_back(entry.patient);
            anyPatient = anyPatient || !entry.patient.empty();
        }
        if (!anyPatient)
            table.patients.clear();
        table.probabilities.assign(host.data_ptr<float>(), host.data_ptr<float>() + host.numel());
        return table;
    }

    /// Keeps the answers of the pass that was asked for; where there is another to choose, its
    /// measures stand beside.
    Result<void> keepChosen(const Scored& scored)
    {
        const bool best = scored.best && scored.takeBest;
        if (scored.takeBest && !scored.best) {
            Warnings none;
            none.add("no_validation_part", "These images have no validation part to choose a pass "
                                           "by, so the last one is scored");
            m_control.note(none);
        }
        if (scored.best) {
            const scores::ScoreTable other =
                tableOf(best ? scored.probabilities : scored.best->probabilities);
            RK_TRY(const Json measured, scores::measureAll(other, targetName(m_score.target)));
            m_score.choice = Json{{"scored", best ? "validation" : "last"},
                                  {"best_pass", scored.best->pass},
                                  {"validation_accuracy", scored.best->validationAccuracy},
                                  {best ? "last" : "best_by_validation", measured}};
        }
        const scores::ScoreTable table =
            tableOf(best ? scored.best->probabilities : scored.probabilities);
        RK_CHECK(m_units->keep(m_score, table, targetName(m_score.target), m_record->journal()));
        m_unitSteps = 0;
        report(0);
        return {};
    }

    void report(std::int64_t unitStep)
    {
        const auto units =
            static_cast<std::int64_t>(m_settings.targets.size()) * run::usefulRepeats(m_settings);
        const auto done = static_cast<std::int64_t>(m_units->units().size());
        const std::int64_t perUnit = std::max<std::int64_t>(m_unitSteps, 1);
        run::Status status;
        status.epoch = done;
        status.epochs = units;
        status.steps = units * perUnit;
        status.step = done * perUnit + unitStep;
        status.rate = m_record->pace().imagesPerSecond();
        status.etaSeconds = m_record->pace().secondsLeft(status.steps - status.step);
        status.activity =
            "scoring " + std::to_string(std::min(done + 1, units)) + " of " + std::to_string(units);
        status.device = m_compute.description;
        m_control.report(status);
    }

    const run::RunFolder& m_folder;
    run::RunControl& m_control;

    run::ScoreSettings m_settings;
    const ProtocolEntry* m_protocol = nullptr;
    dataset::Manifest m_manifest;
    dataset::Split m_split;
    model::Compute m_compute;
    std::optional<ScoreImages> m_testImages;
    std::optional<ScoreImages> m_validationImages;
    std::optional<UnitStore> m_units;
    std::optional<train::RunRecord> m_record;

    UnitScore m_score; ///< the unit in work
    std::int64_t m_unitSteps = 0;
};

} // namespace

Result<run::Outcome> runEvaluation(const run::RunFolder& folder, run::RunControl& control)
{
    return model::torchGuard(folder.name(), [&] { return Evaluation(folder, control).run(); });
}

} // namespace rekindle::evaluate
