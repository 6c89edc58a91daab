#pragma once

// Private to the folder: which bands of a satellite's pictures are seen.

#include "core/dataset/set_values.h"
#include "widgets/panels/reading_dialog.h"

#include <array>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace rekindle::panels {

/// Chooses which bands of pictures with many are shown: as red, green and blue, or one in grey.
class BandsDialog : public ReadingDialog
{
    Q_OBJECT

public:
    /// `runs`: how many runs were planned with the reading of now, which they keep.
    BandsDialog(bridge::StudySession& session,
                const std::shared_ptr<const dataset::Manifest>& manifest, std::size_t image,
                int runs, QWidget* parent = nullptr);

    [[nodiscard]] image::Reading reading() const override;

private:
    enum class Seen { First, Three, One };
    QWidget* buildFields();
    [[nodiscard]] Seen seen() const;
    void chosen();
    void findLevels();
    [[nodiscard]] image::ImageRef shownRef() const override;

    QComboBox* m_show = nullptr;
    std::array<QSpinBox*, 3> m_colours{}; ///< red, green, blue
    QSpinBox* m_band = nullptr;
    QLabel* m_text = nullptr;
    dataset::SetLevels m_levels; ///< by which the picture is drawn
    bridge::StudyJob m_levelsJob;
};

} // namespace rekindle::panels
