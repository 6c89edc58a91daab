#pragma once

#include "app/gui/language.h"
#include "app/gui/main_window.h"
#include "app/gui/study_controller.h"
#include "tests/support/sanitized.h"
#include "tests/support/temp_folder.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/look/look.h"

#include <QtTest/QtTest>

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rekindle::test {

/// QTest::qWaitFor for a machine that does other things beside.
template <class Condition>
[[nodiscard]] bool patiently(const Condition& condition, int milliseconds = 30000)
{
    return QTest::qWaitFor(condition, milliseconds * kPatience);
}

/// The whole window as a user has it: found by names, driven by mouse and keyboard.
class WindowDriver
{
public:
    WindowDriver()
    {
        m_window.show();
        activate();
    }

    /// The offscreen platform has no window manager to give the focus back after a dialog.
    void activate()
    {
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window, 1000))
            QApplication::setActiveWindow(&m_window);
    }

    [[nodiscard]] gui::MainWindow& window() { return m_window; }

    template <class T>
    [[nodiscard]] T* find(const char* name)
    {
        return m_window.findChild<T*>(QString::fromLatin1(name));
    }

    /// A real click in the middle of a button; false when it is not there, hidden or disabled.
    [[nodiscard]] bool click(const char* name)
    {
        auto* button = find<QPushButton>(name);
        if (button == nullptr || !button->isVisible() || !button->isEnabled())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    [[nodiscard]] bool type(const char* name, const QString& text)
    {
        auto* field = find<QLineEdit>(name);
        if (field == nullptr || !field->isVisible() || !field->isEnabled())
            return false;
        QTest::mouseClick(field, Qt::LeftButton);
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        return true;
    }

    void press(QKeyCombination keys)
    {
        if (QApplication::activeWindow() != &m_window &&
            QApplication::activeModalWidget() == nullptr)
            activate();
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : &m_window, keys.key(),
                        keys.keyboardModifiers());
    }

    [[nodiscard]] panels::Page* page() { return m_window.pages().page(m_window.pages().current()); }

    /// What the strip of the shown page says.
    [[nodiscard]] QString message()
    {
        const auto* strip = page()->findChild<QFrame*>(QStringLiteral("message"));
        return strip != nullptr && strip->isVisible() ? strip->accessibleDescription() : QString();
    }

    /// What the shown page warns of, as it can be read there.
    [[nodiscard]] QString warnings()
    {
        const auto* strip = page()->findChild<QFrame*>(QStringLiteral("warnings"));
        return strip != nullptr && strip->isVisible() ? strip->findChild<QLabel*>()->text()
                                                      : QString();
    }

private:
    gui::MainWindow m_window;
};

/// `perClass` pictures of 32 x 32 a class and part, the classes different stripes.
inline void makeImages(const std::filesystem::path& folder, int perClass)
{
    for (const char* part : {"train", "test"}) {
        for (int label = 0; label < 2; ++label) {
            const auto into = folder / part / (label == 0 ? "across" : "along");
            std::filesystem::create_directories(into);
            for (int i = 0; i < perClass; ++i) {
                QImage image(32, 32, QImage::Format_RGB888);
                for (int y = 0; y < 32; ++y) {
                    for (int x = 0; x < 32; ++x) {
                        const int wave = ((label == 0 ? y : x) + i) % 8 < 4 ? 60 : 190;
                        const int grain = (x * 7 + y * 13 + i * 29 + (part[1] == 'r' ? 5 : 0)) % 41;
                        image.setPixelColor(x, y, QColor(wave + grain, wave, wave + grain / 2));
                    }
                }
                image.save(bridge::qtPath(into / (std::to_string(i) + ".png")));
            }
        }
    }
}

/// Settings, documents and studies of their own for a test program, and the look of the real one.
inline void useOwnHome(const TempFolder& home)
{
    qputenv("HOME", QByteArray::fromStdString(home.path().string()));
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString((home / "config").string()));
    qputenv("REKINDLE_STUDIES", QByteArray::fromStdString((home / "studies").string()));
    QCoreApplication::setOrganizationName(QStringLiteral("rekindle-test"));
    look::apply(*qobject_cast<QApplication*>(QCoreApplication::instance()));
    gui::applyLanguage(QStringLiteral("en"));
}

} // namespace rekindle::test
