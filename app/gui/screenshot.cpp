#include "app/gui/screenshot.h"

#include "app/gui/main_window.h"
#include "widgets/bridge/qt_text.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>

namespace rekindle::gui {

namespace {
constexpr int kPeriodMs = 100;
constexpr int kMostLooks = 600;
constexpr int kQuietLooks = 12; ///< thumbnails and charts settle meanwhile
} // namespace

Screenshot::Screenshot(MainWindow& window, std::filesystem::path file)
    : m_window(window), m_file(std::move(file))
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(kPeriodMs);
}

void Screenshot::look()
{
    m_quiet = m_window.loading() ? 0 : m_quiet + 1;
    if (m_quiet < kQuietLooks && ++m_looks < kMostLooks)
        return;
    m_timer.stop();
    const bool late = m_quiet < kQuietLooks;
    const bool written = m_window.grab().save(bridge::qtPath(m_file), "PNG");
    if (late)
        std::fputs("rekindle: The page was still loading after a minute.\n", stderr);
    else if (!written)
        std::fputs("rekindle: The screenshot could not be written.\n", stderr);
    QApplication::exit(late || !written ? 1 : 0);
}

} // namespace rekindle::gui
