#include "widgets/panels/reading_dialog.h"

#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"
#include "widgets/panels/picture_label.h"
#include "widgets/panels/pieces.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace rekindle::panels {
namespace {

constexpr QSize kRoom(360, 360);
constexpr int kSoonMs = 30;

} // namespace

ReadingDialog::ReadingDialog(bridge::StudySession& session,
                             std::shared_ptr<const dataset::Manifest> manifest, std::size_t image,
                             const QString& name, QWidget* parent)
    : QDialog(parent), m_manifest(std::move(manifest)), m_image(image)
{
    setObjectName(name);
    m_picture = new PictureLabel(session, bridge::qt(m_manifest->nameOf(entry())), kRoom);
    m_picture->setObjectName(name + QStringLiteral("-picture"));
    m_apply = new QPushButton(tr("Apply to all images"));
    m_apply->setObjectName(name + QStringLiteral("-apply"));
    m_soon = new QTimer(this);
    m_soon->setSingleShot(true);
    m_soon->setInterval(kSoonMs);
    connect(m_soon, &QTimer::timeout, this, [this] { m_picture->draw(shownRef()); });
}

void ReadingDialog::arrange(const std::vector<QWidget*>& fields, const QString& keeps)
{
    auto* right = new QVBoxLayout;
    right->setSpacing(look::space::kMedium);
    for (QWidget* field : fields)
        right->addWidget(field);
    right->addStretch();
    auto* both = new QHBoxLayout;
    both->setSpacing(look::space::kLarge);
    both->addWidget(m_picture, 0, Qt::AlignTop);
    both->addLayout(right, 1);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(m_apply, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(look::space::kMedium);
    layout->addLayout(both);
    if (!keeps.isEmpty())
        layout->addWidget(makeText(keeps, "warn"));
    layout->addWidget(buttons);
}

void ReadingDialog::offer(bool sound)
{
    m_apply->setEnabled(sound && !(reading() == now()));
}

void ReadingDialog::drawSoon()
{
    if (!m_soon->isActive())
        m_soon->start();
}

image::Reading ReadingDialog::now() const
{
    image::Reading reading = m_manifest->reading;
    reading.set = {};
    return reading;
}

std::size_t imageOfFormat(const dataset::Manifest& manifest, std::size_t image,
                          std::string_view format)
{
    const auto fits = [&](std::size_t at) {
        return manifest.fileOf(manifest.images[at]).format == format;
    };
    if (fits(image))
        return image;
    for (std::size_t at = 0; at < manifest.images.size(); ++at) {
        if (fits(at))
            return at;
    }
    return image;
}

} // namespace rekindle::panels
