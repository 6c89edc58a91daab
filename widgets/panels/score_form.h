#pragma once

#include "core/run/settings.h"

#include <QStringList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace rekindle::panels {

class SettingsForm;

/// How weights are scored: the protocol, the share of the labels, and whatever settings the
/// protocol has.
class ScoreForm : public QWidget
{
    Q_OBJECT

public:
    /// `prefix` goes before the names of the fields; the settings `without` are set elsewhere.
    ScoreForm(const QString& prefix, QStringList without, QWidget* parent = nullptr);

    void setSettings(const run::ScoreSettings& settings);
    /// Kind Usage names a setting that cannot be, or an entry that is none.
    [[nodiscard]] Result<run::ScoreSettings> settings() const;
    /// Shows at their fields what `settings` refuses.
    void showProblems();

private:
    void checkFields();
    void chooseProtocol();
    void rebuild();

    QStringList m_without;
    QComboBox* m_protocol = nullptr;
    QComboBox* m_share = nullptr;
    SettingsForm* m_form = nullptr;
    run::ScoreSettings m_base; ///< what the form does not show
};

} // namespace rekindle::panels
