#include "widgets/panels/score_form.h"

#include "core/run/setting_specs.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/protocol_choice.h"
#include "widgets/panels/setting_editor.h"
#include "widgets/panels/settings_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;

namespace {

/// The protocol's own way of training is what most people look at, beside how often it is drawn.
const QStringList& inSight()
{
    static const QStringList kNames{QStringLiteral("repeats"), QStringLiteral("epochs"),
                                    QStringLiteral("image_size"), QStringLiteral("neighbours")};
    return kNames;
}

} // namespace

ScoreForm::ScoreForm(const QString& prefix, QStringList without, QWidget* parent)
    : QWidget(parent), m_without(std::move(without))
{
    // Offered as a share of the labels, not as a number.
    m_without << QStringLiteral("fraction");
    m_protocol = new QComboBox;
    m_protocol->setObjectName(prefix + QStringLiteral("-protocol"));
    offerProtocols(*m_protocol);
    m_share = new QComboBox;
    m_share->setObjectName(prefix + QStringLiteral("-share"));
    for (const double share : {1.0, 0.1})
        m_share->addItem(tr("%1 % of the labels").arg(QLocale().toString(100 * share)), share);
    auto* top = makeForm();
    const auto settings = run::scoreSettingSpecs(m_base.protocol);
    const auto place = [&](const char* name, QComboBox* box) {
        const SettingEditor about(*specs::findSetting(settings, name));
        addField(top, about.title(), box, about.tip());
        delete about.field();
    };
    place("protocol", m_protocol);
    place("fraction", m_share);
    m_form = new SettingsForm(prefix);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    layout->addLayout(top);
    layout->addWidget(m_form);
    connect(m_protocol, &QComboBox::activated, this, &ScoreForm::chooseProtocol);
    connect(m_share, &QComboBox::currentIndexChanged, this, &ScoreForm::checkFields);
    rebuild();
}

void ScoreForm::rebuild()
{
    m_form->setSpecs(offered(run::scoreSettingSpecs(m_base.protocol), m_without), inSight());
    m_form->read(run::toJson(m_base));
    checkFields();
}

/// Repeats are draws of labels, and with all labels some protocols draw nothing.
void ScoreForm::checkFields()
{
    run::ScoreSettings now = m_base;
    now.fraction = m_share->currentData().toDouble();
    now.repeats = 2;
    m_form->setApplies("repeats", run::usefulRepeats(now) > 1,
                       tr("With all labels this protocol leaves nothing to chance: one repeat says "
                          "it all, and one is computed."));
}

void ScoreForm::showProblems()
{
    m_form->showProblems();
}

/// What was set stays where the new protocol has it, too.
void ScoreForm::chooseProtocol()
{
    auto now = settings();
    if (!now || !run::setByName(*now, "protocol", utf8(m_protocol->currentData().toString())))
        return;
    m_base = *std::move(now);
    rebuild();
}

void ScoreForm::setSettings(const run::ScoreSettings& settings)
{
    m_base = settings;
    m_protocol->setCurrentIndex(m_protocol->findData(qt(settings.protocol)));
    if (m_share->findData(settings.fraction) < 0)
        m_share->addItem(tr("%1 % of the labels").arg(QLocale().toString(100 * settings.fraction)),
                         settings.fraction);
    m_share->setCurrentIndex(m_share->findData(settings.fraction));
    rebuild();
}

Result<run::ScoreSettings> ScoreForm::settings() const
{
    if (const auto problem = m_form->problem())
        return fail(*problem);
    Json json = run::toJson(m_base);
    m_form->writeInto(json);
    json["fraction"] = m_share->currentData().toDouble();
    return run::scoreSettingsFromJson(json, utf8(tr("the form")));
}

} // namespace rekindle::panels
