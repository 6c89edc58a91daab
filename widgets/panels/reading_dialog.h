#pragma once

// Private to the folder: what all dialogs share that choose how pictures are read.

#include "core/dataset/manifest.h"
#include "widgets/bridge/study_job.h"

#include <QDialog>

#include <memory>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::panels {

class PictureLabel;

/// One picture of a set as it will be read, beside the fields that choose how, and the button that
/// applies it to all of them. Accepted when it is to be applied.
class ReadingDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is chosen, as the set's list keeps it; its `set` is not settled yet.
    [[nodiscard]] virtual image::Reading reading() const = 0;

protected:
    /// Enough to know a set's values by, few enough to be read while somebody waits.
    static constexpr std::size_t kSetPictures = 24;

    /// `image` is shown. `name` begins the names of the parts: "brightness-picture".
    ReadingDialog(bridge::StudySession& session, std::shared_ptr<const dataset::Manifest> manifest,
                  std::size_t image, const QString& name, QWidget* parent);
    /// Puts the fields below each other beside the picture; `keeps` is what runs that are planned
    /// already keep, or empty. To be called once.
    void arrange(const std::vector<QWidget*>& fields, const QString& keeps);
    /// `sound`: what is chosen can be applied; it is offered where it differs from what is.
    void offer(bool sound);
    /// Draws shownRef() anew; changes that follow each other fast are drawn once.
    void drawSoon();
    /// The picture as it would be read by what is chosen, as far as can be told.
    [[nodiscard]] virtual image::ImageRef shownRef() const = 0;

    [[nodiscard]] const std::shared_ptr<const dataset::Manifest>& manifest() const
    {
        return m_manifest;
    }
    [[nodiscard]] const dataset::ImageEntry& entry() const { return m_manifest->images[m_image]; }
    /// How the set is read as it is, comparable with reading().
    [[nodiscard]] image::Reading now() const;

private:
    std::shared_ptr<const dataset::Manifest> m_manifest;
    std::size_t m_image = 0;
    PictureLabel* m_picture = nullptr;
    QPushButton* m_apply = nullptr;
    QTimer* m_soon = nullptr;
};

/// `image`, where its file is of this format, else the first image of one that is.
[[nodiscard]] std::size_t imageOfFormat(const dataset::Manifest& manifest, std::size_t image,
                                        std::string_view format);

} // namespace rekindle::panels
