#pragma once

#include "core/figures/figure.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTimer)

namespace rekindle::plots {
struct ExportSettings;
}

namespace rekindle::panels {

/// Writes a figure as PDF, SVG or PNG at a journal's size, with its numbers as CSV beside it, and
/// shows beforehand what comes out. Files that exist are asked for once, all together.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `folder`: where the file goes unless another is chosen.
    ExportDialog(figures::Figure figure, const QString& folder, QWidget* parent = nullptr);

Q_SIGNALS:
    void exported(const QString& file);

private:
    void browse();
    void save();
    void write(bool replace);
    void askToReplace(const QStringList& files);
    void setEnding();
    void drawPreview();
    [[nodiscard]] plots::ExportSettings settings() const;
    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] QWidget* buildPreview();

    figures::Figure m_figure;
    QComboBox* m_format = nullptr;
    QComboBox* m_preset = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QLineEdit* m_path = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_size = nullptr;
    QTimer* m_previewTimer = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace rekindle::panels
