#pragma once

// Private to the folder.

#include "core/figures/arrangement.h"
#include "core/figures/norm_figure.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)

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

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_height = nullptr;
    QComboBox* m_arrange = nullptr;
    QCheckBox* m_logX = nullptr;
    QCheckBox* m_logY = nullptr;
};

} // namespace rekindle::panels
