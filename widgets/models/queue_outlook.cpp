#include "widgets/models/queue_outlook.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/models/run_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace rekindle::models {
namespace {

using run::State;

/// Under a context of its own, where translators find it.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunState)
};

/// Runs of one kind take as long as there is to do: what is of one kind, and how much it is.
struct Work {
    std::string kind;
    double amount = 0; ///< in units of the kind
};

Work workOf(const run::Settings& settings)
{
    if (const auto* pretrain = std::get_if<run::PretrainSettings>(&settings)) {
        const double side = pretrain->imageSize;
        const double images =
            pretrain->imagesPerEpoch > 0 ? static_cast<double>(pretrain->imagesPerEpoch) : 1;
        return {"pretrain " + pretrain->method + (pretrain->imagesPerEpoch > 0 ? " counted" : ""),
                static_cast<double>(pretrain->epochs) * images * side * side};
    }
    const auto& score = std::get<run::ScoreSettings>(settings);
    const Json all = run::toJson(score);
    const auto epochs = all.find("epochs");
    const double side = score.imageSize;
    const double passes = epochs != all.end() && epochs->is_number() ? epochs->get<double>() : 1;
    return {"score " + score.protocol, static_cast<double>(score.targets.size()) *
                                           run::usefulRepeats(score) * passes * score.fraction *
                                           side * side};
}

QDateTime utc(const std::string& text)
{
    return QDateTime::fromString(bridge::qt(text), Qt::ISODate);
}

/// How long the whole of a run takes or took; negative where it cannot be told.
double wholeSeconds(const bridge::RunView& run)
{
    const run::Status& status = run.status;
    const bool runs = status.state == State::Running || status.state == State::Finishing;
    if (runs && status.etaSeconds >= 0 && status.steps > status.step)
        return status.etaSeconds * static_cast<double>(status.steps) /
               static_cast<double>(status.steps - status.step);
    if (status.state != State::Done)
        return -1;
    if (!run.isScore && status.rate > 0 && status.imagesSeen > 0)
        return static_cast<double>(status.imagesSeen) / status.rate;
    const QDateTime from = utc(run.started), to = utc(status.updated);
    return run.isScore && from.isValid() && to.isValid() && from <= to
               ? static_cast<double>(from.secsTo(to))
               : -1;
}

void count(QueueOutlook& outlook, const bridge::RunView& run)
{
    switch (run.status.state) {
    case State::Queued:
        ++outlook.waiting;
        break;
    case State::Running:
    case State::Finishing:
        // Nobody works on one whose worker was killed; it is taken up again.
        ++(run.status.interrupted ? outlook.waiting : outlook.running);
        break;
    case State::Paused:
        ++outlook.paused;
        break;
    case State::Done:
        ++outlook.done;
        break;
    case State::Failed:
        ++outlook.failed;
        break;
    case State::Cancelled:
        ++outlook.cancelled;
        break;
    }
}

QString clockText(const QDateTime& end, const QDateTime& now)
{
    const QLocale locale;
    QString time = locale.toString(end.time(), QStringLiteral("HH:mm"));
    if (end.date() == now.date())
        return time;
    if (now.daysTo(end) < 6)
        return locale.dayName(end.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + time;
    return locale.toString(end.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace

QueueOutlook outlookOf(const bridge::RunViews& runs)
{
    QueueOutlook outlook;
    std::map<std::string, double> secondsPerUnit;
    for (const bridge::RunView& run : runs) {
        if (run.problem) {
            ++outlook.failed;
            continue;
        }
        count(outlook, run);
        if (!run.settings)
            continue;
        const Work work = workOf(*run.settings);
        if (const double whole = wholeSeconds(run); whole > 0 && work.amount > 0)
            secondsPerUnit[work.kind] = whole / work.amount;
    }
    for (const bridge::RunView& run : runs) {
        if (run.problem || !run.unfinished())
            continue;
        const run::Status& status = run.status;
        if (status.state != State::Queued && status.etaSeconds >= 0) {
            outlook.secondsLeft += status.etaSeconds;
            continue;
        }
        const Work work = run.settings ? workOf(*run.settings) : Work{};
        const auto known = secondsPerUnit.find(work.kind);
        const double done =
            status.steps > 0 ? static_cast<double>(status.step) / static_cast<double>(status.steps)
                             : 0;
        if (known != secondsPerUnit.end())
            outlook.secondsLeft += known->second * work.amount * (1 - done);
        else
            ++outlook.unknown;
    }
    // Those that run beside each other now will be followed by as many.
    outlook.secondsLeft /= std::max(1, outlook.running);
    return outlook;
}

QString durationText(double seconds)
{
    if (seconds < 60)
        return Words::tr("less than a minute");
    const auto minutes = static_cast<qlonglong>(std::llround(seconds / 60));
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    if (minutes < qlonglong{24} * 60)
        return Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    const qlonglong hours = (minutes + 30) / 60;
    return Words::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString timeLeftText(const QueueOutlook& outlook, const QDateTime& now)
{
    if (outlook.running + outlook.waiting == 0)
        return {};
    if (outlook.secondsLeft <= 0)
        return outlook.unknown > 0 ? Words::tr("measuring…") : QString();
    const QString left = durationText(outlook.secondsLeft);
    if (outlook.unknown > 0)
        return Words::tr("more than %1 left").arg(left);
    const QDateTime end = now.addSecs(static_cast<qint64>(outlook.secondsLeft));
    return Words::tr("%1 left, until %2").arg(left, clockText(end, now));
}

QString queueText(const bridge::RunViews& runs, bool working, const QDateTime& now)
{
    if (runs.empty())
        return Words::tr("empty");
    const QueueOutlook outlook = outlookOf(runs);
    QStringList parts;
    for (const bridge::RunView& run : runs) {
        const bool runsNow =
            run.status.state == State::Running || run.status.state == State::Finishing;
        if (!run.problem && runsNow && !run.status.interrupted)
            parts << Words::tr("%1, %2, %3 %")
                         .arg(bridge::qt(run.label), stateText(run))
                         .arg(progressPercent(run.status));
    }
    if (parts.isEmpty() && working && outlook.waiting > 0)
        parts << Words::tr("a worker is starting");
    if (const QString left = timeLeftText(outlook, now); !left.isEmpty() && working)
        parts << left;
    const auto add = [&](int number, const QString& text) {
        if (number > 0)
            parts << text;
    };
    add(outlook.waiting, Words::tr("%1 waiting").arg(outlook.waiting));
    add(outlook.paused, Words::tr("%1 paused").arg(outlook.paused));
    add(outlook.failed, Words::tr("%1 failed").arg(outlook.failed));
    add(outlook.cancelled, Words::tr("%n cancelled", nullptr, outlook.cancelled));
    add(outlook.done, Words::tr("%n done", nullptr, outlook.done));
    return parts.join(QStringLiteral(" · "));
}

} // namespace rekindle::models
