#include "widgets/bridge/weights_store.h"

#include "core/checkpoint/checkpoint.h"
#include "core/study/repair_file.h"
#include "widgets/bridge/background_job.h"

#include <algorithm>

namespace rekindle::bridge {
namespace {

namespace fs = std::filesystem;

Result<repair::RepairReport> repairOf(const fs::path& weights)
{
    const fs::path file = study::repairReportFile(weights);
    RK_TRY(const auto json, readJsonFile(file));
    return repair::repairReportFromJson(json, file.string());
}

Result<WeightsFacts> readFacts(const fs::path& file)
{
    checkpoint::ReadOptions reading;
    reading.keepDoubles = true;
    reading.anyNetwork = true;
    RK_TRY(const auto checkpoint, checkpoint::readCheckpoint(file, reading));
    WeightsFacts facts;
    facts.format = checkpoint.format;
    facts.writer = checkpoint.writer;
    facts.method = checkpoint.method;
    facts.onlyLook = checkpoint.onlyLook;
    if (checkpoint.onlyLook.empty())
        facts.architecture = weights::name(checkpoint.architecture);
    RK_TRY(facts.sha256, checkpoint::contentHash(checkpoint));
    if (checkpoint.onlyLook.empty()) {
        facts.padding = weights::paddingName(checkpoint.conventions.padding);
        facts.normalisation = weights::normalisationName(checkpoint.conventions.normalisation);
    }
    facts.bytes = checkpoint.bytes;
    facts.parameters = checkpoint.weights.parameters();
    facts.convolutions = checkpoint.onlyLook.empty()
                             ? weights::convLayers(checkpoint.architecture).size()
                             : checkpoint.layers.size();
    facts.tensors = checkpoint.weights.items().size();
    facts.ignored = checkpoint.ignored;
    facts.missing = checkpoint.missing;
    facts.warnings = checkpoint.warnings;
    RK_TRY(facts.report, inspect::inspectCheckpoint(checkpoint));
    if (auto filters = inspect::firstFilters(checkpoint.weights, facts.report))
        facts.firstFilters = *std::move(filters);
    facts.report.file = file.filename().string();
    if (auto repair = repairOf(file))
        facts.repair = *std::move(repair);
    else if (repair.error().kind != ErrorKind::NotFound)
        facts.warnings.add("repair_report_unread", repair.error().message, repair.error().subject);
    return facts;
}

} // namespace

WeightsStore::WeightsStore(QObject* parent)
    : QObject(parent), m_job(std::make_unique<BackgroundJob>())
{
}

WeightsStore::~WeightsStore() = default;

bool WeightsStore::busy() const
{
    return m_job->running();
}

WeightsStore::Facts WeightsStore::facts(const study::Study& study, const study::WeightsEntry& entry)
{
    const fs::path file = study::weightsFile(study, entry);
    if (const auto found = m_facts.find(file); found != m_facts.end())
        return found->second;
    if (!m_errors.contains(file) &&
        std::find(m_wanted.begin(), m_wanted.end(), file) == m_wanted.end()) {
        m_wanted.push_back(file);
        if (!m_job->running())
            next();
    }
    return nullptr;
}

const Error* WeightsStore::error(const study::Study& study, const study::WeightsEntry& entry) const
{
    const auto found = m_errors.find(study::weightsFile(study, entry));
    return found == m_errors.end() ? nullptr : &found->second;
}

void WeightsStore::dropWishes()
{
    m_wanted.clear();
    // Not waited for: the file may lie on a drive that does not answer.
    m_job = std::make_unique<BackgroundJob>();
}

void WeightsStore::next()
{
    if (m_wanted.empty())
        return;
    const fs::path file = m_wanted.front();
    m_job->run<WeightsFacts>([file](const job::Watch&) { return readFacts(file); },
                             [this, file](Result<WeightsFacts> result) {
                                 if (result)
                                     m_facts[file] =
                                         std::make_shared<const WeightsFacts>(*std::move(result));
                                 else
                                     m_errors[file] = result.error();
                                 std::erase(m_wanted, file);
                                 next();
                                 Q_EMIT changed();
                             });
}

} // namespace rekindle::bridge
