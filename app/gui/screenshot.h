#pragma once

#include <QObject>
#include <QTimer>

#include <filesystem>

namespace rekindle::gui {

class MainWindow;

/// Waits until the window's page is loaded, presses a button of it and waits again where one is
/// named, writes what is seen (a dialog that was opened by that, else the window) as PNG and quits
/// with 0, or with 1 when that takes a minute, there is no such button or the file cannot be
/// written.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// `press`: the name of a button, or empty.
    Screenshot(MainWindow& window, std::filesystem::path file, QString press = {});

private:
    void look();
    void finish(const char* problem);
    /// False where no button of this name can be pressed.
    [[nodiscard]] bool press(const QString& name);

    MainWindow& m_window;
    std::filesystem::path m_file;
    QString m_press; ///< that is to be pressed yet
    QTimer m_timer;
    int m_looks = 0, m_quiet = 0;
};

} // namespace rekindle::gui
