#pragma once

#include "core/inspect/dead_counts.h"
#include "widgets/panels/page.h"

#include <memory>
#include <string>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTimer)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace rekindle::models {
class LayerModel;
}

namespace rekindle::panels {

class EmptyState;
class InspectChart;
class LayerTree;

/// Look at the weights before deciding anything: norms per layer, dead filters, original and
/// repaired laid over each other. What is chosen in the tree is chosen in the charts and in the
/// table, and the line below which a filter is dead moves with the pointer or in its field.
class InspectPage : public Page
{
    Q_OBJECT

public:
    explicit InspectPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] plots::FigureView* figureView() const override;
    [[nodiscard]] bool loading() const override;
    bool showView(const QString& name) override;

private:
    void buildControls();
    QWidget* buildTree();
    void buildContent();
    void refresh() override;
    void refreshPart() override { weightsChosen(); }
    void fillBoxes();
    void fillMore();
    void weightsChosen();
    void fillTree(const inspect::WeightReport* report);
    void layerChosen();
    void chooseLayer(const QString& layer);
    void moveLine(double below, bool settled);
    void step(int direction);
    [[nodiscard]] static QString yardstickText(const inspect::WeightReport& report);
    void describe();
    [[nodiscard]] std::shared_ptr<const bridge::WeightsFacts> factsOf(const QString& id) const;
    /// Of the boxes and the menu, the first one first.
    [[nodiscard]] QStringList chosenIds() const;

    QComboBox* m_weights = nullptr;
    QComboBox* m_other = nullptr;
    QToolButton* m_more = nullptr;
    QMenu* m_moreMenu = nullptr;
    QDoubleSpinBox* m_below = nullptr;
    QComboBox* m_sort = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    LayerTree* m_tree = nullptr;
    models::LayerModel* m_layers = nullptr;
    InspectChart* m_chart = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QTimer* m_settle = nullptr; ///< after the line's last move everything is drawn anew
    inspect::DeadCounts m_counts;
    const inspect::WeightReport* m_inTree = nullptr;
    std::string m_followed; ///< the choice on Starting weights that was taken over last
    bool m_filling = false;
};

} // namespace rekindle::panels
