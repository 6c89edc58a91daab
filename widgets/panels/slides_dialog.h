#pragma once

// Private to the folder: whole slides into tiles.

#include "widgets/bridge/slide_tiles.h"
#include "widgets/bridge/study_job.h"

#include <QDialog>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace rekindle::panels {

/// Asks for scale, size and place of the tiles, and cuts them. Accepted once they are there.
class SlidesDialog : public QDialog
{
    Q_OBJECT

public:
    SlidesDialog(bridge::StudySession& session, const std::filesystem::path& slides,
                 std::size_t count, QWidget* parent = nullptr);

    [[nodiscard]] std::filesystem::path out() const;
    /// What was cut, and what was left out; once accepted.
    [[nodiscard]] QStringList outcome() const { return m_outcome; }

private:
    QWidget* buildFields();
    void cut();
    void setCutting(bool cutting);

    std::filesystem::path m_slides;
    QDoubleSpinBox* m_microns = nullptr;
    QSpinBox* m_side = nullptr;
    QLineEdit* m_out = nullptr;
    QWidget* m_fields = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_cut = nullptr;
    QStringList m_outcome;
    bridge::StudyJob m_job;
};

} // namespace rekindle::panels
