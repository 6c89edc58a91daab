#include "widgets/panels/volume_dialog.h"

#include "core/image/read_image.h"
#include "widgets/bridge/error_text.h"
#include "widgets/panels/pieces.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSlider>

#include <algorithm>

namespace rekindle::panels {
namespace {

using image::VolumeAxis;

constexpr std::array kAxes{VolumeAxis::Axial, VolumeAxis::Coronal, VolumeAxis::Sagittal};

/// Of a volume that is cut along `axis`. Kinds of opening a picture.
Result<int> slicesOf(image::ImageRef ref, VolumeAxis axis)
{
    ref.reading.axis = axis;
    RK_TRY(const auto opened, image::OpenedImages::open(ref.file, {}, image::requestOf(ref)));
    return opened.count();
}

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

VolumeDialog::VolumeDialog(bridge::StudySession& session,
                           const std::shared_ptr<const dataset::Manifest>& manifest,
                           std::size_t image, int runs, QWidget* parent)
    : ReadingDialog(session, manifest, imageOfFormat(*manifest, image, "NIfTI"),
                    QStringLiteral("volume"), parent),
      m_countJob(session)
{
    setWindowTitle(tr("Slices"));
    m_place = makeText();
    m_place->setObjectName(QStringLiteral("volume-place"));
    m_text = makeText({}, "muted");
    m_text->setObjectName(QStringLiteral("volume-text"));
    m_list = makeText({}, "muted");
    m_list->setObjectName(QStringLiteral("volume-list"));
    arrange({buildFields(), m_place, m_text, m_list},
            runs > 0 ? tr("%n run(s) of this study were planned with the slices of now and keep "
                          "them. Only later runs and scores have others.",
                          nullptr, runs)
                     : QString());
    chosen();
    countSlices();
}

QWidget* VolumeDialog::buildFields()
{
    m_axis = new QComboBox;
    m_axis->setObjectName(QStringLiteral("volume-axis"));
    m_axis->addItem(tr("Axial"), static_cast<int>(VolumeAxis::Axial));
    m_axis->addItem(tr("Coronal"), static_cast<int>(VolumeAxis::Coronal));
    m_axis->addItem(tr("Sagittal"), static_cast<int>(VolumeAxis::Sagittal));
    m_axis->setCurrentIndex(m_axis->findData(static_cast<int>(manifest()->reading.axis)));
    m_slice = new QSlider(Qt::Horizontal);
    m_slice->setObjectName(QStringLiteral("volume-slice"));
    m_slice->setRange(1, 1);
    m_slice->setEnabled(false); // until they are counted
    auto* fields = new QWidget;
    QFormLayout* form = makeForm(fields);
    addField(form, tr("&Cut"), m_axis, tr("Which way the volumes are cut into pictures."));
    addField(form, tr("&Slice"), m_slice, tr("Leafs through the slices of this volume."));
    connect(m_axis, &QComboBox::currentIndexChanged, this, &VolumeDialog::cutAlong);
    connect(m_slice, &QSlider::valueChanged, this, &VolumeDialog::chosen);
    return fields;
}

VolumeAxis VolumeDialog::axis() const
{
    return static_cast<VolumeAxis>(m_axis->currentData().toInt());
}

image::Reading VolumeDialog::reading() const
{
    image::Reading reading = now();
    reading.axis = axis();
    return reading;
}

image::ImageRef VolumeDialog::shownRef() const
{
    image::ImageRef ref = manifest()->refOf(entry());
    ref.reading.axis = axis();
    if (m_slice->isEnabled())
        ref.frame = m_slice->value() - 1;
    return ref;
}

void VolumeDialog::countSlices()
{
    m_countJob.look<Counts>(
        [ref = manifest()->refOf(entry())](const job::Watch&) -> Result<Counts> {
            Counts counts{};
            for (const VolumeAxis axis : kAxes) {
                RK_TRY(counts[static_cast<std::size_t>(axis)], slicesOf(ref, axis));
            }
            return counts;
        },
        [this](const Result<Counts>& counts) {
            if (counts)
                takeCounts(*counts);
            else
                m_list->setText(bridge::errorText(counts.error()));
        });
}

void VolumeDialog::takeCounts(const Counts& counts)
{
    m_counts = counts;
    m_list->setText(
        tr("This volume has %1 axial, %2 coronal and %3 sagittal slices. Each slice is an image: "
           "cut another way, the list of now %4 images is made anew, with its parts.")
            .arg(number(static_cast<std::size_t>(counts[0])),
                 number(static_cast<std::size_t>(counts[1])),
                 number(static_cast<std::size_t>(counts[2])), number(manifest()->images.size())));
    m_slice->setEnabled(true);
    cutAlong();
}

/// Begins at the slice that was chosen on the page, or in the middle: the first shows next to
/// nothing.
void VolumeDialog::cutAlong()
{
    if (m_slice->isEnabled()) {
        const int slices = std::max(1, m_counts[static_cast<std::size_t>(axis())]);
        const QSignalBlocker blocker(m_slice);
        m_slice->setRange(1, slices);
        const bool chosen = axis() == manifest()->reading.axis && entry().frame > 0;
        m_slice->setValue(chosen ? entry().frame + 1 : (slices + 1) / 2);
    }
    chosen();
}

void VolumeDialog::chosen()
{
    if (m_slice->isEnabled())
        m_place->setText(tr("Slice %1 of %2").arg(m_slice->value()).arg(m_slice->maximum()));
    switch (axis()) {
    case VolumeAxis::Axial:
        m_text->setText(tr("From the feet to the head, seen from the feet: the patient's right is "
                           "on the left, the front on top."));
        break;
    case VolumeAxis::Coronal:
        m_text->setText(tr("From the back to the front, seen from the front: the patient's right "
                           "is on the left, the head on top."));
        break;
    case VolumeAxis::Sagittal:
        m_text->setText(tr("From the patient's left to the right, seen from the left: the front "
                           "is on the left, the head on top."));
        break;
    }
    // A slice alone is only looked at.
    offer(true);
    drawSoon();
}

} // namespace rekindle::panels
