#pragma once

#include "core/specs/setting_spec.h"

#include <QStringList>
#include <QWidget>

#include <vector>

QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

class SettingEditor;

/// Settings to be edited, each field made from its spec: a setting that a method or protocol brings
/// is here without a line of its own. Those that most people look at are in sight, the others under
/// "More settings". A field is called "<prefix>-<name of the setting>".
class SettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsForm(QString prefix, QWidget* parent = nullptr);

    /// Fields for these settings with their defaults, in place of those before.
    void setSpecs(const std::vector<specs::SettingSpec>& settings, const QStringList& inSight);
    /// Fills in what `settings`, an object as run::toJson gives it, says of the fields.
    void read(const Json& settings);
    /// Puts the fields' values into such an object.
    void writeInto(Json& settings) const;

    /// Null without such a setting.
    [[nodiscard]] Json value(const char* name) const;
    void setValue(const char* name, const Json& value);

Q_SIGNALS:
    void changed();

private:
    void add(QFormLayout* form, SettingEditor* editor);

    QString m_prefix;
    QFormLayout* m_main = nullptr;
    QPushButton* m_toggle = nullptr;
    QWidget* m_more = nullptr;
    QFormLayout* m_moreForm = nullptr;
    std::vector<SettingEditor*> m_editors;
};

/// The settings of a run that a form offers: what decides its numbers and how it is worked off.
/// What goes in is chosen elsewhere, and a checkpoint brings its own conventions.
[[nodiscard]] std::vector<specs::SettingSpec>
offered(const std::vector<specs::SettingSpec>& settings, const QStringList& without = {});

} // namespace rekindle::panels
