#pragma once

// Private to the folder: which values of the pictures are shown as black and as white.

#include "core/image/value_tally.h"
#include "widgets/panels/reading_dialog.h"

#include <memory>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace rekindle::panels {

class LevelHistogram;

/// Chooses how a set's values become grey levels (image::Mapping), shown on one of its pictures as
/// it will be read, beside the histogram of that picture's values.
class BrightnessDialog : public ReadingDialog
{
    Q_OBJECT

public:
    /// `runs`: how many runs were planned with the reading of now, which they keep.
    BrightnessDialog(bridge::StudySession& session,
                     std::shared_ptr<const dataset::Manifest> manifest, std::size_t image, int runs,
                     QWidget* parent = nullptr);

    [[nodiscard]] image::Reading reading() const override;

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
    [[nodiscard]] image::Reading shownReading() const;
    [[nodiscard]] image::ImageRef shownRef() const override;
    [[nodiscard]] image::ValueRange edgesOf(const image::Reading& reading) const;

    Values m_values;
    LevelHistogram* m_histogram = nullptr;
    QComboBox* m_mapping = nullptr;
    QDoubleSpinBox* m_black = nullptr;
    QDoubleSpinBox* m_white = nullptr;
    QDoubleSpinBox* m_low = nullptr;
    QDoubleSpinBox* m_high = nullptr;
    QLabel* m_text = nullptr;
    bridge::StudyJob m_valuesJob;
};

} // namespace rekindle::panels
