#pragma once

// Private to the folder.

#include "core/figures/arrangement.h"
#include "core/figures/norm_figure.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QGridLayout)

namespace rekindle::panels {

/// How the charts of Inspect are drawn: heights, axes, and how several weights stand beside each
/// other.
class InspectStyle : public QWidget
{
    Q_OBJECT

public:
    explicit InspectStyle(QWidget* parent = nullptr);

    [[nodiscard]] figures::HistogramStyle histogram() const;
    [[nodiscard]] figures::Arrangement arrangement() const;
    /// What has no say in this view is off.
    void setUses(bool heights, bool axes, bool arrangement);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place(int columns);

    QGridLayout* m_grid = nullptr;
    int m_columns = 0; ///< in which the fields stand
    QComboBox* m_height = nullptr;
    QComboBox* m_arrange = nullptr;
    QCheckBox* m_logX = nullptr;
    QCheckBox* m_logY = nullptr;
};

} // namespace rekindle::panels
