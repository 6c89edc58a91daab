#pragma once

#include "core/repair/repair.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace rekindle::panels {

/// How weights are to be repaired, as rows of a form. What has no say with the other choices is
/// off.
class RepairFields : public QObject
{
    Q_OBJECT

public:
    /// The rows are the form's; this goes with it.
    explicit RepairFields(QFormLayout* form, QObject* parent);

    /// What is chosen; what the form does not show is that of `others`.
    [[nodiscard]] repair::RepairSettings settings(repair::RepairSettings others = {}) const;
    /// Fills the form in, without `changed`.
    void setSettings(const repair::RepairSettings& settings);

Q_SIGNALS:
    void changed();

private:
    void checkFields();
    void addAdvanced(QFormLayout* form);

    QComboBox* m_scope = nullptr;
    QComboBox* m_rule = nullptr;
    QComboBox* m_eps = nullptr;
    QComboBox* m_dead = nullptr;
    QDoubleSpinBox* m_below = nullptr;
    QSpinBox* m_seed = nullptr;
};

} // namespace rekindle::panels
