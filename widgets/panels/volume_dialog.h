#pragma once

// Private to the folder: which way volumes are cut into slices.

#include "widgets/panels/reading_dialog.h"

#include <array>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QSlider)

namespace rekindle::panels {

/// Chooses the axis along which a set's volumes are cut, and leafs through the slices of one.
class VolumeDialog : public ReadingDialog
{
    Q_OBJECT

public:
    /// `runs`: how many runs were planned with the reading of now, which they keep.
    VolumeDialog(bridge::StudySession& session,
                 const std::shared_ptr<const dataset::Manifest>& manifest, std::size_t image,
                 int runs, QWidget* parent = nullptr);

    [[nodiscard]] image::Reading reading() const override;

private:
    using Counts = std::array<int, 3>; ///< slices by image::VolumeAxis; 0: not known yet
    QWidget* buildFields();
    void countSlices();
    void takeCounts(const Counts& counts);
    [[nodiscard]] image::VolumeAxis axis() const;
    void cutAlong();
    void chosen();
    [[nodiscard]] image::ImageRef shownRef() const override;

    Counts m_counts{};
    QComboBox* m_axis = nullptr;
    QSlider* m_slice = nullptr; ///< from 1
    QLabel* m_place = nullptr;  ///< which slice of how many
    QLabel* m_text = nullptr;   ///< how it is seen
    QLabel* m_list = nullptr;   ///< what becomes of the list of images
    bridge::StudyJob m_countJob;
};

} // namespace rekindle::panels
