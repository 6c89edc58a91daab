#pragma once

#include "core/inspect/weight_report.h"

#include <QStandardItemModel>

namespace rekindle::models {

/// The layers of a network as a tree, stage - block - layer, with filters, median norm, share above
/// the threshold and dead filters; of stages and blocks those of all their layers. The first row
/// stands for all layers.
class LayerModel : public QStandardItemModel
{
    Q_OBJECT

public:
    static constexpr int kLayerRole = Qt::UserRole + 1; ///< full name; empty: all layers
    static constexpr int kPartRole = Qt::UserRole + 3;  ///< of a stage or block: "layer2.1"

    explicit LayerModel(QObject* parent = nullptr);
    void setReport(const inspect::WeightReport& report);
    /// The layer of a row; nothing for a stage or a block.
    [[nodiscard]] static bool isLayer(const QModelIndex& index);
    [[nodiscard]] static QString layerOf(const QModelIndex& index);
    /// Of a stage or block what its layers' names begin with; empty for others.
    [[nodiscard]] static QString partOf(const QModelIndex& index);
    /// Every layer's index in forward order, "all layers" first.
    [[nodiscard]] QModelIndexList layers() const;

private:
    QStandardItem* groupOf(const QString& layer, const inspect::WeightReport& report);
};

/// The layers of a stage or block alone, with their totals.
[[nodiscard]] inspect::WeightReport partOfReport(const inspect::WeightReport& report,
                                                 const std::string& part);

} // namespace rekindle::models
