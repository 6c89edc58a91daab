#pragma once

#include "widgets/panels/thinned_curve.h"

#include <QWidget>

#include <functional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::plots {
class FigureView;
}

namespace rekindle::panels {

/// The curves of runs while they grow: which one, how smooth, on which axis, and held still while
/// somebody looks closely.
class LiveChart : public QWidget
{
    Q_OBJECT

public:
    using Runs = std::function<std::vector<const bridge::RunView*>()>;

    /// `runs` answers what is to be drawn now; it is asked whenever something is drawn.
    explicit LiveChart(Runs runs, QWidget* parent = nullptr);

    /// The runs may have changed. Held still, the same runs are not drawn anew.
    void refresh();
    [[nodiscard]] plots::FigureView* figureView() const { return m_figure; }

private:
    QWidget* buildControls();
    void draw();
    [[nodiscard]] LiveView view() const;
    /// Offers the curves that some run has.
    void fillCurves(const std::vector<const bridge::RunView*>& runs);

    Runs m_runs;
    plots::FigureView* m_figure = nullptr;
    QComboBox* m_curve = nullptr;
    QComboBox* m_smoothing = nullptr;
    QCheckBox* m_logarithmic = nullptr;
    QPushButton* m_hold = nullptr;
    QTimer* m_redraw = nullptr; ///< after the chart was zoomed or dragged
    std::vector<std::filesystem::path> m_drawn;
};

} // namespace rekindle::panels
