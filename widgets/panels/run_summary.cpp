#include "widgets/panels/run_summary.h"

#include "core/run/setting_specs.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/protocol_choice.h"
#include "widgets/panels/setting_editor.h"
#include "widgets/panels/settings_form.h"
#include "widgets/panels/spec_text.h"
#include "widgets/panels/value_text.h"

#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {

using bridge::qt;

namespace {

std::vector<FactList::Fact> factsOf(const std::vector<specs::SettingSpec>& specs, const Json& all)
{
    std::vector<FactList::Fact> facts;
    for (const specs::SettingSpec& spec : offered(specs)) {
        const auto value = all.find(spec.name);
        if (value == all.end())
            continue;
        const QString title = specText(spec.title.empty() ? spec.name : spec.title);
        // As --set takes it, for who writes a script.
        const std::string raw = value->is_string() ? value->get<std::string>() : value->dump();
        facts.push_back({title, settingText(spec, *value), qt(spec.name + '=' + raw)});
    }
    return facts;
}

} // namespace

RunSummary::RunSummary(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    m_title = makeTitle({});
    m_title->setObjectName(QStringLiteral("summary-title"));
    layout->addWidget(m_title);
    layout->addWidget(
        makeText(tr("As it was planned: what a run was started with stays as it is."), "muted"));
    m_again = new QPushButton(tr("New pair from these settings"));
    m_again->setObjectName(QStringLiteral("new-pair"));
    look::setRole(m_again, "main");
    layout->addWidget(m_again);
    layout->addSpacing(look::space::kSmall);
    m_facts = new FactList;
    m_facts->setObjectName(QStringLiteral("summary-facts"));
    layout->addWidget(m_facts);
    m_scoreTitle = makeTitle(tr("Scores"));
    layout->addWidget(m_scoreTitle);
    m_scoreFacts = new FactList;
    layout->addWidget(m_scoreFacts);
    layout->addStretch();
    connect(m_again, &QPushButton::clicked, this, &RunSummary::newPairAsked);
}

void RunSummary::setPair(const QString& pair, const QString& start,
                         const run::PretrainSettings& pretrain,
                         const std::optional<run::ScoreSettings>& score)
{
    const Json json = run::toJson(pretrain);
    const Json scoreJson = score ? run::toJson(*score) : Json();
    const QString now = pair + start + qt(json.dump()) + qt(scoreJson.dump());
    if (now == m_shown)
        return;
    m_shown = now;
    m_title->setText(tr("Settings of %1").arg(pair));
    std::vector<FactList::Fact> facts{
        {tr("P2X starts from"), start},
        {tr("Method"), methodText(pretrain.method), qt(pretrain.method)},
        {tr("Network"), networkText(pretrain.architecture), qt(pretrain.architecture)}};
    for (FactList::Fact& fact : factsOf(run::pretrainSettingSpecs(pretrain.method), json))
        facts.push_back(std::move(fact));
    m_facts->setFacts(facts);
    m_scoreTitle->setVisible(score.has_value());
    m_scoreFacts->setVisible(score.has_value());
    if (!score)
        return;
    auto scored = factsOf(run::scoreSettingSpecs(score->protocol), scoreJson);
    scored.insert(scored.begin(),
                  FactList::Fact{tr("How"), protocolText(score->protocol), qt(score->protocol)});
    m_scoreFacts->setFacts(scored);
}

void RunSummary::setWritable(bool writable)
{
    m_again->setEnabled(writable);
}

} // namespace rekindle::panels
