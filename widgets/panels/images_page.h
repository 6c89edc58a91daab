#pragma once

#include "widgets/bridge/study_job.h"
#include "widgets/panels/page.h"

#include <memory>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTabWidget)

namespace rekindle::models {
class ImageModel;
class TextTable;
} // namespace rekindle::models

namespace rekindle::panels {

class EmptyState;

/// Choose a folder of images and see what the network will see: how the folders were read, classes,
/// tiles, and what was left out and why.
class ImagesPage : public Page
{
    Q_OBJECT

public:
    explicit ImagesPage(Context context, QWidget* parent = nullptr);
    [[nodiscard]] Mark mark() const override;
    [[nodiscard]] bool loading() const override { return Page::loading() || m_scan.running(); }
    /// Reads `folder` in the background and takes it into the study that is open now.
    void readFolder(const std::filesystem::path& folder);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPathRow();
    void buildResult();
    void browse();
    /// Reads `folder` so that its values become levels as `reading` says.
    void read(const std::filesystem::path& folder, const image::Reading& reading);
    /// Shows a ReadingDialog of the chosen tile, and reads the folder again as it says.
    template <class Dialog>
    void chooseBy();
    /// Says when a folder holds whole slides, which are no images yet.
    void lookForSlides(const std::filesystem::path& folder);
    void cutSlides();
    void setScanning(bool scanning);
    void refresh() override;
    void showNothing();
    void fillClasses(const dataset::Manifest& manifest, const bridge::ImageParts& parts);
    void fillSplit(const dataset::Manifest& manifest, const bridge::ImageParts& parts);
    void fillProblems(const dataset::Manifest& manifest);
    void openImage(const QModelIndex& index);
    void fillWarnings(const dataset::Manifest& manifest, const bridge::ImageParts& parts);

    QLineEdit* m_path = nullptr;
    QPushButton* m_read = nullptr;
    QPushButton* m_browse = nullptr;
    QPushButton* m_stop = nullptr;
    QWidget* m_progressRow = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    QWidget* m_slidesRow = nullptr;
    QLabel* m_slidesText = nullptr;
    std::filesystem::path m_slidesFolder;
    std::size_t m_slides = 0; ///< in that folder
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_split = nullptr;
    QLabel* m_readBy = nullptr; ///< what was chosen of bands, slices and grey levels
    QTabWidget* m_tabs = nullptr;
    QComboBox* m_class = nullptr;
    QPushButton* m_brightness = nullptr; ///< where the values are more than 8-bit levels
    QPushButton* m_bands = nullptr;      ///< where there are more than a screen shows
    QPushButton* m_slices = nullptr;     ///< where there are volumes
    QListView* m_tiles = nullptr;
    models::ImageModel* m_images = nullptr;
    models::TextTable* m_classes = nullptr;
    models::TextTable* m_problems = nullptr;
    std::shared_ptr<const dataset::Manifest> m_shown;
    bridge::StudyJob m_scan, m_slidesJob;
};

} // namespace rekindle::panels
