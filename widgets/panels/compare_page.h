#pragma once

#include "core/study/comparison.h"
#include "widgets/bridge/study_job.h"
#include "widgets/panels/page.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QFrame)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTabWidget)

namespace rekindle::models {
class TextTable;
}

namespace rekindle::panels {

class EmptyState;
class VerdictPanel;

/// The answer, its uncertainty, and what leaves the program.
class ComparePage : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] plots::FigureView* figureView() const override { return m_figure; }
    [[nodiscard]] bool loading() const override;
    void toggleNumbers() override;

private:
    QWidget* buildContent();
    void runsChanged();
    void compare();
    void compared(Result<study::Comparison> result);
    void nameThePairs();
    void showPair();
    void fillTable(const study::PairComparison& pair);
    void copyCaption();

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QFrame* m_banner = nullptr;
    QComboBox* m_pair = nullptr;
    VerdictPanel* m_verdict = nullptr;
    QTabWidget* m_tabs = nullptr;
    plots::FigureView* m_figure = nullptr;
    QLabel* m_reading = nullptr;
    QPushButton* m_captionButton = nullptr;
    models::TextTable* m_points = nullptr;
    models::TextTable* m_differences = nullptr;
    study::Comparison m_comparison;
    QStringList m_compared; ///< finished scores that the comparison was made from
    bool m_dirty = false;
    bridge::StudyJob m_job;
};

} // namespace rekindle::panels
