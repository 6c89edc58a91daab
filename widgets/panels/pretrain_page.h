#pragma once

#include "core/study/study.h"
#include "widgets/panels/page.h"

#include <optional>
#include <string>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace rekindle::panels {

class EmptyState;
class PackQuestion;
class PretrainForm;
class RunSummary;
class ShownPair;
class TrialPanel;
class ViewsPanel;

/// Sets up a matched pair, starts it, and shows it while it runs, whoever runs it. On the left
/// stands the form for the next pair, or, once there is one, what the shown pair was planned with.
/// What can be done with its runs stands in the queue under the page.
class PretrainPage : public Page
{
    Q_OBJECT

public:
    explicit PretrainPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] bool planning() const override { return m_planning; }
    void goOnPlanning() override { plan(true); }
    [[nodiscard]] plots::FigureView* figureView() const override;
    [[nodiscard]] bool loading() const override;
    /// Fills the form in with the sample's plan.
    void setSamplePlan();

private:
    QWidget* buildForm();
    QWidget* buildSummary();
    QWidget* buildRight();
    void refresh() override;
    void refreshPart() override { refreshRuns(); }
    void refreshRuns();
    void fillWeights();
    void fillSummary(const std::vector<const bridge::RunView*>& runs);
    void start();
    void run(const study::PairPlan& pair, const std::optional<study::ScorePlan>& scores);
    /// The pairs of the form, without their scores. Kind Usage names a setting that cannot be.
    [[nodiscard]] Result<study::PairPlan> planned() const;
    /// Shows the form for another pair, or the summary of the shown one.
    void plan(bool another);
    void planLikeShown();
    [[nodiscard]] QString lacking() const;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_left = nullptr;
    PretrainForm* m_form = nullptr;
    TrialPanel* m_trial = nullptr;
    RunSummary* m_summary = nullptr;
    ViewsPanel* m_views = nullptr;
    QWidget* m_viewsCard = nullptr; ///< beside the form
    QWidget* m_liveCard = nullptr;  ///< where there is a run
    ShownPair* m_shown = nullptr;
    PackQuestion* m_pack = nullptr;
    bool m_planning = false; ///< the form is shown although there is a pair to show
    std::string m_followed;  ///< the choice on Starting weights that the form took over last
};

} // namespace rekindle::panels
