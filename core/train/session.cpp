#include "core/train/session_torch.h"

#include "core/base/log.h"
#include "core/model/batch_norm_torch.h"
#include "core/model/device_torch.h"
#include "core/model/torch_guard_torch.h"
#include "core/model/weight_transfer_torch.h"
#include "core/train/agree_torch.h"

#include <algorithm>
#include <cmath>

namespace rekindle::train {
namespace {

/// Bad steps in a row after which a run is stopped.
constexpr int kMostUndone = 3;

/// How a replica fared that waited for its rows.
enum class Waited : std::int64_t { HasRows, Stopped, Failed };

template <class Choice>
Choice worst(const model::Replica& replica, Choice mine)
{
    return static_cast<Choice>(largestOf(replica, static_cast<std::int64_t>(mine)));
}

} // namespace

Session::Session(Trainee& trainee, run::RunControl& control, RunRecord* record, Settings settings)
    : m_trainee(trainee), m_control(control), m_record(record), m_settings(std::move(settings)),
      m_parts(trainee.parts()), m_total(trainee.totalSteps())
{
}

Result<run::Outcome> Session::run()
{
    RK_CHECK(prepare());
    while (m_step < m_total) {
        const run::Request asked = worst(*m_settings.replica, m_control.request());
        if (asked == run::Request::Finish && m_trainee.mayFinishEarly())
            break;
        if (asked == run::Request::Pause || asked == run::Request::Cancel) {
            RK_CHECK(save());
            return asked == run::Request::Pause ? run::Outcome::Paused : run::Outcome::Cancelled;
        }
        RK_TRY(const AfterStep after, makeStep());
        if (after == AfterStep::Save || (m_record != nullptr && m_record->saveDue()))
            RK_CHECK(save());
    }
    return run::Outcome::Done;
}

Result<void> Session::prepare()
{
    std::vector<torch::nn::Module*> modules;
    for (const Trainee::Part& part : m_parts) {
        model::moveTo(part.module, m_settings.device);
        model::setReplica(part.module, *m_settings.replica);
        part.module.train();
        modules.push_back(&part.module);
        const auto parameters = part.module.parameters();
        m_parameters.insert(m_parameters.end(), parameters.begin(), parameters.end());
    }
    m_undo.emplace(modules);
    m_optimizer = m_trainee.makeOptimizer();
    RK_CHECK(restore());
    RK_CHECK(takeFromFirst());
    if (m_record != nullptr)
        RK_CHECK(m_trainee.begin(m_step));
    RK_CHECK(openLoader());
    if (m_record != nullptr)
        m_settings.report(m_step);
    return {};
}

Result<void> Session::restore()
{
    const auto saved = m_record == nullptr ? std::nullopt : m_record->takeSave();
    if (!saved)
        return {};
    for (const Trainee::Part& part : m_parts)
        RK_CHECK(model::loadWeights(part.module, saved->tensors, part.prefix));
    for (Parameter& part : m_optimizer->state()) {
        const weights::Tensor* stored = saved->tensors.find("optimizer/" + part.name);
        if (stored == nullptr)
            return fail(ErrorKind::Mismatch, "The save lacks a part of the optimiser", part.name);
        RK_CHECK(model::fromHost(*stored, part.tensor, part.name));
    }
    RK_CHECK(takeDetails(saved->details, saved->step));
    log::info("Continuing after step " + std::to_string(m_step) + ".");
    return {};
}

/// Everything that decides numbers, so that all replicas begin where the first one does.
Result<void> Session::takeFromFirst()
{
    const model::Replica& replica = *m_settings.replica;
    if (replica.world() == 1)
        return {};
    for (const Trainee::Part& part : m_parts) {
        for (torch::Tensor& tensor : part.module.parameters())
            copyFromFirst(replica, tensor);
        for (torch::Tensor& tensor : part.module.buffers())
            copyFromFirst(replica, tensor);
    }
    for (Parameter& part : m_optimizer->state())
        copyFromFirst(replica, part.tensor);
    const std::vector<std::string> all = gatherTexts(replica, dumpJsonLine(details()));
    RK_TRY(const Json first, parseJson(all.front(), "state.json"));
    return takeDetails(first, 0);
}

Result<void> Session::openLoader()
{
    BatchPlan plan = m_trainee.batches();
    m_batch = plan.settings.batch;
    if (m_step >= m_total)
        return {};
    plan.settings.order = loader::Order::Endless;
    plan.settings.firstStep = m_step;
    plan.settings.steps = m_total - m_step;
    plan.settings.rank = m_settings.replica->rank();
    plan.settings.world = m_settings.replica->world();
    RK_TRY(m_loader,
           loader::BatchLoader::create(plan.manifest, std::move(plan.images), plan.settings));
    return {};
}

Result<AfterStep> Session::makeStep()
{
    RK_TRY(const auto batch, nextBatch());
    if (!batch)
        return AfterStep::GoOn; // the loop meets the request
    const StepContext context{m_step, m_total, *m_settings.replica,
                              static_cast<double>(batch->labels.size(0)) /
                                  static_cast<double>(m_batch)};
    const double rate = m_trainee.rate(m_step);
    RK_TRY(const double loss, lossAndGradients(*batch, context));
    if (!std::isfinite(loss))
        return undoStep("its loss is not a number");
    sumGradients();
    if (!gradientsAreFinite(m_parameters))
        return undoStep("its gradient is not a number");
    m_undoneInRow = 0;
    m_trainee.beforeUpdate(context);
    m_optimizer->step(rate);
    m_trainee.afterUpdate(context);
    ++m_step;
    return tell({m_step, false, loss, rate});
}

Result<double> Session::lossAndGradients(const Batch& batch, const StepContext& context)
{
    m_undo->remember();
    for (;;) {
        m_optimizer->zeroGrad();
        auto loss = model::torchGuard(m_settings.run, [&] { return tryStep(batch, context); });
        if (loss || loss.error().kind != ErrorKind::Memory)
            return loss;
        m_undo->undo();
        m_optimizer->zeroGrad();
        // Of several replicas the others would wait for this one.
        const auto how =
            m_settings.replica->world() > 1 ? std::nullopt : m_trainee.takeLessMemory();
        if (!how)
            return fail(saveForLackOfMemory());
        if (m_record != nullptr)
            RK_CHECK(m_record->warn({"memory_short",
                                     "The memory was not enough for a step. It was made again, and "
                                     "the run goes on, in less: " +
                                         *how,
                                     {},
                                     1},
                                    m_step));
    }
}

Result<double> Session::tryStep(const Batch& batch, const StepContext& context)
{
    const torch::Tensor part = m_trainee.loss(batch, context);
    const auto loss = m_settings.replica->sum(part.detach()).item<double>();
    if (std::isfinite(loss))
        m_trainee.backward(part);
    return loss;
}

/// The step has left no trace, so what is saved is the state before it.
Error Session::saveForLackOfMemory()
{
    const auto saved = model::torchGuard(m_settings.run, [&]() -> Result<void> { return save(); });
    const std::string kept =
        saved ? "What was reached before it is saved" : "What was saved before is kept";
    return Error{ErrorKind::Memory,
                 "There is not enough memory for step " + std::to_string(m_step + 1) + ". " + kept,
                 m_settings.run, m_trainee.memoryHint()};
}

Result<std::optional<Batch>> Session::nextBatch()
{
    auto next = m_loader->next(m_control.stopToken());
    RK_CHECK(tellSetAside());
    Waited waited = Waited::HasRows;
    if (!next)
        waited = next.error().kind == ErrorKind::Cancelled ? Waited::Stopped : Waited::Failed;
    switch (worst(*m_settings.replica, waited)) {
    case Waited::HasRows:
        return batchOn(*next, m_settings.device);
    case Waited::Stopped:
        return std::nullopt;
    case Waited::Failed:
        break;
    }
    // What was reached is kept: the run goes on from here when the drive is back.
    RK_CHECK(save());
    if (waited == Waited::Failed)
        return fail(std::move(next).error());
    return fail(ErrorKind::Io, "Another process of this run could not read its images",
                m_settings.run, "Its own message says why.");
}

/// What the loaders set aside since the last look goes into journal and status.
Result<void> Session::tellSetAside()
{
    const std::size_t setAside = m_loader->setAside();
    const bool more = setAside > m_setAside;
    m_setAside = setAside;
    if (largestOf(*m_settings.replica, more ? 1 : 0) == 0)
        return {};
    const std::string mine = dumpJsonLine(toJson(m_loader->warnings()));
    for (const std::string& text : gatherTexts(*m_settings.replica, mine)) {
        RK_TRY(const Json json, parseJson(text, "warnings"));
        RK_TRY(const Warnings found, warningsFromJson(json, "warnings"));
        if (m_record != nullptr)
            RK_CHECK(m_record->note(found, m_step));
    }
    return {};
}

void Session::sumGradients()
{
    if (m_settings.replica->world() == 1)
        return;
    for (torch::Tensor& parameter : m_parameters) {
        if (parameter.grad().defined())
            parameter.mutable_grad() = m_settings.replica->sum(parameter.grad());
    }
}

/// Leaves a bad step out as if it had never been; a few in a row end the run where the last good
/// one left it.
Result<AfterStep> Session::undoStep(const std::string& why)
{
    m_undo->undo();
    ++m_step;
    if (m_record != nullptr)
        RK_CHECK(m_record->warn(
            {"step_undone", "A step was undone, since " + why, m_trainee.weights(), 1}, m_step));
    if (++m_undoneInRow < kMostUndone)
        return tell({m_step, true, 0, 0});
    // Weights that an update has spoiled must not stand in for the last good save.
    if (weightsAreFinite())
        RK_CHECK(save());
    const std::string weights = m_trainee.weights();
    return fail(ErrorKind::Diverged,
                m_trainee.activity() + " has left the numbers: since step " +
                    std::to_string(m_step + 1 - kMostUndone) + " " + why,
                weights.empty() ? m_settings.run : weights,
                "Start a new run with a lower learning rate (lr).");
}

Result<AfterStep> Session::tell(const StepDone& done)
{
    if (m_record == nullptr)
        return AfterStep::GoOn;
    m_record->pace().step(m_batch);
    RK_TRY(const AfterStep after, m_trainee.stepDone(done, *m_record));
    m_settings.report(m_step);
    return after;
}

bool Session::weightsAreFinite() const
{
    const torch::NoGradGuard noGrad;
    return std::all_of(m_parameters.begin(), m_parameters.end(), [](const torch::Tensor& tensor) {
        return std::isfinite(tensor.norm().item<double>());
    });
}

Json Session::details() const
{
    Json details;
    details["unit_step"] = m_step;
    details["total_steps"] = m_total;
    details["undone_in_row"] = m_undoneInRow;
    details["updates"] = m_optimizer->updates;
    m_trainee.store(details);
    return details;
}

Result<void> Session::takeDetails(const Json& details, std::int64_t savedStep)
{
    FieldReader fields(details, "state.json");
    m_step = fields.integer("unit_step", savedStep);
    m_undoneInRow = static_cast<int>(fields.integer("undone_in_row", 0));
    m_optimizer->updates = fields.integer("updates");
    m_trainee.restore(fields);
    return fields.check();
}

Result<void> Session::save()
{
    if (m_record == nullptr)
        return {};
    Save save;
    save.step = m_step;
    save.details = details();
    for (const Trainee::Part& part : m_parts)
        model::storeWeights(part.module, save.tensors, part.prefix);
    for (const Parameter& part : m_optimizer->state())
        save.tensors.set("optimizer/" + part.name, model::toHost(part.tensor));
    return m_record->write(std::move(save));
}

} // namespace rekindle::train
