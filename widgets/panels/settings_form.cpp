#include "widgets/panels/settings_form.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/field_problem.h"
#include "widgets/panels/mnemonics.h"
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
    m_toggle = makeLink(tr("Advanced settings"));
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
        m_toggle->setText(open ? tr("Hide advanced settings") : tr("Advanced settings"));
    });
}

void SettingsForm::setSpecs(const std::vector<specs::SettingSpec>& settings,
                            const QStringList& inSight)
{
    for (QFormLayout* form : {m_main, m_moreForm}) {
        while (form->rowCount() > 0)
            form->removeRow(0);
    }
    for (const Field& field : m_fields)
        field.editor->deleteLater();
    m_fields.clear();
    for (const specs::SettingSpec& spec : settings)
        m_fields.push_back({new SettingEditor(spec, this), nullptr, {}});
    // Those in sight in the order in which they are named.
    for (const QString& name : inSight) {
        for (Field& field : m_fields) {
            if (qt(field.editor->spec().name) == name)
                add(m_main, field);
        }
    }
    for (Field& field : m_fields) {
        if (!inSight.contains(qt(field.editor->spec().name)))
            add(m_moreForm, field);
    }
    m_toggle->setVisible(m_moreForm->rowCount() > 0);
}

void SettingsForm::add(QFormLayout* form, Field& field)
{
    SettingEditor* editor = field.editor;
    editor->field()->setObjectName(m_prefix + u'-' + qt(editor->spec().name));
    addField(form, editor->title(), editor->field(), editor->tip());
    field.problem = makeProblemLine();
    form->addRow(QString(), field.problem);
    form->setRowVisible(field.problem, false);
    const std::string name = editor->spec().name;
    connect(editor, &SettingEditor::changed, this, [this, name] {
        // While somebody types only what was said is taken back.
        if (Field* now = find(name.c_str()); now != nullptr && problemOf(*now).isEmpty())
            showProblem(*now);
        if (!m_reading)
            Q_EMIT changed();
    });
    connect(editor, &SettingEditor::left, this, [this, name] {
        if (Field* now = find(name.c_str()))
            showProblem(*now);
    });
}

SettingsForm::Field* SettingsForm::find(const char* name)
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [name](const Field& field) {
        return field.editor->spec().name == name;
    });
    return found == m_fields.end() ? nullptr : &*found;
}

QString SettingsForm::problemOf(const Field& field)
{
    return field.editor->problem().isEmpty() ? field.complaint : field.editor->problem();
}

void SettingsForm::showProblem(const Field& field)
{
    const QString problem = problemOf(field);
    showFieldProblem(field.editor->field(), field.problem, problem);
    for (QFormLayout* form : {m_main, m_moreForm}) {
        if (form->indexOf(field.problem) >= 0)
            form->setRowVisible(field.problem, !problem.isEmpty());
    }
}

std::optional<Error> SettingsForm::problem() const
{
    for (const Field& field : m_fields) {
        if (const QString problem = problemOf(field); !problem.isEmpty())
            return Error{
                ErrorKind::Usage,
                bridge::utf8(tr("%1: %2").arg(withoutMnemonic(field.editor->title()), problem)),
                {},
                {}};
    }
    return std::nullopt;
}

void SettingsForm::showProblems()
{
    const SettingEditor* first = nullptr;
    for (const Field& field : m_fields) {
        showProblem(field);
        if (first == nullptr && !problemOf(field).isEmpty())
            first = field.editor;
    }
    if (first == nullptr)
        return;
    if (m_more->isAncestorOf(first->field()))
        m_toggle->setChecked(true);
    first->field()->setFocus(Qt::OtherFocusReason);
}

void SettingsForm::complain(const char* name, const QString& why)
{
    Field* field = find(name);
    if (field == nullptr || field->complaint == why)
        return;
    field->complaint = why;
    showProblem(*field);
}

void SettingsForm::setApplies(const char* name, bool applies, const QString& why)
{
    Field* field = find(name);
    if (field == nullptr)
        return;
    QWidget* box = field->editor->field();
    box->setEnabled(applies);
    const QString tip = applies ? field->editor->tip() : why;
    box->setToolTip(tip);
    box->setAccessibleDescription(tip);
}

void SettingsForm::read(const Json& settings)
{
    m_reading = true;
    for (const Field& field : m_fields) {
        const auto place = placeOf(field.editor->spec().name);
        if (settings.contains(place))
            field.editor->setValue(settings[place]);
    }
    m_reading = false;
    Q_EMIT changed();
}

void SettingsForm::writeInto(Json& settings) const
{
    for (const Field& field : m_fields)
        settings[placeOf(field.editor->spec().name)] = field.editor->value();
}

bool SettingsForm::differsFrom(const Json& settings) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [&](const Field& field) {
        const auto place = placeOf(field.editor->spec().name);
        const specs::Rule& rule = field.editor->spec().rule;
        return settings.contains(place) && rule.admits(settings[place]) &&
               rule.normal(settings[place]) != field.editor->value();
    });
}

Json SettingsForm::value(const char* name) const
{
    for (const Field& field : m_fields) {
        if (field.editor->spec().name == name)
            return field.editor->value();
    }
    return {};
}

void SettingsForm::setValue(const char* name, const Json& value)
{
    if (Field* field = find(name))
        field->editor->setValue(value);
}

} // namespace rekindle::panels
