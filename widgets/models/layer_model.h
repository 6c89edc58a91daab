#pragma once

#include "core/inspect/weight_report.h"

#include <QStandardItemModel>

#include <cstdint>
#include <vector>

namespace rekindle::models {

/// The layers of a network as a tree, stage - block - layer, with filters, how their norms lie,
/// norm, share above the threshold and dead filters; of stages and blocks those of all their
/// layers. The first row stands for all layers. Sorts by the numbers, within each stage and block.
class LayerModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Filters, Norms, Norm, Above, Dead };
    static constexpr int kLayerRole = Qt::UserRole + 1;  ///< full name; empty: all layers
    static constexpr int kPartRole = Qt::UserRole + 3;   ///< of a stage or block: "layer2.1"
    static constexpr int kSparkRole = Qt::UserRole + 4;  ///< QList<float>: heights from 0 to 1
    static constexpr int kNumberRole = Qt::UserRole + 5; ///< what a column sorts by

    explicit LayerModel(QObject* parent = nullptr);
    void setReport(const inspect::WeightReport& report);
    /// By layer, in the report's order; of stages, blocks and all their sums follow. Fast enough
    /// for a line that is dragged.
    void setDeadCounts(const std::vector<std::uint64_t>& counts);
    /// The layer of a row; nothing for a stage or a block.
    [[nodiscard]] static bool isLayer(const QModelIndex& index);
    [[nodiscard]] static QString layerOf(const QModelIndex& index);
    /// Of a stage or block what its layers' names begin with; empty for others.
    [[nodiscard]] static QString partOf(const QModelIndex& index);
    /// Every layer's index in the order shown, "all layers" first.
    [[nodiscard]] QModelIndexList layers() const;
    /// The row of a layer; invalid where there is none.
    [[nodiscard]] QModelIndex find(const QString& layer) const;

private:
    /// The cell of a row's dead filters, and which layers it counts.
    struct DeadCell {
        QStandardItem* item = nullptr;
        std::size_t begin = 0, end = 0;
        std::uint64_t shown = 0;
    };
    QStandardItem* groupOf(std::size_t layer, const inspect::WeightReport& report);
    QList<QStandardItem*> addRow(const QString& name, const inspect::WeightReport& report,
                                 std::size_t begin, std::size_t end);

    std::vector<DeadCell> m_dead;
    double m_longest = 1; ///< where the small pictures of norms end
};

} // namespace rekindle::models
