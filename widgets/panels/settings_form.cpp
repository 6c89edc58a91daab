#include "widgets/panels/settings_form.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/setting_editor.h"

#include <QFormLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {
namespace {

using bridge::qt;

/// "conventions.padding" lies in an object.
Json::json_pointer placeOf(const std::string& name)
{
    std::string place = '/' + name;
    std::replace(place.begin(), place.end(), '.', '/');
    return Json::json_pointer(place);
}

QFormLayout* makeForm(QWidget* owner)
{
    auto* form = new QFormLayout(owner);
    form->setContentsMargins({});
    form->setVerticalSpacing(look::space::kSmall);
    return form;
}

} // namespace

std::vector<specs::SettingSpec> offered(const std::vector<specs::SettingSpec>& settings,
                                        const QStringList& without)
{
    std::vector<specs::SettingSpec> list;
    for (const specs::SettingSpec& spec : settings) {
        const bool says =
            spec.decides == specs::Decides::Numbers || spec.decides == specs::Decides::Operation;
        const bool brought = spec.name.starts_with("conventions.");
        if (says && !brought && spec.rule.kind != specs::Rule::Kind::Structure &&
            !without.contains(qt(spec.name)))
            list.push_back(spec);
    }
    return list;
}

SettingsForm::SettingsForm(QString prefix, QWidget* parent)
    : QWidget(parent), m_prefix(std::move(prefix))
{
    auto* main = new QWidget;
    m_main = makeForm(main);
    m_toggle = makeLink(tr("More settings"));
    m_toggle->setObjectName(m_prefix + QStringLiteral("-more"));
    m_toggle->setCheckable(true);
    m_more = new QWidget;
    m_moreForm = makeForm(m_more);
    m_more->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addWidget(main);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_more);
    connect(m_toggle, &QPushButton::toggled, this, [this](bool open) {
        m_more->setVisible(open);
        m_toggle->setText(open ? tr("Fewer settings") : tr("More settings"));
    });
}

void SettingsForm::setSpecs(const std::vector<specs::SettingSpec>& settings,
                            const QStringList& inSight)
{
    for (QFormLayout* form : {m_main, m_moreForm}) {
        while (form->rowCount() > 0)
            form->removeRow(0);
    }
    for (SettingEditor* editor : m_editors)
        editor->deleteLater();
    m_editors.clear();
    for (const specs::SettingSpec& spec : settings)
        m_editors.push_back(new SettingEditor(spec, this));
    // Those in sight in the order in which they are named.
    for (const QString& name : inSight) {
        for (SettingEditor* editor : m_editors) {
            if (qt(editor->spec().name) == name)
                add(m_main, editor);
        }
    }
    for (SettingEditor* editor : m_editors) {
        if (!inSight.contains(qt(editor->spec().name)))
            add(m_moreForm, editor);
    }
    m_toggle->setVisible(m_moreForm->rowCount() > 0);
}

void SettingsForm::add(QFormLayout* form, SettingEditor* editor)
{
    editor->field()->setObjectName(m_prefix + u'-' + qt(editor->spec().name));
    addField(form, editor->title(), editor->field(), editor->tip());
    connect(editor, &SettingEditor::changed, this, &SettingsForm::changed);
}

void SettingsForm::read(const Json& settings)
{
    for (SettingEditor* editor : m_editors) {
        const auto place = placeOf(editor->spec().name);
        if (settings.contains(place))
            editor->setValue(settings[place]);
    }
}

void SettingsForm::writeInto(Json& settings) const
{
    for (const SettingEditor* editor : m_editors)
        settings[placeOf(editor->spec().name)] = editor->value();
}

Json SettingsForm::value(const char* name) const
{
    for (const SettingEditor* editor : m_editors) {
        if (editor->spec().name == name)
            return editor->value();
    }
    return {};
}

void SettingsForm::setValue(const char* name, const Json& value)
{
    for (SettingEditor* editor : m_editors) {
        if (editor->spec().name == name)
            editor->setValue(value);
    }
}

} // namespace rekindle::panels
