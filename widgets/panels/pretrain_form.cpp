#include "widgets/panels/pretrain_form.h"

#include "core/specs/finetune_spec.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/protocol_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {
namespace {

/// Passes, image size, batch.
struct Preset {
    int passes, size, batch;
    double warmup;
};
constexpr Preset kPresets[] = {{10, 96, 64, 1}, {100, 96, 64, 10}, {1000, 224, 1024, 10}};

QSpinBox* makeNumber(int low, int high, int value)
{
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setGroupSeparatorShown(true);
    box->setValue(value);
    return box;
}

} // namespace

std::vector<std::int64_t> epochsFromText(const QString& text)
{
    static const QRegularExpression kSeparators(QStringLiteral("[\\s,;]+"));
    std::vector<std::int64_t> epochs;
    for (const QString& word : text.split(kSeparators, Qt::SkipEmptyParts)) {
        bool fine = false;
        const qlonglong epoch = word.toLongLong(&fine);
        if (fine && epoch >= 0)
            epochs.push_back(epoch);
    }
    std::sort(epochs.begin(), epochs.end());
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    return epochs;
}

QString textFromEpochs(const std::vector<std::int64_t>& epochs)
{
    QStringList words;
    for (const std::int64_t epoch : epochs)
        words << QString::number(epoch);
    return words.join(QStringLiteral(", "));
}

PretrainForm::PretrainForm(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(look::space::kSmall);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(look::space::kSmall);
    buildRun(form);
    layout->addLayout(form);
    m_spelled = makeText({}, "muted");
    m_spelled->setFont(look::font(look::Type::Small));
    layout->addWidget(m_spelled);
    m_score = new QCheckBox(tr("Score both when done"));
    m_score->setObjectName(QStringLiteral("pretrain-score"));
    m_score->setChecked(true);
    m_score->setToolTip(tr("Fine-tunes both runs on your labels at the passes kept, so that they "
                           "can be compared."));
    layout->addSpacing(look::space::kSmall);
    layout->addWidget(m_score);
    m_scoreFields = new QWidget;
    auto* scoreForm = new QFormLayout(m_scoreFields);
    scoreForm->setContentsMargins({});
    scoreForm->setVerticalSpacing(look::space::kSmall);
    buildScore(scoreForm);
    layout->addWidget(m_scoreFields);
    layout->addStretch();
    connect(m_score, &QCheckBox::toggled, m_scoreFields, &QWidget::setEnabled);
    connect(m_preset, &QComboBox::activated, this, &PretrainForm::applyPreset);
    for (QSpinBox* box : {m_passes, m_batch, m_size})
        connect(box, &QSpinBox::valueChanged, this, &PretrainForm::describe);
    applyPreset(1);
}

void PretrainForm::buildRun(QFormLayout* form)
{
    m_weights = new QComboBox;
    m_weights->setObjectName(QStringLiteral("pretrain-weights"));
    m_preset = new QComboBox;
    m_preset->addItems({tr("Quick look"), tr("Small lab"), tr("As in the paper"), tr("My own")});
    m_passes = makeNumber(1, 100'000, 100);
    m_passes->setObjectName(QStringLiteral("pretrain-passes"));
    m_batch = makeNumber(2, 65'536, 64);
    m_batch->setObjectName(QStringLiteral("pretrain-batch"));
    m_size = makeNumber(8, 1024, 96);
    m_size->setObjectName(QStringLiteral("pretrain-size"));
    m_seed = makeNumber(0, 1'000'000'000, 0);
    m_rate = new QDoubleSpinBox;
    m_rate->setRange(0, 100);
    m_rate->setDecimals(4);
    m_rate->setSingleStep(0.05);
    m_rate->setSpecialValueText(tr("automatic"));
    m_warmup = new QDoubleSpinBox;
    m_warmup->setRange(0, 1000);
    m_warmup->setDecimals(1);
    m_snapshots = new QLineEdit;
    m_snapshots->setObjectName(QStringLiteral("pretrain-snapshots"));
    addField(form, tr("P2X &starts from"), m_weights,
             tr("P1X starts from random weights, P2X from these. Everything else is equal."));
    addField(form, tr("&Preset"), m_preset);
    addField(form, tr("P&asses"), m_passes, tr("Epochs: how often every image is seen."));
    addField(form, tr("&Batch"), m_batch,
             tr("How many images are compared at once; for SimCLR it is part of the method, not "
                "only a matter of memory."));
    addField(form, tr("&Image size"), m_size, tr("Side of the squares the network sees, pixels."));
    addField(form, tr("Learning &rate"), m_rate,
             tr("Peak rate. Automatic: 0.3 × batch / 256, as the method's authors do."));
    addField(form, tr("&Warm-up"), m_warmup, tr("Passes in which the rate rises."));
    addField(form, tr("&Keep at passes"), m_snapshots,
             tr("Passes whose weights are kept for scoring; the last always is."));
    addField(form, tr("S&eed"), m_seed,
             tr("Each seed repeats the pair with other random numbers."));
}

void PretrainForm::buildScore(QFormLayout* form)
{
    m_protocol = new QComboBox;
    offerProtocols(*m_protocol);
    m_share = new QComboBox;
    m_share->setObjectName(QStringLiteral("score-share"));
    m_share->addItem(tr("100 % of the labels"), 1.0);
    m_share->addItem(tr("10 % of the labels"), 0.1);
    m_repeats = makeNumber(1, 100, 3);
    m_repeats->setObjectName(QStringLiteral("score-repeats"));
    m_scorePasses = makeNumber(1, 10'000, 100);
    m_scorePasses->setObjectName(QStringLiteral("score-passes"));
    addField(form, tr("&How"), m_protocol, tr("Fine-tune: all weights may change."));
    addField(form, tr("La&bels"), m_share,
             tr("Part of the labelled training images used for scoring."));
    addField(form, tr("Repea&ts"), m_repeats, tr("Three is the least that shows spread."));
    addField(form, tr("Fine-tuning &passes"), m_scorePasses);
}

void PretrainForm::applyPreset(int preset)
{
    m_preset->setCurrentIndex(preset);
    if (preset < 0 || preset >= static_cast<int>(std::size(kPresets)))
        return;
    const Preset& values = kPresets[preset];
    m_passes->setValue(values.passes);
    m_size->setValue(values.size);
    m_batch->setValue(values.batch);
    m_warmup->setValue(values.warmup);
    m_rate->setValue(0);
    m_snapshots->setText(
        values.passes >= 1000
            ? QStringLiteral("100, 300, 600, 1000")
            : textFromEpochs({values.passes / 4, values.passes / 2, values.passes}));
    m_scoreBase.imageSize = values.size;
}

void PretrainForm::setPlan(const run::PretrainSettings& pretrain, const run::ScoreSettings& score)
{
    m_base = pretrain;
    m_scoreBase = score;
    m_preset->setCurrentIndex(static_cast<int>(std::size(kPresets)));
    m_passes->setValue(static_cast<int>(pretrain.epochs));
    m_batch->setValue(static_cast<int>(pretrain.batch));
    m_size->setValue(pretrain.imageSize);
    m_seed->setValue(static_cast<int>(pretrain.seed));
    m_rate->setValue(pretrain.lr);
    m_warmup->setValue(pretrain.warmupEpochs);
    m_snapshots->setText(textFromEpochs(pretrain.snapshots));
    m_protocol->setCurrentIndex(m_protocol->findData(QString::fromStdString(score.protocol)));
    if (m_share->findData(score.fraction) < 0)
        m_share->addItem(tr("%1 % of the labels").arg(QLocale().toString(100 * score.fraction)),
                         score.fraction);
    m_share->setCurrentIndex(m_share->findData(score.fraction));
    m_repeats->setValue(score.repeats);
    m_scorePasses->setValue(static_cast<int>(specs::fineTuneSettings(score.own).epochs));
}

void PretrainForm::setWeights(const std::vector<std::pair<QString, QString>>& idsAndLabels,
                              const QString& preferred)
{
    const QString kept = m_weights->currentData().toString();
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

run::PretrainSettings PretrainForm::pretrain() const
{
    run::PretrainSettings settings = m_base;
    settings.epochs = m_passes->value();
    settings.batch = m_batch->value();
    settings.imageSize = m_size->value();
    settings.seed = static_cast<std::uint64_t>(m_seed->value());
    settings.lr = m_rate->value();
    settings.warmupEpochs = m_warmup->value();
    settings.snapshots = epochsFromText(m_snapshots->text());
    std::erase_if(settings.snapshots,
                  [&](std::int64_t epoch) { return epoch == 0 || epoch > settings.epochs; });
    return settings;
}

bool PretrainForm::scores() const
{
    return m_score->isChecked();
}

run::ScoreSettings PretrainForm::score() const
{
    run::ScoreSettings settings = m_scoreBase;
    applyProtocol(settings, *m_protocol, m_scorePasses->value());
    settings.fraction = m_share->currentData().toDouble();
    settings.repeats = m_repeats->value();
    settings.imageSize = m_size->value();
    settings.seed = static_cast<std::uint64_t>(m_seed->value());
    return settings;
}

std::vector<std::int64_t> PretrainForm::scoreEpochs() const
{
    const run::PretrainSettings settings = pretrain();
    std::vector<std::int64_t> epochs = settings.snapshots;
    epochs.push_back(0);
    epochs.push_back(settings.epochs);
    std::sort(epochs.begin(), epochs.end());
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    return epochs;
}

void PretrainForm::setImages(std::size_t count)
{
    m_images = count;
    describe();
}

void PretrainForm::describe()
{
    if (m_images == 0) {
        m_spelled->setText(tr("One pass is every image once."));
        return;
    }
    const std::size_t steps = m_images / static_cast<std::size_t>(m_batch->value());
    m_spelled->setText(steps == 0
                           ? tr("There are %1 images but a batch of %2: not one batch can be "
                                "filled.")
                                 .arg(m_images)
                                 .arg(m_batch->value())
                           : tr("1 pass = every image once = %1 steps; %2 steps in all, for each "
                                "run of the pair.")
                                 .arg(steps)
                                 .arg(steps * static_cast<std::size_t>(m_passes->value())));
}

} // namespace rekindle::panels
