#pragma once

#include "widgets/bridge/run_watch.h"

#include <QAbstractTableModel>

namespace rekindle::models {

/// A word for how a run stands ("waiting", "paused", "interrupted"), and the icon that goes with
/// it.
[[nodiscard]] QString stateText(const bridge::RunView& run);
[[nodiscard]] QString stateIcon(const bridge::RunView& run);
/// "41 %": of the planned steps; empty before the first.
[[nodiscard]] int progressPercent(const run::Status& status);
/// "6 h 40 min left", "measuring…" or nothing.
[[nodiscard]] QString timeLeft(const run::Status& status);

/// What these runs warn of, each line with the run it is about.
[[nodiscard]] QStringList warningLines(const std::vector<const bridge::RunView*>& runs);

/// The runs of a study in queue order.
class RunModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Progress, Rate, Left, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setRuns(const bridge::RunViews& runs);
    [[nodiscard]] const bridge::RunView* run(const QModelIndex& index) const;
    [[nodiscard]] const bridge::RunViews& runs() const { return m_runs; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    bridge::RunViews m_runs;
};

} // namespace rekindle::models
