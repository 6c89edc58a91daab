#include "widgets/panels/image_dialog.h"

#include "widgets/bridge/core_text.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/picture_label.h"
#include "widgets/panels/pieces.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rekindle::panels {
namespace {

using bridge::qt;

constexpr QSize kRoom(520, 420);

} // namespace

QString partText(dataset::Part part)
{
    switch (part) {
    case dataset::Part::Train:
        return ImageDialog::tr("training");
    case dataset::Part::Validation:
        return ImageDialog::tr("validation");
    case dataset::Part::Test:
        return ImageDialog::tr("test");
    case dataset::Part::None:
        break;
    }
    return ImageDialog::tr("none");
}

ImageDialog::ImageDialog(bridge::StudySession& session,
                         std::shared_ptr<const dataset::Manifest> manifest, std::size_t image,
                         QWidget* parent)
    : QDialog(parent), m_manifest(std::move(manifest)), m_image(image)
{
    setObjectName(QStringLiteral("image"));
    const dataset::ImageEntry& entry = m_manifest->images[image];
    const QString name = qt(m_manifest->nameOf(entry));
    setWindowTitle(name.section(u'/', -1));
    auto* picture = new PictureLabel(session, name, kRoom);
    picture->setObjectName(QStringLiteral("image-picture"));
    auto* facts = new FactList;
    facts->setObjectName(QStringLiteral("image-facts"));
    fillFacts(*facts);
    auto* buttons = new QDialogButtonBox;
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(look::space::kMedium);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(facts);
    layout->addWidget(buttons);
    picture->draw(m_manifest->refOf(entry));
}

void ImageDialog::fillFacts(FactList& facts) const
{
    const dataset::ImageEntry& entry = m_manifest->images[m_image];
    std::vector<FactList::Fact> rows{
        {tr("File"), qt(m_manifest->nameOf(entry))},
        {tr("Size"), tr("%1 × %2 pixels, %3 bit, %4")
                         .arg(entry.width)
                         .arg(entry.height)
                         .arg(entry.bits)
                         .arg(entry.channels < 3 ? tr("grey") : tr("colour"))}};
    if (entry.label >= 0)
        rows.push_back(
            {tr("Class"), qt(m_manifest->classes[static_cast<std::size_t>(entry.label)])});
    rows.push_back({tr("Part"), partText(entry.part)});
    if (!entry.patient.empty())
        rows.push_back({tr("Patient"), qt(entry.patient)});
    const QStringList wrong = problems();
    rows.push_back({tr("Problems"), wrong.isEmpty() ? tr("none") : wrong.join(u'\n')});
    facts.setFacts(rows);
}

QStringList ImageDialog::problems() const
{
    const std::string& path = m_manifest->fileOf(m_manifest->images[m_image]).path;
    QStringList lines;
    for (const auto* list : {&m_manifest->problems, &m_manifest->remarks}) {
        for (const dataset::Problem& problem : *list) {
            if (problem.file == path)
                lines << bridge::coreText(problem.message);
        }
    }
    for (const auto& group : m_manifest->duplicates) {
        if (std::find(group.begin(), group.end(), path) == group.end())
            continue;
        for (const std::string& other : group) {
            if (other != path)
                lines << tr("The same bytes as %1").arg(qt(other));
        }
    }
    return lines;
}

} // namespace rekindle::panels
