#pragma once

#include "core/specs/setting_spec.h"

#include <QObject>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace rekindle::panels {

/// The field for one setting, made from its spec: a number, a choice, a list or a text.
class SettingEditor : public QObject
{
    Q_OBJECT

public:
    explicit SettingEditor(specs::SettingSpec spec, QObject* parent = nullptr);

    [[nodiscard]] const specs::SettingSpec& spec() const { return m_spec; }
    /// For a form to place, which then owns it.
    [[nodiscard]] QWidget* field() const { return m_field; }
    /// What it is called and what it means, for people, translated.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString tip() const;

    /// Always one that the spec admits. What was set and not edited comes back as it was, even
    /// where the field shows fewer digits.
    [[nodiscard]] Json value() const;
    void setValue(const Json& value);
    /// Why what stands in the field is no value of the setting, as a sentence; empty if it is one.
    /// Whoever takes the value asks for this first: `value` is then the one before.
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed(); ///< the value, or what is wrong
    void left();    ///< nobody is typing in it any more

private:
    void makeWhole();
    void makeReal();
    void makeChoice(const std::vector<std::string>& words);
    void makeText();
    void edited();

    specs::SettingSpec m_spec;
    QWidget* m_field = nullptr;
    std::function<Json()> m_read;            ///< of the field; may be no value of the setting
    std::function<void(const Json&)> m_show; ///< in the field
    Json m_value;                            ///< set or read last, and admitted
    QString m_problem;
    bool m_showing = false; ///< the field changes because of setValue
};

/// A value as a form shows it: "100 passes", "5, 10", "automatic".
[[nodiscard]] QString settingText(const specs::SettingSpec& spec, const Json& value);

} // namespace rekindle::panels
