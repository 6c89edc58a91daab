#include "app/gui/screenshot.h"

#include "app/gui/main_window.h"
#include "widgets/bridge/qt_text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPixmap>

#include <cstdio>
#include <utility>

namespace rekindle::gui {

namespace {
constexpr int kPeriodMs = 100;
constexpr int kMostLooks = 600;
constexpr int kQuietLooks = 12; ///< thumbnails and charts settle meanwhile
} // namespace

Screenshot::Screenshot(MainWindow& window, std::filesystem::path file, QString press)
    : m_window(window), m_file(std::move(file)), m_press(std::move(press))
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(kPeriodMs);
}

void Screenshot::look()
{
    m_quiet = m_window.loading() ? 0 : m_quiet + 1;
    if (m_quiet < kQuietLooks) {
        if (++m_looks >= kMostLooks)
            finish("The page was still loading after a minute.");
        return;
    }
    if (const QString name = std::exchange(m_press, QString()); !name.isEmpty()) {
        m_quiet = 0;
        if (!press(name))
            finish("There is no such button to press.");
        return;
    }
    QWidget* dialog = QApplication::activeModalWidget();
    QWidget* seen = dialog != nullptr ? dialog : &m_window;
    const bool written = seen->grab().save(bridge::qtPath(m_file), "PNG");
    finish(written ? nullptr : "The screenshot could not be written.");
}

bool Screenshot::press(const QString& name)
{
    auto* button = m_window.findChild<QAbstractButton*>(name);
    if (button == nullptr || !button->isVisible() || !button->isEnabled())
        return false;
    // A dialog that runs a loop of its own returns when it is closed.
    QTimer::singleShot(0, button, &QAbstractButton::click);
    return true;
}

void Screenshot::finish(const char* problem)
{
    m_timer.stop();
    if (problem != nullptr)
        std::fprintf(stderr, "rekindle: %s\n", problem);
    QApplication::exit(problem == nullptr ? 0 : 1);
}

} // namespace rekindle::gui
