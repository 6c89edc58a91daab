#include "widgets/panels/reading_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace rekindle::panels {
namespace {

using image::Mapping;
using image::VolumeAxis;

struct ReadingText {
    Q_DECLARE_TR_FUNCTIONS(rekindle::panels::ReadingText)
};

QString number(double value)
{
    return QLocale().toString(value, 'g', 6);
}

QString levelsText(const image::Reading& reading)
{
    switch (reading.mapping) {
    case Mapping::Usual:
        break;
    case Mapping::Full:
        return ReadingText::tr("Black and white are the ends of what can be stored.");
    case Mapping::Window:
        return ReadingText::tr("Black is at %1, white at %2.")
            .arg(number(reading.window.black), number(reading.window.white));
    case Mapping::Percentiles:
        return ReadingText::tr("Black is below %1 % and white above %2 % of the set's "
                               "values: at %3 and at %4.")
            .arg(number(reading.lowPercent), number(reading.highPercent), number(reading.set.black),
                 number(reading.set.white));
    }
    return {};
}

QString axisText(VolumeAxis axis)
{
    switch (axis) {
    case VolumeAxis::Axial:
        break;
    case VolumeAxis::Coronal:
        return ReadingText::tr("Volumes are cut into coronal slices.");
    case VolumeAxis::Sagittal:
        return ReadingText::tr("Volumes are cut into sagittal slices.");
    }
    return {};
}

} // namespace

QString bandsText(const std::array<int, 3>& bands)
{
    if (bands[0] == 0)
        return {};
    if (bands[1] == 0)
        return ReadingText::tr("Band %1 is shown in grey.").arg(bands[0]);
    return ReadingText::tr("Bands %1, %2 and %3 are shown as red, green and blue.")
        .arg(bands[0])
        .arg(bands[1])
        .arg(bands[2]);
}

QString readingText(const image::Reading& reading)
{
    QStringList sentences{bandsText(reading.bands), axisText(reading.axis), levelsText(reading)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace rekindle::panels
