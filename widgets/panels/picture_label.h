#pragma once

// Private to the folder: a picture of the user's, as it will be read.

#include "core/image/image_ref.h"
#include "widgets/bridge/study_job.h"

#include <QImage>
#include <QLabel>

#include <optional>

namespace rekindle::panels {

/// Shows a picture as large as there is room, once it is read off the window's thread; a sentence
/// until then, and where it cannot be read.
class PictureLabel : public QLabel
{
    Q_OBJECT

public:
    /// `room` in the window's pixels; `name` for screen readers.
    PictureLabel(bridge::StudySession& session, const QString& name, const QSize& room);
    /// The latest wish counts: it follows when what is read now is there.
    void draw(const image::ImageRef& ref);

private:
    void take(const Result<QImage>& read, qreal dots);

    bridge::StudyJob m_job;
    std::optional<image::ImageRef> m_next;
};

} // namespace rekindle::panels
