#pragma once

// Private to the folder.

#include <QTreeView>

namespace rekindle::models {
class LayerModel;
}

namespace rekindle::panels {

/// The layers of a network with their numbers. In a narrow window the names give way first, then
/// the little charts of norms: the last column is in sight all the same.
class LayerTree : public QTreeView
{
    Q_OBJECT

public:
    explicit LayerTree(models::LayerModel* layers);

    /// After the numbers have changed: each column as wide as what stands in it.
    void fitColumns();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void giveWay();

    int m_charts = 0; ///< the width that the little charts would take
};

} // namespace rekindle::panels
