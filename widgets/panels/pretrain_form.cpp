#include "widgets/panels/pretrain_form.h"

#include "core/run/presets.h"
#include "core/run/setting_specs.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/bridge/warning_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/name_box.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/protocol_choice.h"
#include "widgets/panels/score_form.h"
#include "widgets/panels/settings_form.h"
#include "widgets/panels/spec_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {
namespace {

using bridge::qt;
using bridge::utf8;

const QStringList& inSight()
{
    static const QStringList kNames{QStringLiteral("epochs"),        QStringLiteral("batch"),
                                    QStringLiteral("image_size"),    QStringLiteral("lr"),
                                    QStringLiteral("warmup_epochs"), QStringLiteral("snapshots"),
                                    QStringLiteral("seed")};
    return kNames;
}

std::int64_t whole(const Json& value)
{
    return value.is_number() ? value.get<std::int64_t>() : 0;
}

std::vector<std::int64_t> wholes(const Json& value)
{
    return value.is_array() ? value.get<std::vector<std::int64_t>>() : std::vector<std::int64_t>();
}

std::vector<std::int64_t> within(std::vector<std::int64_t> passes, std::int64_t length)
{
    std::erase_if(passes, [length](std::int64_t pass) { return pass > length; });
    return passes;
}

} // namespace

PretrainForm::PretrainForm(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    auto* top = makeForm();
    buildTop(top);
    layout->addLayout(top);
    m_settings = new SettingsForm(QStringLiteral("pretrain"));
    layout->addWidget(m_settings);
    m_spelled = makeText({}, "muted");
    m_spelled->setFont(look::font(look::Type::Small));
    layout->addWidget(m_spelled);
    m_score = new QCheckBox(tr("Score both when done"));
    m_score->setObjectName(QStringLiteral("pretrain-score"));
    m_score->setChecked(true);
    m_score->setToolTip(tr("Scores both runs on your labels at the passes kept, so that they can "
                           "be compared."));
    layout->addSpacing(look::space::kSmall);
    layout->addWidget(m_score);
    // Seen at the size of the pretraining; one seed for all pairs, so that they share their draws.
    m_scoreForm = new ScoreForm(QStringLiteral("score"),
                                {QStringLiteral("image_size"), QStringLiteral("seed")});
    layout->addWidget(m_scoreForm);
    layout->addStretch();
    connect(m_score, &QCheckBox::toggled, m_scoreForm, &QWidget::setEnabled);
    connect(m_method, &QComboBox::activated, this, &PretrainForm::chooseMethod);
    connect(m_preset, &QComboBox::activated, this, &PretrainForm::applyPreset);
    connect(m_settings, &SettingsForm::changed, this, [this] {
        followLength();
        describe();
        Q_EMIT changed();
    });
    for (const QComboBox* list :
         {static_cast<const QComboBox*>(m_weights), static_cast<const QComboBox*>(m_method),
          static_cast<const QComboBox*>(m_preset)})
        connect(list, &QComboBox::currentIndexChanged, this, &PretrainForm::changed);
    connect(m_pairs, &QSpinBox::valueChanged, this, &PretrainForm::changed);
    rebuild();
    applyPreset(m_preset->findText(specText("Small lab")));
}

void PretrainForm::buildTop(QFormLayout* form)
{
    m_weights = new NameBox;
    m_weights->setObjectName(QStringLiteral("pretrain-weights"));
    addField(form, tr("P2X &starts from"), m_weights,
             tr("P1X starts from random weights, P2X from these. Everything else is equal."));
    m_method = new QComboBox;
    m_method->setObjectName(QStringLiteral("pretrain-method"));
    offerMethods(*m_method);
    // Nothing to choose among one.
    if (m_method->count() > 1)
        addField(form, tr("&Method"), m_method,
                 tr("How the network learns from images without labels."));
    else
        m_method->setParent(this);
    m_method->setVisible(m_method->count() > 1);
    m_preset = new QComboBox;
    m_preset->setObjectName(QStringLiteral("pretrain-preset"));
    for (const run::Preset& preset : run::presets()) {
        m_preset->addItem(specText(preset.title));
        m_preset->setItemData(m_preset->count() - 1,
                              tr("%1. Source: %2.").arg(specText(preset.when), qt(preset.source)),
                              Qt::ToolTipRole);
    }
    m_preset->addItem(tr("My own"));
    addField(form, tr("&Preset"), m_preset);
    m_pairs = new QSpinBox;
    m_pairs->setObjectName(QStringLiteral("pretrain-pairs"));
    m_pairs->setRange(1, 100);
    m_pairs->setValue(3);
    addField(form, tr("Pairs (s&eeds)"), m_pairs,
             tr("Each pair is trained from a seed of its own. Three are the least that show how "
                "much retraining alone would change; with one, that is not covered."));
    connect(m_pairs, &QSpinBox::valueChanged, this, &PretrainForm::describe);
}

void PretrainForm::rebuild()
{
    m_settings->setSpecs(offered(run::pretrainSettingSpecs(m_base.method)), inSight());
    m_planned = m_base.snapshots;
    m_length = m_base.epochs;
    m_settings->read(run::toJson(m_base));
}

/// What was set stays where the new method has it, too.
void PretrainForm::chooseMethod()
{
    auto now = pretrain();
    if (!now || !run::setByName(*now, "method", utf8(m_method->currentData().toString())))
        return;
    m_base = *std::move(now);
    rebuild();
}

/// The settings of now with this preset's: what another preset set and this one leaves alone goes
/// back to the method's own.
std::optional<run::PretrainSettings> PretrainForm::presetSettings(int preset) const
{
    if (preset < 0 || static_cast<std::size_t>(preset) >= run::presets().size())
        return std::nullopt;
    const run::Preset& chosen = run::presets()[static_cast<std::size_t>(preset)];
    Json json = run::toJson(m_base);
    m_settings->writeInto(json);
    const auto now = run::pretrainSettingsFromJson(json, utf8(tr("the form")));
    run::PretrainSettings fresh;
    if (!now || !run::setByName(fresh, "method", now->method) ||
        !run::applyPreset(fresh, chosen.name))
        return std::nullopt;
    fresh.seed = now->seed;
    fresh.threads = now->threads;
    fresh.device = now->device;
    return fresh;
}

void PretrainForm::applyPreset(int preset)
{
    m_preset->setCurrentIndex(preset);
    if (const auto settings = presetSettings(preset)) {
        m_planned = settings->snapshots;
        m_length = settings->epochs;
        m_settings->read(run::toJson(*settings));
    }
    describe();
}

/// A preset of which something was changed is no longer that preset, and is called so.
void PretrainForm::markPreset()
{
    for (std::size_t i = 0; i < run::presets().size(); ++i) {
        const int index = static_cast<int>(i);
        QString text = specText(run::presets()[i].title);
        const auto settings =
            index == m_preset->currentIndex() ? presetSettings(index) : std::nullopt;
        if (settings && m_settings->differsFrom(run::toJson(*settings)))
            text = tr("%1, changed").arg(text);
        if (m_preset->itemText(index) != text)
            m_preset->setItemText(index, text);
    }
}

void PretrainForm::setPlan(const run::PretrainSettings& pretrain,
                           const std::optional<run::ScoreSettings>& score, int pairs)
{
    m_base = pretrain;
    m_method->setCurrentIndex(m_method->findData(bridge::qt(pretrain.method)));
    m_preset->setCurrentIndex(static_cast<int>(run::presets().size()));
    m_pairs->setValue(pairs);
    rebuild();
    m_score->setChecked(score.has_value());
    if (score)
        m_scoreForm->setSettings(*score);
    Q_EMIT changed();
}

void PretrainForm::chooseWeights(const QString& id)
{
    if (const int index = m_weights->findData(id); index >= 0)
        m_weights->setCurrentIndex(index);
}

/// A list of passes that nobody has edited is that of the plan, as far as the run goes.
void PretrainForm::followLength()
{
    const std::int64_t length = whole(m_settings->value("epochs"));
    if (length == m_length)
        return;
    const bool untouched = wholes(m_settings->value("snapshots")) == within(m_planned, m_length);
    m_length = length;
    if (untouched)
        m_settings->setValue("snapshots", Json(within(m_planned, length)));
}

/// Entries that do not go with each other.
void PretrainForm::checkFields()
{
    const std::int64_t length = whole(m_settings->value("epochs"));
    QStringList beyond;
    for (const std::int64_t pass : wholes(m_settings->value("snapshots"))) {
        if (pass > length)
            beyond << QString::number(pass);
    }
    m_settings->complain("snapshots",
                         beyond.isEmpty()
                             ? QString()
                             : tr("The run ends after %n pass(es), so nothing can be kept at %1.",
                                  nullptr, static_cast<int>(length))
                                   .arg(beyond.join(QStringLiteral(", "))));
    m_settings->setApplies("head", m_base.method == "swav" || m_base.method == "byol",
                           tr("Only SwAV and BYOL have heads that a checkpoint carries."));
}

void PretrainForm::showProblems()
{
    m_settings->showProblems();
    if (!m_settings->problem())
        m_scoreForm->showProblems();
}

void PretrainForm::setWeights(const std::vector<std::pair<QString, QString>>& idsAndLabels,
                              const QString& preferred)
{
    const QString kept = m_weights->currentData().toString();
    const QSignalBlocker blocker(m_weights);
    m_weights->clear();
    for (const auto& [id, label] : idsAndLabels)
        m_weights->addItem(label, id);
    const int before = m_weights->findData(kept);
    m_weights->setCurrentIndex(before >= 0 ? before : std::max(0, m_weights->findData(preferred)));
}

QString PretrainForm::weights() const
{
    return m_weights->currentData().toString();
}

Result<run::PretrainSettings> PretrainForm::pretrain() const
{
    if (const auto problem = m_settings->problem())
        return fail(*problem);
    Json json = run::toJson(m_base);
    m_settings->writeInto(json);
    RK_TRY(auto settings, run::pretrainSettingsFromJson(json, utf8(tr("the form"))));
    std::erase(settings.snapshots, 0);
    return settings;
}

int PretrainForm::pairs() const
{
    return m_pairs->value();
}

bool PretrainForm::scores() const
{
    return m_score->isChecked();
}

Result<run::ScoreSettings> PretrainForm::score() const
{
    RK_TRY(const auto run, pretrain());
    RK_TRY(auto settings, m_scoreForm->settings());
    settings.imageSize = run.imageSize;
    return settings;
}

std::vector<std::int64_t> PretrainForm::scoreEpochs(const run::PretrainSettings& settings)
{
    std::vector<std::int64_t> epochs = settings.snapshots;
    std::erase_if(epochs, [&](std::int64_t epoch) { return epoch > settings.epochs; });
    epochs.push_back(0);
    epochs.push_back(settings.epochs);
    std::sort(epochs.begin(), epochs.end());
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    return epochs;
}

void PretrainForm::setImages(std::size_t count)
{
    if (count != m_images)
        Q_EMIT changed();
    m_images = count;
    describe();
}

void PretrainForm::describe()
{
    checkFields();
    markPreset();
    const auto batch = static_cast<std::size_t>(whole(m_settings->value("batch")));
    if (m_images == 0 || batch == 0) {
        m_spelled->setText(tr("One pass is every image once."));
        return;
    }
    const auto seen = static_cast<std::size_t>(whole(m_settings->value("images_per_epoch")));
    const std::size_t steps = (seen > 0 ? seen : m_images) / batch;
    const auto passes = static_cast<std::size_t>(whole(m_settings->value("epochs")));
    const auto stepsText = [](std::size_t count) {
        return tr("%Ln step(s)", nullptr, static_cast<int>(count));
    };
    const auto imagesText = [](std::size_t count) {
        return tr("%Ln image(s)", nullptr, static_cast<int>(count));
    };
    const QString pass = seen > 0 ? imagesText(seen) : tr("every image once");
    const std::size_t runs = 2 * static_cast<std::size_t>(pairs());
    QStringList words;
    words << (steps == 0 ? tr("There are %1 but a batch of %2: not one batch can be filled.")
                               .arg(imagesText(m_images))
                               .arg(batch)
                         : tr("1 pass = %1 = %2; %3 a run, %4: %5 in all.")
                               .arg(pass, stepsText(steps), stepsText(steps * passes),
                                    tr("%n run(s)", nullptr, static_cast<int>(runs)),
                                    stepsText(runs * steps * passes)));
    if (const auto settings = pretrain(); settings && steps > 0)
        words += bridge::warningLines(
            run::lengthWarnings(*settings, static_cast<std::int64_t>(m_images)));
    m_spelled->setText(words.join(u'\n'));
}

} // namespace rekindle::panels
