#pragma once

#include <QDialog>

#include <filesystem>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

/// Asks for a new study's title and folder.
class NewStudyDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewStudyDialog(QWidget* parent = nullptr);
    [[nodiscard]] QString title() const;
    [[nodiscard]] std::filesystem::path folder() const;

private:
    void browse();
    void suggest();

    QLineEdit* m_title = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_make = nullptr;
    bool m_ownPath = false;
};

} // namespace rekindle::panels
