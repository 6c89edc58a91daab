#pragma once

#include "widgets/panels/page.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::models {
class RunModel;
}

namespace rekindle::panels {

class EmptyState;
class PretrainForm;
class RunButtons;

/// Sets up a matched pair, starts it, and shows it while it runs, whoever runs it.
class PretrainPage : public Page
{
    Q_OBJECT

public:
    explicit PretrainPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] plots::FigureView* figureView() const override { return m_figure; }
    /// Fills the form in with the sample's plan.
    void setSamplePlan();

private:
    QWidget* buildForm();
    QWidget* buildLive();
    void refresh() override;
    void refreshPart() override { refreshRuns(); }
    void refreshRuns();
    void drawCurve();
    void start();
    /// Runs and scores of the pair that is shown.
    [[nodiscard]] std::vector<const bridge::RunView*> shownRuns() const;
    [[nodiscard]] QString lacking() const;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    PretrainForm* m_form = nullptr;
    QComboBox* m_pair = nullptr;
    QLabel* m_state = nullptr;
    plots::FigureView* m_figure = nullptr;
    QTimer* m_redraw = nullptr; ///< after the chart was zoomed or dragged
    models::RunModel* m_model = nullptr;
    RunButtons* m_buttons = nullptr;
    QPushButton* m_result = nullptr;
};

} // namespace rekindle::panels
