#include "widgets/panels/repair_fields.h"

#include "core/repair/repair_words.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/panels/pieces.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <string_view>

namespace rekindle::panels {

using bridge::qt;
using bridge::utf8;

RepairFields::RepairFields(QFormLayout* form, QObject* parent) : QObject(parent)
{
    m_scope = new QComboBox;
    m_scope->setObjectName(QStringLiteral("repair-scale"));
    m_scope->addItem(tr("Whole layer"), QStringLiteral("layer"));
    m_scope->addItem(tr("Each filter"), QStringLiteral("filter"));
    m_scope->addItem(tr("No scaling"), QStringLiteral("none"));
    m_rule = new QComboBox;
    m_rule->setObjectName(QStringLiteral("repair-rule"));
    m_rule->addItem(tr("As in the paper"), QStringLiteral("paper"));
    m_rule->addItem(tr("Exact in training too"), QStringLiteral("canonical"));
    m_rule->addItem(tr("γ alone"), QStringLiteral("gamma-only"));
    m_eps = new QComboBox;
    m_eps->setObjectName(QStringLiteral("repair-eps"));
    m_eps->addItem(tr("Left as it is"), QStringLiteral("literal"));
    m_eps->addItem(tr("Absorbed, exact"), QStringLiteral("exact"));
    m_dead = new QComboBox;
    m_dead->setObjectName(QStringLiteral("repair-dead"));
    m_dead->addItem(tr("Copy a live filter"), QStringLiteral("copy"));
    m_dead->addItem(tr("New random filter"), QStringLiteral("random"));
    m_dead->addItem(tr("Leave them"), QStringLiteral("none"));
    m_below = new QDoubleSpinBox;
    m_below->setObjectName(QStringLiteral("repair-below"));
    m_below->setRange(0, 10);
    m_below->setDecimals(3);
    m_below->setSingleStep(0.05);
    m_below->setValue(0.1);
    m_seed = new QSpinBox;
    m_seed->setObjectName(QStringLiteral("repair-seed"));
    m_seed->setRange(0, 1'000'000);
    addField(form, tr("&Scale over"), m_scope,
             tr("The norm a layer or filter is divided by (its square root), where it is above 1. "
                "The paper scales whole layers."));
    addField(form, tr("&Rule"), m_rule,
             tr("As in the paper: weights, mean and γ by 1/√s, variance by 1/s². Exact in training "
                "too: γ stays as it is."));
    addField(form, tr("&Dead filters"), m_dead,
             tr("A live filter of the same layer, chosen by the seed, takes the dead one's place, "
                "as in the paper."));
    addField(form, tr("Dead &below"), m_below,
             tr("Norm below this line: the filter answers nearly nothing."));
    addAdvanced(form);
    const auto change = [this] {
        checkFields();
        Q_EMIT changed();
    };
    for (QComboBox* box : {m_scope, m_rule, m_eps, m_dead})
        connect(box, &QComboBox::currentIndexChanged, this, change);
    connect(m_below, &QDoubleSpinBox::valueChanged, this, change);
    connect(m_seed, &QSpinBox::valueChanged, this, change);
    checkFields();
}

/// What few people change, behind a link.
void RepairFields::addAdvanced(QFormLayout* form)
{
    auto* more = makeLink(tr("Advanced settings"));
    more->setObjectName(QStringLiteral("repair-more"));
    more->setCheckable(true);
    auto* row = new QHBoxLayout;
    row->addWidget(more);
    row->addStretch();
    form->addRow(row);
    addField(form, tr("Small &term ε"), m_eps,
             tr("Batch norm's small safety term, which scaling makes count more or less."));
    addField(form, tr("S&eed"), m_seed,
             tr("Decides which live filter takes a dead one's place, and what new ones are."));
    const auto show = [this, form, more](bool open) {
        form->setRowVisible(m_eps, open);
        form->setRowVisible(m_seed, open);
        more->setText(open ? tr("Hide advanced settings") : tr("Advanced settings"));
    };
    show(false);
    connect(more, &QPushButton::toggled, this, show);
}

repair::RepairSettings RepairFields::settings(repair::RepairSettings others) const
{
    const auto word = [](const QComboBox* box) { return utf8(box->currentData().toString()); };
    others.dead = repair::parseDeadMode(word(m_dead)).value_or(others.dead);
    others.scale = repair::parseScaleScope(word(m_scope)).value_or(others.scale);
    others.rule = repair::parseScaleRule(word(m_rule)).value_or(others.rule);
    others.eps = repair::parseEpsMode(word(m_eps)).value_or(others.eps);
    others.deadBelow = m_below->value();
    others.seed = static_cast<std::uint64_t>(m_seed->value());
    return others;
}

void RepairFields::setSettings(const repair::RepairSettings& settings)
{
    const auto choose = [](QComboBox* box, std::string_view word) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(box->findData(qt(std::string(word))));
    };
    choose(m_scope, repair::word(settings.scale));
    choose(m_rule, repair::word(settings.rule));
    choose(m_eps, repair::word(settings.eps));
    choose(m_dead, repair::word(settings.dead));
    const QSignalBlocker below(m_below), seed(m_seed);
    m_below->setValue(settings.deadBelow);
    m_seed->setValue(static_cast<int>(settings.seed));
    checkFields();
}

void RepairFields::checkFields()
{
    const bool scales = m_scope->currentData().toString() != u"none";
    const bool replaces = m_dead->currentData().toString() != u"none";
    m_rule->setEnabled(scales);
    m_eps->setEnabled(scales);
    m_below->setEnabled(replaces);
    m_seed->setEnabled(replaces);
}

} // namespace rekindle::panels
