#include "app/gui/end_notice.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <chrono>

namespace rekindle::gui {

EndNotice::EndNotice(bridge::RunWatch& runs, QWidget& window)
    : QObject(&window), m_runs(runs), m_window(window)
{
    connect(&runs, &bridge::RunWatch::changed, this, &EndNotice::look);
    look();
}

QString EndNotice::text(const std::vector<bridge::EndedRun>& ended)
{
    QStringList lines;
    for (const bridge::EndedRun& run : ended) {
        if (!run.failed)
            lines << tr("%1 is done.").arg(run.label);
        else if (run.why.isEmpty())
            lines << tr("%1 failed.").arg(run.label);
        else
            lines << tr("%1 failed: %2").arg(run.label, run.why);
    }
    return lines.join(u'\n');
}

void EndNotice::look()
{
    const auto ended = m_ended.look(m_runs.views());
    if (ended.empty())
        return;
    const QString message = text(ended);
    Q_EMIT told(message);
    if (m_window.isActiveWindow())
        return;
    show(message, std::any_of(ended.begin(), ended.end(),
                              [](const bridge::EndedRun& run) { return run.failed; }));
}

void EndNotice::show(const QString& text, bool failed)
{
    QApplication::alert(&m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    constexpr std::chrono::seconds kShown{15};
    if (m_tray == nullptr) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, &m_window, [this] {
            m_window.raise();
            m_window.activateWindow();
        });
    }
    m_tray->show();
    m_tray->showMessage(QStringLiteral("Rekindle"), text,
                        failed ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    QTimer::singleShot(kShown, m_tray, &QSystemTrayIcon::hide);
}

} // namespace rekindle::gui
