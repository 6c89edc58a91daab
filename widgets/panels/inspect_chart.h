#pragma once

// Private to the folder.

#include "widgets/bridge/study_job.h"
#include "widgets/panels/inspect_drawing.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTabBar)
QT_FORWARD_DECLARE_CLASS(QTableView)

namespace rekindle::plots {
class FigureView;
}
namespace rekindle::models {
class LayerTable;
}

namespace rekindle::panels {

class InspectStyle;

/// The pictures of the chosen weights, one view at a time: norms, norms with batch norm (the
/// paper's Figure 1), all layers as a map, the dead-filter map, the first filters, and the layers
/// as a table.
class InspectChart : public QWidget
{
    Q_OBJECT

public:
    /// One of the weights that are laid over each other.
    struct Shown {
        QString name;
        std::shared_ptr<const bridge::WeightsFacts> facts;
        bool operator==(const Shown&) const = default;
    };

    explicit InspectChart(bridge::StudySession& session, QWidget* parent = nullptr);

    /// The first are those in the table and the maps; all are in the charts.
    void setWeights(const std::vector<Shown>& weights);
    /// A layer, a block or a stage; empty: all.
    void setPart(const QString& part);
    /// Which filters count as dead: `drawn` anew, or only the line is moved.
    void setDeadBelow(double below, bool drawn);
    /// By the word that scripts use: norms, distributions, layers, dead, filters, table.
    bool showView(const QString& id);
    [[nodiscard]] plots::FigureView* figureView() const { return m_view; }
    /// The choice of views, to be placed where there is room for it.
    [[nodiscard]] QTabBar* tabs() const { return m_tabs; }
    /// A picture is being made: all but norms are, off the window's thread.
    [[nodiscard]] bool busy() const { return m_job.running(); }
    /// Under the present line; of the first weights. Null without weights.
    [[nodiscard]] const inspect::WeightReport* report() const;

Q_SIGNALS:
    void layerChosen(const QString& layer);
    /// The line was dragged.
    void deadBelowMoved(double below, bool dropped);

private:
    void buildTabs();
    [[nodiscard]] QString viewId() const;
    void viewChosen();
    void draw();
    void measure();
    [[nodiscard]] InspectDrawing drawing() const;
    void drawAside();
    void fillTable();
    void tableRowChosen();

    QTabBar* m_tabs = nullptr;
    InspectStyle* m_style = nullptr;
    QStackedWidget* m_stack = nullptr;
    plots::FigureView* m_view = nullptr;
    QTableView* m_table = nullptr;
    models::LayerTable* m_rows = nullptr;
    std::vector<Shown> m_weights;
    std::vector<std::shared_ptr<const inspect::WeightReport>> m_reports; ///< under the present line
    QString m_part;
    double m_below = 0.1;
    bool m_tableFilled = false;
    bool m_selecting = false;
    bool m_stale = false; ///< what is being made is no longer what is wanted
    bridge::StudyJob m_job;
};

} // namespace rekindle::panels
