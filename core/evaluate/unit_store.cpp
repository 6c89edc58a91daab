#include "core/evaluate/unit_store.h"

#include "core/run/file_record.h"
#include "core/scores/measure.h"

#include <algorithm>
#include <tuple>

namespace rekindle::evaluate {
namespace {

Json toJson(const UnitScore& unit)
{
    Json json;
    json["kind"] = "score";
    json["target"] = unit.target;
    json["repeat"] = unit.repeat;
    json["seed"] = unit.seed;
    json["n_train"] = unit.trained;
    json["table"] = scores::toJson(unit.table);
    if (!unit.choice.is_null())
        json["choice"] = unit.choice;
    return json;
}

Result<UnitScore> unitFromJson(const Json& json, const run::ScoreSettings& settings,
                               const std::string& subject)
{
    FieldReader fields(json, subject);
    UnitScore unit;
    const std::int64_t target = fields.integer("target");
    const std::int64_t repeat = fields.integer("repeat");
    unit.seed = static_cast<std::uint64_t>(fields.integer("seed"));
    unit.trained = fields.integer("n_train");
    RK_CHECK(fields.check());
    if (target < 0 || target >= static_cast<std::int64_t>(settings.targets.size()) || repeat < 0 ||
        repeat >= settings.repeats)
        return fail(ErrorKind::Damaged, "The journal tells of a score that was never planned",
                    subject, "Start this score anew (--force).");
    unit.target = static_cast<std::size_t>(target);
    unit.repeat = static_cast<int>(repeat);
    RK_TRY(unit.table, scores::tableNameFromJson(fields.any("table"), subject));
    unit.choice = json.value("choice", Json());
    return unit;
}

} // namespace

UnitStore::UnitStore(const run::RunFolder& folder)
    : m_run(folder), m_folder(scores::tablesFolder(folder.path()))
{
}

Result<UnitStore> UnitStore::read(const run::RunFolder& folder, const run::ScoreSettings& settings)
{
    UnitStore store(folder);
    RK_TRY(const auto journal, run::readJournal(folder.metricsFile()));
    for (const Json& line : journal.lines) {
        FieldReader fields(line, folder.metricsFile().string());
        if (fields.text("kind", "") != "score")
            continue;
        RK_TRY(auto unit, unitFromJson(line, settings, folder.metricsFile().string()));
        store.add(std::move(unit));
        store.m_lastSeq = std::max(store.m_lastSeq, fields.integer("seq", -1));
    }
    std::vector<UnitScore> whole;
    for (UnitScore& unit : store.m_units) {
        const auto table = scores::readTable(store.m_folder, unit.table);
        if (table)
            whole.push_back(std::move(unit));
        else if (table.error().kind == ErrorKind::Damaged ||
                 table.error().kind == ErrorKind::NotFound)
            store.m_warnings.add("score_made_again",
                                 "A score's table cannot be read any more and is made again (" +
                                     table.error().message + ")",
                                 unit.table.file);
        else
            return fail(table.error());
    }
    store.m_units = std::move(whole);
    return store;
}

bool UnitStore::holds(std::size_t target, int repeat) const
{
    return std::any_of(m_units.begin(), m_units.end(), [&](const UnitScore& unit) {
        return unit.target == target && unit.repeat == repeat;
    });
}

void UnitStore::add(UnitScore unit)
{
    const auto place = [](const UnitScore& score) { return std::tie(score.target, score.repeat); };
    const auto at = std::lower_bound(
        m_units.begin(), m_units.end(), unit,
        [&](const UnitScore& a, const UnitScore& b) { return place(a) < place(b); });
    if (at != m_units.end() && place(*at) == place(unit))
        *at = std::move(unit);
    else
        m_units.insert(at, std::move(unit));
}

Result<void> UnitStore::keep(UnitScore unit, const scores::ScoreTable& table,
                             const std::string& weights, run::MetricsJournal& journal)
{
    RK_CHECK(scores::check(table, weights));
    RK_TRY(const Json measured, scores::measureAll(table, weights));
    const std::string file =
        "unit-" + std::to_string(unit.target) + "-" + std::to_string(unit.repeat) + ".h5";
    RK_CHECK(run::writeRecorded(m_run, m_folder / file, [&]() -> Result<void> {
        RK_TRY(unit.table, scores::writeTable(m_folder, file, table));
        return {};
    }));
    Json line = toJson(unit);
    line.update(measured); // for whoever follows the journal while the run goes on
    RK_CHECK(journal.append(line));
    RK_CHECK(journal.flush());
    m_lastSeq = journal.lastSeq();
    add(std::move(unit));
    return {};
}

} // namespace rekindle::evaluate
