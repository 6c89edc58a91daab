#pragma once

#include "widgets/panels/page.h"

#include <memory>
#include <string>
#include <utility>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QModelIndex)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace rekindle::models {
class LayerModel;
}

namespace rekindle::panels {

class EmptyState;

/// Look at the weights before deciding anything: norms per layer, dead filters, original and
/// repaired laid over each other.
class InspectPage : public Page
{
    Q_OBJECT

public:
    explicit InspectPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] plots::FigureView* figureView() const override { return m_figure; }

private:
    void buildControls();
    void buildContent();
    void refresh() override;
    void refreshPart() override { weightsChosen(); }
    void fillBoxes();
    void weightsChosen();
    void layerChosen();
    void drawLayer(const bridge::WeightsFacts& facts, const bridge::WeightsFacts* other,
                   const QModelIndex& index);
    void step(int direction);
    [[nodiscard]] static QString yardstickText(const inspect::WeightReport& report);
    void describe(const inspect::WeightReport& report, const QString& layer);
    [[nodiscard]] static QString totalsText(const inspect::WeightReport& report);
    [[nodiscard]] std::shared_ptr<const bridge::WeightsFacts> factsOf(const QComboBox* box) const;

    QComboBox* m_weights = nullptr;
    QComboBox* m_other = nullptr;
    QCheckBox* m_logarithmic = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QTreeView* m_tree = nullptr;
    models::LayerModel* m_layers = nullptr;
    plots::FigureView* m_figure = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    const inspect::WeightReport* m_inTree = nullptr;
    std::pair<QString, QString> m_drawn; ///< the weights in the chart: another choice fits it anew
    std::string m_followed; ///< the choice on Starting weights that was taken over last
    bool m_filling = false;
};

} // namespace rekindle::panels
