#pragma once

#include "core/repair/repair.h"
#include "widgets/bridge/study_job.h"
#include "widgets/panels/page.h"

#include <QElapsedTimer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QFrame)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTabWidget)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::models {
class TextTable;
}

namespace rekindle::panels {

class EmptyState;
class RepairFields;
enum class Keep;
struct RepairTry;

/// Scale what is too big, replace what is dead, prove what changed. The command line does the work
/// and the proof; the original is never changed. What changed nothing makes no new weights, and
/// what changed the features more than its rule promises makes them only when that is confirmed.
class RepairPage : public Page
{
    Q_OBJECT

public:
    explicit RepairPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] plots::FigureView* figureView() const override { return m_figure; }
    [[nodiscard]] bool loading() const override { return Page::loading() || m_worker.running(); }
    bool showView(const QString& name) override;
    /// Repairs the chosen weights with these settings, then calls `done`, unless it failed: then
    /// this page says why. When another study is opened meanwhile the repair goes on for its own.
    void repairWith(const repair::RepairSettings& settings, std::function<void()> done);

private:
    QWidget* buildForm();
    void buildWait(QVBoxLayout* card);
    QWidget* buildResult();
    QWidget* buildProof();
    void showProgress(quint64 done, quint64 total);
    void showRefused(const RepairTry& tried);
    void withdrawOffer();
    void refresh() override;
    void refreshPart() override { showResult(); }
    void start(Keep keep, std::function<void()> done = {});
    void setRepairing(bool repairing);
    void checkStart();
    [[nodiscard]] const study::WeightsEntry* original() const;
    void showResult();
    void showProof(const repair::RepairReport& report);
    void showProof(const char* role, const QString& text);
    void repairExactly();
    void showStages(const repair::RepairReport& report);
    void showChanges(const repair::RepairReport& report);
    [[nodiscard]] const study::WeightsEntry* latestRepair() const;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QComboBox* m_weights = nullptr;
    RepairFields* m_fields = nullptr;
    QCheckBox* m_onImages = nullptr;
    QWidget* m_wait = nullptr; ///< shown while a repair is made
    QProgressBar* m_busy = nullptr;
    QLabel* m_waited = nullptr;
    QElapsedTimer m_since;
    QTimer* m_tick = nullptr;
    QWidget* m_offer = nullptr; ///< what can be done about a proof that failed
    QPushButton* m_exactly = nullptr;
    std::string m_adopted;  ///< the repair whose settings the form took over last
    std::string m_followed; ///< the choice on Starting weights that was taken over last
    QFrame* m_proofFrame = nullptr;
    QLabel* m_proof = nullptr;
    QLabel* m_summary = nullptr;
    QTabWidget* m_tabs = nullptr;
    models::TextTable* m_changes = nullptr;
    models::TextTable* m_stages = nullptr;
    plots::FigureView* m_figure = nullptr;
    bridge::StudyJob m_worker;
};

} // namespace rekindle::panels
