#pragma once

#include "core/base/error.h"
#include "core/specs/setting_spec.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

class SettingEditor;

/// Settings to be edited, each field made from its spec: a setting that a method or protocol brings
/// is here without a line of its own. Those that most people look at are in sight, the others under
/// "More settings". A field is called "<prefix>-<name of the setting>". What is wrong with an entry
/// stands under its field, which has a red frame then.
class SettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsForm(QString prefix, QWidget* parent = nullptr);

    /// Fields for these settings with their defaults, in place of those before.
    void setSpecs(const std::vector<specs::SettingSpec>& settings, const QStringList& inSight);
    /// Fills in what `settings`, an object as run::toJson gives it, says of the fields. One change.
    void read(const Json& settings);
    /// Puts the fields' values into such an object.
    void writeInto(Json& settings) const;

    /// Null without such a setting.
    [[nodiscard]] Json value(const char* name) const;
    void setValue(const char* name, const Json& value);
    /// Whether some field holds another value than such an object says.
    [[nodiscard]] bool differsFrom(const Json& settings) const;

    /// What keeps the values from being taken: the first field with something wrong. Kind Usage.
    [[nodiscard]] std::optional<Error> problem() const;
    /// Shows all that is wrong, also where somebody is still typing, and goes to the first of it.
    void showProblems();
    /// Of a field whose value does not go with others; empty: it does.
    void complain(const char* name, const QString& why);
    /// Switches a field off that has no say in what is chosen elsewhere, and says why.
    void setApplies(const char* name, bool applies, const QString& why);

Q_SIGNALS:
    void changed();

private:
    struct Field {
        SettingEditor* editor = nullptr;
        QLabel* problem = nullptr; ///< under the field
        QString complaint;
    };
    void add(QFormLayout* form, Field& field);
    void showProblem(const Field& field);
    [[nodiscard]] Field* find(const char* name);
    [[nodiscard]] static QString problemOf(const Field& field);

    QString m_prefix;
    QFormLayout* m_main = nullptr;
    QPushButton* m_toggle = nullptr;
    QWidget* m_more = nullptr;
    QFormLayout* m_moreForm = nullptr;
    std::vector<Field> m_fields;
    bool m_reading = false; ///< many values at once are one change
};

/// The settings of a run that a form offers: what decides its numbers and how it is worked off.
/// What goes in is chosen elsewhere, and a checkpoint brings its own conventions.
[[nodiscard]] std::vector<specs::SettingSpec>
offered(const std::vector<specs::SettingSpec>& settings, const QStringList& without = {});

} // namespace rekindle::panels
