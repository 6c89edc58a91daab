#pragma once

// Private to the folder: which values of the pictures are shown as black and as white.

#include "core/dataset/manifest.h"
#include "core/image/value_tally.h"
#include "widgets/bridge/study_job.h"

#include <QDialog>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::panels {

class LevelHistogram;
class PictureLabel;

/// Chooses how a set's values become grey levels (image::Mapping), shown on one of its pictures as
/// it will be read, beside the histogram of that picture's values.
class BrightnessDialog : public QDialog
{
    Q_OBJECT

public:
    /// `runs`: how many runs were planned with the reading of now, which they keep.
    BrightnessDialog(bridge::StudySession& session,
                     std::shared_ptr<const dataset::Manifest> manifest, std::size_t image, int runs,
                     QWidget* parent = nullptr);

    /// What is chosen, as the set's list keeps it; its `set` is not settled yet.
    [[nodiscard]] image::Reading reading() const;

private:
    /// What the window looks at, read once.
    struct Values {
        std::shared_ptr<image::ValueTally> picture, set;
    };
    QWidget* buildFields();
    void readValues();
    void takeValues(const Values& values);
    void chosen();
    void showEdges();
    void drawSoon();
    [[nodiscard]] image::Reading shownReading() const;
    [[nodiscard]] image::ImageRef shownRef() const;
    [[nodiscard]] image::ValueRange edgesOf(const image::Reading& reading) const;

    std::shared_ptr<const dataset::Manifest> m_manifest;
    std::size_t m_image = 0;
    Values m_values;
    PictureLabel* m_picture = nullptr;
    LevelHistogram* m_histogram = nullptr;
    QComboBox* m_mapping = nullptr;
    QDoubleSpinBox* m_black = nullptr;
    QDoubleSpinBox* m_white = nullptr;
    QDoubleSpinBox* m_low = nullptr;
    QDoubleSpinBox* m_high = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_apply = nullptr;
    QTimer* m_soon = nullptr;
    bridge::StudyJob m_valuesJob;
};

} // namespace rekindle::panels
