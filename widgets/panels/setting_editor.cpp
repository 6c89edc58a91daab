#include "widgets/panels/setting_editor.h"

#include "core/specs/size_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/panels/spec_text.h"
#include "widgets/panels/value_text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSpinBox>

#include <limits>

namespace rekindle::panels {
namespace {

using bridge::qt;
using bridge::utf8;
using Kind = specs::Rule::Kind;

constexpr double kMostInBox = std::numeric_limits<int>::max();

/// A number with as many digits as it needs.
class PlainNumberBox : public QDoubleSpinBox
{
public:
    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

/// The least value may stand for what the program works out itself: 0 or -1.
bool isAutomatic(const specs::SettingSpec& spec)
{
    const double low = spec.rule.low;
    if (low == 0 && (!spec.byDefault.is_number() || spec.byDefault.get<double>() != 0))
        return false;
    return (low == 0 || low == -1) &&
           spec.meaning.find(low == 0 ? "0:" : "-1:") != std::string::npos;
}

template <class Box>
void dress(Box& box, const specs::SettingSpec& spec)
{
    if (!spec.unit.empty()) {
        const auto suffix = [&box, unit = spec.unit] {
            box.setSuffix(u' ' + unitText(unit, static_cast<double>(box.value())));
        };
        suffix();
        QObject::connect(&box, &Box::valueChanged, &box, suffix);
    }
    if (isAutomatic(spec))
        box.setSpecialValueText(SettingEditor::tr("automatic"));
    box.setGroupSeparatorShown(true);
    box.setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box.setMinimumWidth(120);
}

bool isList(const specs::Rule& rule)
{
    return rule.kind == Kind::Wholes || rule.kind == Kind::WholeSet;
}

QString textOf(const Json& value, const specs::Rule& rule)
{
    if (rule.kind == Kind::Size && value.is_number())
        return qt(specs::sizeText(value.get<std::int64_t>()));
    if (!isList(rule))
        return qt(value.is_string() ? value.get<std::string>() : value.dump());
    QStringList words;
    for (const Json& item : value)
        words << qt(item.dump());
    return words.join(QStringLiteral(", "));
}

} // namespace

SettingEditor::SettingEditor(specs::SettingSpec spec, QObject* parent)
    : QObject(parent), m_spec(std::move(spec)), m_value(m_spec.byDefault)
{
    switch (m_spec.rule.kind) {
    case Kind::Whole:
        m_spec.rule.high <= kMostInBox ? makeWhole() : makeText();
        break;
    case Kind::Real:
        makeReal();
        break;
    case Kind::Word:
        makeChoice(m_spec.rule.words());
        break;
    case Kind::Device:
        makeChoice({"auto", "cpu", "cuda"});
        break;
    default:
        makeText();
    }
    setValue(m_value);
}

QString SettingEditor::title() const
{
    return specText(m_spec.title.empty() ? m_spec.name : m_spec.title);
}

QString SettingEditor::tip() const
{
    constexpr double kSome = 2;
    QString tip = specText(m_spec.meaning) + u'.';
    const QString accepts = specText(m_spec.rule.accepts());
    tip += u'\n' + (m_spec.unit.empty()
                        ? tr("Takes %1.").arg(accepts)
                        : tr("Takes %1, in %2.").arg(accepts, unitText(m_spec.unit, kSome)));
    const QString usual = settingText(m_spec, m_spec.byDefault);
    return usual.isEmpty() ? tip : tip + u' ' + tr("Usually %1.").arg(usual);
}

Json SettingEditor::value() const
{
    return m_value;
}

void SettingEditor::setValue(const Json& value)
{
    if (!m_spec.rule.admits(value))
        return;
    m_showing = true;
    m_show(value);
    m_showing = false;
    m_value = m_spec.rule.normal(value);
    m_problem.clear();
    Q_EMIT changed();
}

/// What is no value of the setting is not taken, and stays in the field with what is wrong with it.
void SettingEditor::edited()
{
    if (m_showing)
        return;
    const Json value = m_read();
    if (m_spec.rule.admits(value)) {
        m_value = m_spec.rule.normal(value);
        m_problem.clear();
    } else {
        m_problem = tr("This takes %1.").arg(specText(m_spec.rule.accepts()));
    }
    Q_EMIT changed();
}

void SettingEditor::makeWhole()
{
    auto* box = new QSpinBox;
    box->setRange(static_cast<int>(m_spec.rule.low), static_cast<int>(m_spec.rule.high));
    dress(*box, m_spec);
    m_read = [box] { return Json(box->value()); };
    m_show = [box](const Json& value) { box->setValue(value.get<int>()); };
    connect(box, &QSpinBox::valueChanged, this, &SettingEditor::edited);
    m_field = box;
}

void SettingEditor::makeReal()
{
    auto* box = new PlainNumberBox;
    box->setDecimals(12);
    box->setRange(m_spec.rule.low, m_spec.rule.high);
    dress(*box, m_spec);
    m_read = [box] { return Json(box->value()); };
    m_show = [box](const Json& value) { box->setValue(value.get<double>()); };
    connect(box, &QDoubleSpinBox::valueChanged, this, &SettingEditor::edited);
    m_field = box;
}

void SettingEditor::makeChoice(const std::vector<std::string>& words)
{
    auto* box = new QComboBox;
    const auto add = [this, box](const std::string& word) {
        box->addItem(settingText(m_spec, Json(word)), qt(word));
        box->setItemData(box->count() - 1, qt(word), Qt::ToolTipRole);
    };
    for (const std::string& word : words)
        add(word);
    m_read = [box] { return Json(utf8(box->currentData().toString())); };
    m_show = [box, add](const Json& value) {
        const auto word = value.get<std::string>();
        if (box->findData(qt(word)) < 0)
            add(word); // a second graphics card
        box->setCurrentIndex(box->findData(qt(word)));
    };
    connect(box, &QComboBox::currentIndexChanged, this, &SettingEditor::edited);
    m_field = box;
}

void SettingEditor::makeText()
{
    auto* line = new QLineEdit;
    m_read = [this, line]() -> Json {
        static const QRegularExpression kSeparators(QStringLiteral("[\\s,;]+"));
        QString text = line->text().trimmed();
        if (isList(m_spec.rule))
            text = text.split(kSeparators, Qt::SkipEmptyParts).join(u',');
        if (isList(m_spec.rule) && text.isEmpty())
            return Json::array();
        return m_spec.rule.parse(utf8(text)).value_or(Json());
    };
    m_show = [this, line](const Json& value) { line->setText(textOf(value, m_spec.rule)); };
    connect(line, &QLineEdit::textEdited, this, &SettingEditor::edited);
    connect(line, &QLineEdit::editingFinished, this, [this] {
        edited();
        // In the way in which it is written everywhere else.
        if (m_problem.isEmpty()) {
            m_showing = true;
            m_show(m_value);
            m_showing = false;
        }
        Q_EMIT left();
    });
    m_field = line;
}

QString settingText(const specs::SettingSpec& spec, const Json& value)
{
    if (value.is_number() && isAutomatic(spec) && value.get<double>() == spec.rule.low)
        return SettingEditor::tr("automatic");
    if (spec.rule.kind == Kind::Size && value == 0)
        return SettingEditor::tr("none");
    if (spec.rule.kind == Kind::Word && value.is_string())
        return valueText(value.get<std::string>());
    if (spec.rule.kind == Kind::Device && value.is_string())
        return deviceText(value.get<std::string>());
    QString text = value.is_number_float() ? QLocale().toString(value.get<double>(), 'f',
                                                                QLocale::FloatingPointShortest)
                                           : textOf(value, spec.rule);
    if (spec.unit.empty() || text.isEmpty())
        return text;
    constexpr double kSome = 2;
    const double number = value.is_number() ? value.get<double>() : kSome;
    return text + u' ' + unitText(spec.unit, number);
}

} // namespace rekindle::panels
