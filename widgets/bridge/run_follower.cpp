#include "widgets/bridge/run_follower.h"

#include "core/run/metrics_journal.h"
#include "core/study/names.h"
#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/run_label.h"

#include <cmath>
#include <limits>

namespace rekindle::bridge {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPiece = 1u << 20; ///< bytes of a journal read at once

std::string armText(run::Arm arm, const std::string& name)
{
    switch (arm) {
    case run::Arm::P1x:
        return "P1X";
    case run::Arm::P2x:
        return "P2X";
    case run::Arm::Single:
        break;
    }
    return name;
}

double numberOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>()
                                                       : std::numeric_limits<double>::quiet_NaN();
}

std::vector<ScorePoint> scorePoints(const run::RunFolder& folder)
{
    std::vector<ScorePoint> points;
    const auto json = readJsonFile(folder.resultFile());
    if (!json || !json->is_object() || !json->contains("points") || !(*json)["points"].is_array())
        return points;
    for (const Json& entry : (*json)["points"]) {
        if (!entry.is_object())
            continue;
        ScorePoint point;
        const double epoch = numberOf(entry, "epoch");
        point.epoch = std::isfinite(epoch) ? epoch : 0;
        point.mean = numberOf(entry, "mean");
        point.sd = numberOf(entry, "sd");
        if (entry.contains("repeats") && entry["repeats"].is_array()) {
            for (const Json& repeat : entry["repeats"]) {
                if (!repeat.is_object())
                    continue;
                point.balanced += numberOf(repeat, "balanced_accuracy");
                ++point.repeats;
            }
        }
        if (point.repeats > 0)
            point.balanced /= point.repeats;
        points.push_back(point);
    }
    return points;
}

/// When the worker of now, or the last one, began.
std::string startOf(const run::RunFolder& folder)
{
    const auto json = readJsonFile(folder.environmentFile());
    const bool says =
        json && json->is_object() && json->contains("created") && (*json)["created"].is_string();
    return says ? (*json)["created"].get<std::string>() : std::string();
}

bool same(const run::Status& left, const run::Status& right)
{
    return left.state == right.state && left.epoch == right.epoch && left.step == right.step &&
           left.updated == right.updated && left.request == right.request &&
           left.interrupted == right.interrupted && left.activity == right.activity;
}

bool same(const RunView& left, const RunView& right)
{
    return left.folder == right.folder && left.label == right.label &&
           same(left.status, right.status) && left.curve == right.curve &&
           left.points == right.points && left.snapshots == right.snapshots &&
           left.scores.size() == right.scores.size() &&
           left.status.warnings == right.status.warnings && left.wentOnFrom == right.wentOnFrom &&
           left.problem.has_value() == right.problem.has_value();
}

} // namespace

void RunFollower::readPoints(const run::RunFolder& folder, RunView& view)
{
    Journal& journal = m_journals[folder.path()];
    if (!journal.curve)
        journal.curve = std::make_shared<RunHistory>();
    for (;;) {
        const auto read = run::readJournal(folder.metricsFile(), journal.offset, kPiece);
        if (!read)
            break;
        if (read->restarted)
            journal.curve->clear();
        journal.curve->append(read->lines);
        const bool more = read->offset != journal.offset;
        journal.offset = read->offset;
        if (!more)
            break;
    }
    view.curve = journal.curve;
    view.points = journal.curve->size();
}

RunView RunFollower::view(const run::RunFolder& folder, const study::Study& study)
{
    RunView view;
    view.folder = folder.path();
    view.name = folder.name();
    view.label = view.name;
    auto status = folder.status();
    if (status)
        view.status = *std::move(status);
    else
        view.problem = status.error();
    auto settings = folder.settings();
    if (!settings) {
        view.problem = settings.error();
        return view;
    }
    if (const auto* pretrain = std::get_if<run::PretrainSettings>(&*settings)) {
        view.arm = pretrain->arm;
        view.pair = pretrain->pair;
        view.label = pretrain->pair.empty() ? runLabel(view.name, study.names)
                                            : pairLabel(pretrain->pair, study.names) + " · " +
                                                  armText(view.arm, view.name);
        view.snapshots = folder.snapshotEpochs();
        readPoints(folder, view);
        readStops(folder, view);
    } else {
        view.isScore = true;
        const fs::path run = folder.path().parent_path().parent_path();
        const bool bare = run.parent_path().filename() == "weights";
        const auto& score = std::get<run::ScoreSettings>(*settings);
        view.owner =
            bare ? utf8(coreText(score.label)) : runLabel(run.filename().string(), study.names);
        view.label = scoreLabel(
            view.owner, score,
            study::givenName(study.names, folder.path().lexically_relative(study.folder).string()));
        if (view.status.state == run::State::Done) {
            auto [entry, isNew] = m_scores.try_emplace(folder.path());
            if (isNew || entry->second.points.empty())
                entry->second = {scorePoints(folder), startOf(folder)};
            view.scores = entry->second.points;
            view.started = entry->second.started;
        }
    }
    view.settings = *std::move(settings);
    readLog(folder, view);
    return view;
}

/// Of each worker once, when it has taken its first step: by then its log says where it went on.
void RunFollower::readLog(const run::RunFolder& folder, RunView& view)
{
    if (view.status.state != run::State::Running || view.status.interrupted || view.status.pid == 0)
        return;
    Sitting& sitting = m_sittings[folder.path()];
    if (sitting.pid != view.status.pid)
        sitting = {view.status.pid, false, std::nullopt};
    if (!sitting.told && view.status.rate > 0) {
        sitting.told = true;
        if (const auto log = readLogEnd(folder.logFile()))
            sitting.wentOnFrom = wentOnFrom(*log);
    }
    view.wentOnFrom = sitting.wentOnFrom;
}

/// Once when a run is first seen, and once more for each worker when it has taken its first step.
void RunFollower::readStops(const run::RunFolder& folder, RunView& view)
{
    Stops& stops = m_stops[folder.path()];
    const bool working = view.status.rate > 0;
    if (stops.pid != view.status.pid || (working && !stops.working)) {
        stops.pid = view.status.pid;
        stops.working = working;
        const auto log = readLogEnd(folder.logFile());
        stops.wentOnAt = log ? wentOnAt(*log) : std::vector<std::int64_t>();
    }
    view.wentOnAt = stops.wentOnAt;
}

bool RunFollower::look(const fs::path& study)
{
    RunViews views;
    if (const auto opened = study::openStudy(study)) {
        for (const fs::path& path : study::runFolders(*opened)) {
            auto folder = run::RunFolder::open(path);
            if (folder) {
                views.push_back(view(*folder, *opened));
                continue;
            }
            RunView lost;
            lost.folder = path;
            lost.name = lost.label = path.filename().string();
            lost.problem = folder.error();
            views.push_back(std::move(lost));
        }
    }
    const bool equal =
        views.size() == m_views.size() &&
        std::equal(views.begin(), views.end(), m_views.begin(),
                   [](const RunView& left, const RunView& right) { return same(left, right); });
    m_views = std::move(views);
    return !equal;
}

} // namespace rekindle::bridge
