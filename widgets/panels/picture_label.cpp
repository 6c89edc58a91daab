#include "widgets/panels/picture_label.h"

#include "widgets/bridge/error_text.h"
#include "widgets/models/image_model.h"

#include <utility>

namespace rekindle::panels {

PictureLabel::PictureLabel(bridge::StudySession& session, const QString& name, const QSize& room)
    : QLabel(tr("Reading…")), m_job(session)
{
    setAccessibleName(name);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setFixedSize(room);
}

void PictureLabel::draw(const image::ImageRef& ref)
{
    if (m_job.running()) {
        m_next = ref;
        return;
    }
    const qreal dots = devicePixelRatioF();
    m_job.look<QImage>(
        [ref, room = size() * dots](const job::Watch&) -> Result<QImage> {
            return models::pictureOf(ref, room);
        },
        [this, dots](const Result<QImage>& read) { take(read, dots); });
}

void PictureLabel::take(const Result<QImage>& read, qreal dots)
{
    if (!read) {
        setText(bridge::errorText(read.error()));
    } else {
        QPixmap picture = QPixmap::fromImage(*read);
        picture.setDevicePixelRatio(dots);
        setPixmap(picture);
    }
    if (const auto next = std::exchange(m_next, std::nullopt))
        draw(*next);
}

} // namespace rekindle::panels
