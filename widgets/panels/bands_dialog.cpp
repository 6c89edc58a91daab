#include "widgets/panels/bands_dialog.h"

#include "widgets/bridge/error_text.h"
#include "widgets/panels/pieces.h"
#include "widgets/panels/reading_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>

#include <algorithm>

namespace rekindle::panels {
namespace {

using image::Reading;

constexpr int kColours = 3;
/// What Sentinel-2 has, whose pictures most sets with so many bands are.
constexpr int kSentinelBands = 13;

} // namespace

BandsDialog::BandsDialog(bridge::StudySession& session,
                         const std::shared_ptr<const dataset::Manifest>& manifest,
                         std::size_t image, int runs, QWidget* parent)
    : ReadingDialog(session, manifest, imageOfFormat(*manifest, image, "TIFF"),
                    QStringLiteral("bands"), parent),
      m_levels{manifest->reading, manifest->usedBits}, m_levelsJob(session)
{
    setWindowTitle(tr("Bands"));
    m_text = makeText({}, "muted");
    m_text->setObjectName(QStringLiteral("bands-text"));
    std::vector<QWidget*> fields{makeText(
        tr("These images have %n band(s). A network sees three of them, as colours, or one.",
           nullptr, manifest->bands))};
    fields.push_back(buildFields());
    fields.push_back(m_text);
    if (manifest->bands == kSentinelBands)
        fields.push_back(makeText(tr("Of Sentinel-2, the bands 4, 3 and 2 are what an eye would "
                                     "see; with 8, 4 and 3 plants are red."),
                                  "muted"));
    arrange(fields, runs > 0 ? tr("%n run(s) of this study were planned with the bands of now and "
                                  "keep them. Only later runs and scores have others.",
                                  nullptr, runs)
                             : QString());
    chosen();
}

QWidget* BandsDialog::buildFields()
{
    m_show = new QComboBox;
    m_show->setObjectName(QStringLiteral("bands-show"));
    m_show->addItem(tr("The first three"), static_cast<int>(Seen::First));
    m_show->addItem(tr("Three, as colours"), static_cast<int>(Seen::Three));
    m_show->addItem(tr("One, in grey"), static_cast<int>(Seen::One));
    const auto makeBand = [this](const char* name, int value) {
        auto* band = new QSpinBox;
        band->setObjectName(QLatin1String(name));
        band->setRange(1, std::max(1, manifest()->bands));
        band->setValue(value);
        connect(band, &QSpinBox::valueChanged, this, &BandsDialog::chosen);
        return band;
    };
    const auto bands = manifest()->reading.bands;
    const bool three = bands[1] > 0;
    m_colours = {makeBand("bands-red", three ? bands[0] : 1),
                 makeBand("bands-green", three ? bands[1] : 2),
                 makeBand("bands-blue", three ? bands[2] : kColours)};
    m_band = makeBand("bands-one", std::max(1, bands[0]));
    m_show->setCurrentIndex(m_show->findData(static_cast<int>(three          ? Seen::Three
                                                              : bands[0] > 0 ? Seen::One
                                                                             : Seen::First)));
    connect(m_show, &QComboBox::currentIndexChanged, this, &BandsDialog::chosen);
    auto* fields = new QWidget;
    QFormLayout* form = makeForm(fields);
    addField(form, tr("&Show"), m_show, tr("Bands are counted from 1, as in the files."));
    addField(form, tr("&Red"), m_colours[0], tr("The band that is shown as red"));
    addField(form, tr("&Green"), m_colours[1], tr("The band that is shown as green"));
    addField(form, tr("&Blue"), m_colours[2], tr("The band that is shown as blue"));
    addField(form, tr("B&and"), m_band, tr("The band that is shown in grey"));
    return fields;
}

BandsDialog::Seen BandsDialog::seen() const
{
    return static_cast<Seen>(m_show->currentData().toInt());
}

Reading BandsDialog::reading() const
{
    Reading reading = now();
    reading.bands = {};
    if (seen() == Seen::One)
        reading.bands[0] = m_band->value();
    if (seen() == Seen::Three)
        std::transform(m_colours.begin(), m_colours.end(), reading.bands.begin(),
                       [](const QSpinBox* colour) { return colour->value(); });
    return reading;
}

image::ImageRef BandsDialog::shownRef() const
{
    image::ImageRef ref = manifest()->refOf(entry());
    ref.reading = m_levels.reading;
    ref.bits = m_levels.usedBits;
    return ref;
}

void BandsDialog::chosen()
{
    for (QSpinBox* colour : m_colours)
        colour->setEnabled(seen() == Seen::Three);
    m_band->setEnabled(seen() == Seen::One);
    const Reading wanted = reading();
    m_text->setText(seen() == Seen::First
                        ? tr("The first three bands are shown as red, green and blue.")
                        : bandsText(wanted.bands));
    offer(true);
    // At once by the levels of now, then by those that these bands would have.
    m_levels = {wanted, manifest()->usedBits};
    m_levels.reading.set = manifest()->reading.set;
    drawSoon();
    findLevels();
}

void BandsDialog::findLevels()
{
    const Reading wanted = reading();
    if (m_levelsJob.running()) {
        m_levelsJob.cancel(); // and begins anew
        return;
    }
    if (wanted == now())
        return;
    m_levelsJob.look<dataset::SetLevels>(
        [manifest = manifest(), wanted](const job::Watch& watch) {
            return dataset::levelsBy(*manifest, wanted, kSetPictures, watch);
        },
        [this, wanted](const Result<dataset::SetLevels>& levels) {
            if (levels && wanted == reading()) {
                m_levels = *levels;
                drawSoon();
            } else if (levels || levels.error().kind == ErrorKind::Cancelled) {
                findLevels();
            } else {
                m_text->setText(bridge::errorText(levels.error()));
            }
        });
}

} // namespace rekindle::panels
