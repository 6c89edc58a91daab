#pragma once

#include "core/inspect/weight_report.h"

#include <QStandardItemModel>

namespace rekindle::models {

/// The layers as a flat table that sorts over the whole network: norms and batch norm by their
/// medians.
class LayerTable : public QStandardItemModel
{
    Q_OBJECT

public:
    static constexpr int kLayerRole = Qt::UserRole + 1; ///< full name

    explicit LayerTable(QObject* parent = nullptr);
    void setReport(const inspect::WeightReport& report);
    /// The row of a layer; -1 where there is none.
    [[nodiscard]] int rowOf(const QString& layer) const;
};

} // namespace rekindle::models
