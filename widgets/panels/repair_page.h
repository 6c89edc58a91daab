#pragma once

#include "core/repair/repair.h"
#include "widgets/bridge/study_job.h"
#include "widgets/panels/page.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QFrame)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QSpinBox)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace rekindle::models {
class TextTable;
}

namespace rekindle::panels {

class EmptyState;

/// Scale what is too big, replace what is dead, prove what changed. The command line does the work
/// and the proof; the original is never changed.
class RepairPage : public Page
{
    Q_OBJECT

public:
    explicit RepairPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] plots::FigureView* figureView() const override { return m_figure; }
    [[nodiscard]] bool loading() const override { return Page::loading() || m_worker.running(); }
    /// Repairs the chosen weights with these settings, then calls `done`, unless it failed: then
    /// this page says why. When another study is opened meanwhile the repair goes on for its own.
    void repairWith(const repair::RepairSettings& settings, std::function<void()> done);

private:
    QWidget* buildForm();
    QWidget* buildResult();
    void refresh() override;
    void refreshPart() override { showResult(); }
    void start(std::function<void()> done = {});
    void setRepairing(bool repairing);
    void showResult();
    void showProof(const repair::RepairReport& report);
    void showChanges(const repair::RepairReport& report);
    [[nodiscard]] QStringList settingArguments() const;
    [[nodiscard]] const study::WeightsEntry* latestRepair() const;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QComboBox* m_weights = nullptr;
    QComboBox* m_dead = nullptr;
    QDoubleSpinBox* m_below = nullptr;
    QComboBox* m_scope = nullptr;
    QComboBox* m_rule = nullptr;
    QComboBox* m_eps = nullptr;
    QSpinBox* m_seed = nullptr;
    QCheckBox* m_onImages = nullptr;
    QProgressBar* m_busy = nullptr;
    QFrame* m_proofFrame = nullptr;
    QLabel* m_proof = nullptr;
    QLabel* m_summary = nullptr;
    models::TextTable* m_changes = nullptr;
    plots::FigureView* m_figure = nullptr;
    bridge::StudyJob m_worker;
};

} // namespace rekindle::panels
