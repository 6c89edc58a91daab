#include "widgets/panels/brightness_dialog.h"

#include "core/dataset/set_values.h"
#include "widgets/bridge/error_text.h"
#include "widgets/panels/level_histogram.h"
#include "widgets/panels/pieces.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

#include <bit>
#include <cmath>

namespace rekindle::panels {
namespace {

using image::Mapping;
using image::Reading;
using image::ValueRange;

constexpr double kFarthest = 1e9;
constexpr int kFinePlaces = 4;
constexpr double kWhole = 64; ///< values that span more are read as whole numbers

QDoubleSpinBox* makeNumber(const char* name, double least, double most, int places)
{
    auto* number = new QDoubleSpinBox;
    number->setObjectName(QLatin1String(name));
    number->setDecimals(places);
    number->setRange(least, most);
    return number;
}

} // namespace

BrightnessDialog::BrightnessDialog(bridge::StudySession& session,
                                   std::shared_ptr<const dataset::Manifest> manifest,
                                   std::size_t image, int runs, QWidget* parent)
    : ReadingDialog(session, std::move(manifest), image, QStringLiteral("brightness"), parent),
      m_valuesJob(session)
{
    setWindowTitle(tr("Brightness"));
    m_histogram = new LevelHistogram;
    m_histogram->setObjectName(QStringLiteral("brightness-histogram"));
    m_text = makeText({}, "muted");
    m_text->setObjectName(QStringLiteral("brightness-text"));
    arrange({m_histogram, buildFields(), m_text},
            runs > 0 ? tr("%n run(s) of this study were planned with the brightness of now and "
                          "keep it. Only later runs and scores have another.",
                          nullptr, runs)
                     : QString());
    connect(m_histogram, &LevelHistogram::edgesMoved, this, [this](const ValueRange& edges) {
        const QSignalBlocker black(m_black), white(m_white), mapping(m_mapping);
        m_mapping->setCurrentIndex(m_mapping->findData(static_cast<int>(Mapping::Window)));
        m_black->setValue(edges.black);
        m_white->setValue(edges.white);
        chosen();
    });
    chosen();
    readValues();
}

QWidget* BrightnessDialog::buildFields()
{
    m_mapping = new QComboBox;
    m_mapping->setObjectName(QStringLiteral("brightness-mapping"));
    m_mapping->addItem(tr("As usual"), static_cast<int>(Mapping::Usual));
    m_mapping->addItem(tr("Window"), static_cast<int>(Mapping::Window));
    m_mapping->addItem(tr("Percentiles of the set"), static_cast<int>(Mapping::Percentiles));
    m_mapping->addItem(tr("Full range"), static_cast<int>(Mapping::Full));
    m_black = makeNumber("brightness-black", -kFarthest, kFarthest, kFinePlaces);
    m_white = makeNumber("brightness-white", -kFarthest, kFarthest, kFinePlaces);
    m_low = makeNumber("brightness-low", 0, 100, 2);
    m_high = makeNumber("brightness-high", 0, 100, 2);
    const Reading& now = manifest()->reading;
    m_mapping->setCurrentIndex(m_mapping->findData(static_cast<int>(now.mapping)));
    m_black->setValue(now.window.black);
    m_white->setValue(now.window.white);
    m_low->setValue(now.lowPercent);
    m_high->setValue(now.highPercent);
    auto* fields = new QWidget;
    QFormLayout* form = makeForm(fields);
    addField(form, tr("&Grey levels"), m_mapping,
             tr("How the values that are stored become black, grey and white. Usual is each "
                "file's own window; where it has none, what its kind of values asks for."));
    addField(form, tr("&Black at"), m_black);
    addField(form, tr("&White at"), m_white);
    addField(form, tr("Black be&low"), m_low, tr("Percent of the set's values"));
    addField(form, tr("White abo&ve"), m_high, tr("Percent of the set's values"));
    m_low->setSuffix(QStringLiteral("\u00a0%"));
    m_high->setSuffix(QStringLiteral("\u00a0%"));
    connect(m_mapping, &QComboBox::currentIndexChanged, this, &BrightnessDialog::chosen);
    for (QDoubleSpinBox* number : {m_black, m_white, m_low, m_high})
        connect(number, &QDoubleSpinBox::valueChanged, this, &BrightnessDialog::chosen);
    return fields;
}

Reading BrightnessDialog::reading() const
{
    Reading reading = manifest()->reading;
    reading.set = {};
    reading.mapping = static_cast<Mapping>(m_mapping->currentData().toInt());
    const Reading usual;
    reading.window = reading.mapping == Mapping::Window
                         ? ValueRange{m_black->value(), m_white->value()}
                         : usual.window;
    reading.lowPercent =
        reading.mapping == Mapping::Percentiles ? m_low->value() : usual.lowPercent;
    reading.highPercent =
        reading.mapping == Mapping::Percentiles ? m_high->value() : usual.highPercent;
    return reading;
}

/// As the picture would be read, as far as can be told from a part of the set.
Reading BrightnessDialog::shownReading() const
{
    const Reading shown = reading();
    if (shown == now())
        return manifest()->reading;
    return m_values.set ? image::settled(shown, *m_values.set) : shown;
}

image::ImageRef BrightnessDialog::shownRef() const
{
    image::ImageRef ref = manifest()->refOf(entry());
    ref.reading = shownReading();
    constexpr double kLargest = 65535;
    // What a scan would find: so many bits hold the largest value of the set.
    if (manifest()->reading.mapping != Mapping::Usual && m_values.set) {
        const double most = std::clamp(m_values.set->percentile(100), 0.0, kLargest);
        ref.bits = static_cast<int>(std::bit_width(static_cast<unsigned>(most)));
    }
    return ref;
}

void BrightnessDialog::readValues()
{
    m_valuesJob.look<Values>(
        [manifest = manifest(),
         ref = manifest()->refOf(entry())](const job::Watch& watch) -> Result<Values> {
            Values values{std::make_shared<image::ValueTally>(),
                          std::make_shared<image::ValueTally>()};
            RK_CHECK(dataset::tallyValues(ref, *values.picture));
            RK_CHECK(dataset::tallyValues(*manifest, kSetPictures, *values.set, watch));
            return values;
        },
        [this](const Result<Values>& values) {
            if (values)
                takeValues(*values);
            else
                m_text->setText(bridge::errorText(values.error()));
        });
}

void BrightnessDialog::takeValues(const Values& values)
{
    m_values = values;
    const ValueRange span{values.picture->percentile(0), values.picture->percentile(100)};
    m_histogram->setCounts(span, values.picture->histogram(span, LevelHistogram::kSteps));
    const int places = span.white - span.black > kWhole ? 0 : kFinePlaces;
    const double step = (span.white - span.black) / static_cast<double>(LevelHistogram::kSteps);
    for (QDoubleSpinBox* number : {m_black, m_white}) {
        const QSignalBlocker blocker(number);
        number->setDecimals(places);
        number->setSingleStep(places == 0 ? std::max(1.0, std::round(step)) : step);
    }
    if (manifest()->reading.mapping != Mapping::Window) {
        const QSignalBlocker black(m_black), white(m_white);
        m_black->setValue(span.black);
        m_white->setValue(span.white);
    }
    chosen();
}

/// Where black and white are by this reading, in the values of the histogram.
ValueRange BrightnessDialog::edgesOf(const Reading& reading) const
{
    if (reading.mapping == Mapping::Window)
        return reading.window;
    if (reading.set.holds())
        return reading.set;
    if (reading.mapping == Mapping::Usual && manifest()->usedBits > 0)
        return {0, std::ldexp(1.0, manifest()->usedBits) - 1};
    return m_histogram->span();
}

void BrightnessDialog::showEdges()
{
    const Reading shown = shownReading();
    m_histogram->setEdges(edgesOf(shown));
    const QLocale locale;
    const ValueRange& edges = m_histogram->edges();
    const auto number = [&](double value) { return locale.toString(value, 'g', 6); };
    QString text;
    switch (shown.mapping) {
    case Mapping::Usual:
        text = tr("Each file's own window; where it has none, all but a few values of the set.");
        break;
    case Mapping::Window:
        text = shown.window.holds() ? tr("Window: centre %1, width %2.")
                                          .arg(number((edges.black + edges.white) / 2),
                                               number(edges.white - edges.black))
                                    : tr("White must lie above black.");
        break;
    case Mapping::Percentiles:
        text = shown.lowPercent < shown.highPercent
                   ? tr("About from %1 to %2; all pictures are looked at when it is applied.")
                         .arg(number(edges.black), number(edges.white))
                   : tr("The second percentage must be above the first.");
        break;
    case Mapping::Full:
        text = tr("Nothing is cut off; pictures that use few of the values are dark.");
        break;
    }
    m_text->setText(text);
}

void BrightnessDialog::chosen()
{
    const Reading wanted = reading();
    for (QDoubleSpinBox* number : {m_black, m_white})
        number->setEnabled(wanted.mapping == Mapping::Window);
    for (QDoubleSpinBox* number : {m_low, m_high})
        number->setEnabled(wanted.mapping == Mapping::Percentiles);
    const bool sound = wanted.mapping == Mapping::Window ? wanted.window.holds()
                                                         : wanted.lowPercent < wanted.highPercent;
    offer(sound);
    showEdges();
    if (sound)
        drawSoon();
}

} // namespace rekindle::panels
