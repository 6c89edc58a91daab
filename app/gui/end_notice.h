#pragma once

#include "widgets/bridge/ended_runs.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QSystemTrayIcon)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace rekindle::gui {

/// Tells of runs that came to their end while somebody works elsewhere: the window asks for
/// attention, and where the desktop shows messages, it shows one.
class EndNotice : public QObject
{
    Q_OBJECT

public:
    EndNotice(bridge::RunWatch& runs, QWidget& window);

    /// Of one or several, for the message; empty of none.
    [[nodiscard]] static QString text(const std::vector<bridge::EndedRun>& ended);

Q_SIGNALS:
    /// Told, whether or not the desktop can show it.
    void told(const QString& text);

private:
    void look();
    void show(const QString& text, bool failed);

    bridge::RunWatch& m_runs;
    QWidget& m_window;
    bridge::EndedRuns m_ended;
    QSystemTrayIcon* m_tray = nullptr; ///< made for the first message
};

} // namespace rekindle::gui
