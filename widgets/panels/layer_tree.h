#pragma once

// Private to the folder.

#include "core/inspect/dead_counts.h"

#include <QWidget>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QTimer)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace rekindle::models {
class LayerModel;
}

namespace rekindle::panels {

/// The layers of a network as stages, blocks and layers, sortable, with the line below which a
/// filter is dead. Where there is no room for every column the names stay whole, and the columns
/// that say least are left out.
class LayerTree : public QWidget
{
    Q_OBJECT

public:
    explicit LayerTree(QWidget* parent = nullptr);
    /// Null: nothing. The same report again changes nothing.
    void setReport(const inspect::WeightReport* report);
    [[nodiscard]] bool isEmpty() const { return m_shown == nullptr; }
    /// What is chosen: a stage or a block, or a layer; both are empty for all layers.
    [[nodiscard]] QString part() const;
    [[nodiscard]] QString layer() const;
    void choose(const QString& layer);
    /// To the previous or next layer.
    void step(int direction);

    [[nodiscard]] double deadBelow() const;
    /// Moves the line: counts follow at once.
    void setDeadBelow(double below);
    /// Of each layer under the present line.
    [[nodiscard]] std::vector<std::uint64_t> deadCounts() const;

Q_SIGNALS:
    void chosen();
    /// Somebody moved the line by its field.
    void deadBelowEdited(double below);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTree();
    QWidget* buildControls();
    [[nodiscard]] int nameWidth() const;
    void fitColumns();

    models::LayerModel* m_layers = nullptr;
    QTreeView* m_tree = nullptr;
    QComboBox* m_sort = nullptr;
    QDoubleSpinBox* m_below = nullptr;
    inspect::DeadCounts m_counts;
    const inspect::WeightReport* m_shown = nullptr;
    bool m_filling = false;
};

} // namespace rekindle::panels
