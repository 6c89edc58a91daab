#pragma once

#include <QObject>
#include <QTimer>

#include <filesystem>

namespace rekindle::gui {

class MainWindow;

/// Waits until the window's page is loaded, writes it as PNG and quits with 0, or with 1 when that
/// takes a minute or the file cannot be written.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow& window, std::filesystem::path file);

private:
    void look();

    MainWindow& m_window;
    std::filesystem::path m_file;
    QTimer m_timer;
    int m_looks = 0, m_quiet = 0;
};

} // namespace rekindle::gui
