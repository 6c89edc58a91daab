#include "widgets/models/run_model.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/error_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/icons.h"
#include "widgets/models/queue_outlook.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace rekindle::models {
namespace {

/// Under a context of its own, where translators find it.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunState)
};

} // namespace

QString stateText(const bridge::RunView& run)
{
    using run::State;
    if (run.problem)
        return Words::tr("needs you");
    if (run.status.interrupted)
        return Words::tr("interrupted");
    switch (run.status.request) {
    case run::Request::Pause:
        return Words::tr("pausing");
    case run::Request::Cancel:
        return Words::tr("cancelling");
    case run::Request::Finish:
        return Words::tr("finishing");
    case run::Request::None:
        break;
    }
    switch (run.status.state) {
    case State::Queued:
        return Words::tr("waiting");
    case State::Running:
        return run.status.activity.empty() ? Words::tr("running")
                                           : bridge::coreText(run.status.activity);
    case State::Paused:
        return Words::tr("paused");
    case State::Finishing:
        return Words::tr("finishing");
    case State::Done:
        return run.status.epoch < run.status.epochs ? Words::tr("finished early")
                                                    : Words::tr("done");
    case State::Failed:
        return Words::tr("failed");
    case State::Cancelled:
        return Words::tr("cancelled");
    }
    return {};
}

QString stateIcon(const bridge::RunView& run)
{
    using run::State;
    if (run.problem || run.status.interrupted)
        return QStringLiteral("mark-needs");
    switch (run.status.state) {
    case State::Queued:
        return QStringLiteral("mark-empty");
    case State::Paused:
        return QStringLiteral("pause");
    case State::Running:
    case State::Finishing:
        return QStringLiteral("mark-half");
    case State::Done:
        return QStringLiteral("mark-tick");
    case State::Failed:
        return QStringLiteral("mark-needs");
    case State::Cancelled:
        return QStringLiteral("cancel");
    }
    return {};
}

int progressPercent(const run::Status& status)
{
    if (status.state == run::State::Done)
        return 100;
    if (status.steps <= 0)
        return 0;
    return static_cast<int>(std::clamp<std::int64_t>(100 * status.step / status.steps, 0, 100));
}

QString timeLeft(const run::Status& status)
{
    const bool runs = status.state == run::State::Running || status.state == run::State::Finishing;
    // Whose worker was killed stands still, whatever it had reckoned.
    if (!runs || status.interrupted)
        return {};
    return status.etaSeconds < 0 ? Words::tr("measuring…")
                                 : Words::tr("%1 left").arg(durationText(status.etaSeconds));
}

QStringList warningLines(const std::vector<const bridge::RunView*>& runs)
{
    QStringList lines;
    for (const bridge::RunView* run : runs)
        lines << bridge::warningLines(run->status.warnings, bridge::qt(run->label));
    return lines;
}

void RunModel::setRuns(const bridge::RunViews& runs)
{
    const auto rows = static_cast<int>(runs.size());
    const auto before = static_cast<int>(m_runs.size());
    // Row by row, so that a selection and the focus stay where they are.
    if (rows > before) {
        beginInsertRows({}, before, rows - 1);
        m_runs = runs;
        endInsertRows();
    } else if (rows < before) {
        beginRemoveRows({}, rows, before - 1);
        m_runs = runs;
        endRemoveRows();
    } else {
        m_runs = runs;
    }
    if (rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
}

const bridge::RunView* RunModel::run(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_runs.size() ? &m_runs[row] : nullptr;
}

int RunModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunModel::data(const QModelIndex& index, int role) const
{
    const bridge::RunView* view = run(index);
    if (view == nullptr)
        return {};
    const run::Status& status = view->status;
    if (role == Qt::ToolTipRole) {
        if (view->problem)
            return bridge::errorText(*view->problem);
        QStringList lines = bridge::warningLines(status.warnings);
        if (status.error)
            lines.prepend(bridge::errorText(*status.error));
        return lines.isEmpty() ? QVariant() : QVariant(lines.join(u'\n'));
    }
    if (role == Qt::DecorationRole && index.column() == State)
        return look::icon(stateIcon(*view));
    if (role == Qt::TextAlignmentRole && index.column() >= Progress)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return bridge::qt(view->label);
    case State:
        return status.warnings.empty()
                   ? stateText(*view)
                   : tr("%1 · %n warning(s)", nullptr, static_cast<int>(status.warnings.count()))
                         .arg(stateText(*view));
    case Progress:
        return status.step == 0 && status.state == run::State::Queued
                   ? QString()
                   : tr("%1 %").arg(progressPercent(status));
    case Rate:
        return status.rate > 0 && status.state == run::State::Running && !status.interrupted
                   ? tr("%1 images/s").arg(QLocale().toString(status.rate, 'f', 1))
                   : QString();
    case Left:
        return timeLeft(status);
    default:
        return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section >= Progress ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Run");
    case State:
        return tr("State");
    case Progress:
        return tr("Progress");
    case Rate:
        return tr("Rate");
    case Left:
        return tr("Time left");
    default:
        return {};
    }
}

} // namespace rekindle::models
