#pragma once

#include "widgets/panels/page.h"

#include <memory>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::panels {

class EmptyState;
class InspectChart;
class LayerTree;
class WeightsChoice;

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
    void buildContent();
    QWidget* buildCard();
    void addShortcuts();
    void refresh() override;
    void refreshPart() override { weightsChosen(); }
    void weightsChosen();
    void layerChosen();
    void moveLine(double below, bool settled);
    void describe();
    [[nodiscard]] const study::WeightsEntry* entryOf(const QString& id) const;
    [[nodiscard]] std::shared_ptr<const bridge::WeightsFacts> factsOf(const QString& id) const;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    WeightsChoice* m_choice = nullptr;
    LayerTree* m_tree = nullptr;
    InspectChart* m_chart = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QTimer* m_settle = nullptr; ///< after the line's last move everything is drawn anew
};

} // namespace rekindle::panels
