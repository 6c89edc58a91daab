#pragma once

// Private to the folder: the pair that the page Pretrain shows.

#include "widgets/panels/page.h"

#include <vector>

QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace rekindle::panels {

class FailureStrip;
class LiveChart;

/// One pair of the study while it runs and after: which one, how each of its runs and scores
/// stands, and their curves. Without a choice by hand it follows the work.
class ShownPair : public QWidget
{
    Q_OBJECT

public:
    explicit ShownPair(const Context& context, QWidget* parent = nullptr);

    /// Fills it from the runs that are followed.
    void refresh();
    /// What was chosen by hand holds no longer.
    void followWork();

    [[nodiscard]] QString name() const; ///< for people
    /// Runs and scores of the pair.
    [[nodiscard]] std::vector<const bridge::RunView*> runs() const;
    [[nodiscard]] plots::FigureView* figureView() const;

Q_SIGNALS:
    void chosen(); ///< another pair, by hand
    void resultAsked();

private:
    void fillPairs();
    /// The one that was chosen, else the one that is worked on, else the newest.
    [[nodiscard]] QString pairToShow(const QStringList& pairs, const QStringList& before) const;
    void fillState(const std::vector<const bridge::RunView*>& runs);

    Context m_context;
    QComboBox* m_pair = nullptr;
    QLabel* m_state = nullptr;
    FailureStrip* m_failure = nullptr;
    LiveChart* m_chart = nullptr;
    QLabel* m_runs = nullptr; ///< how each run of the pair stands
    QPushButton* m_result = nullptr;
    QString m_chosen; ///< by hand
};

} // namespace rekindle::panels
