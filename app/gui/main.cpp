#include "app/gui/arguments.h"
#include "app/gui/language.h"
#include "app/gui/main_window.h"
#include "app/gui/render_command.h"
#include "app/gui/screenshot.h"
#include "app/gui/study_controller.h"
#include "core/base/out_of_memory.h"
#include "core/job/standard_files.h"
#include "widgets/bridge/window_threads.h"
#include "widgets/look/look.h"

#include <QApplication>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <unistd.h>

namespace {

using namespace rekindle;

int complain(const Error& error)
{
    std::fprintf(stderr, "rekindle: %s\n", describe(error).c_str());
    return exitCode(error.kind);
}

QStringList wordsOf(int argc, char** argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return words;
}

/// Without anybody's session Qt makes a folder for one in /tmp, says so, and leaves it there. This
/// one is gone with the program.
class RuntimeFolder
{
public:
    RuntimeFolder()
    {
        if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR") || ::mkdtemp(m_path.data()) == nullptr)
            return;
        m_made = true;
        qputenv("XDG_RUNTIME_DIR", m_path.data());
    }
    RuntimeFolder(const RuntimeFolder&) = delete;
    RuntimeFolder& operator=(const RuntimeFolder&) = delete;
    ~RuntimeFolder()
    {
        if (m_made)
            ::rmdir(m_path.data());
    }

private:
    std::array<char, 23> m_path = {"/tmp/rekindle-XXXXXX"};
    bool m_made = false;
};

/// Before QApplication is made: drawing a figure needs no display.
void chooseHeadless(const gui::Arguments& arguments)
{
    const bool display =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!arguments.render.empty() || (!arguments.screenshot.empty() && !display)) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

int openWindow(QApplication& application, const gui::Arguments& arguments)
{
    look::apply(application);
    gui::applyLanguage(gui::chosenLanguage());
    gui::MainWindow window;
    if (!arguments.size.isEmpty())
        window.resize(arguments.size);
    window.show();
    if (!arguments.path.empty())
        window.controller().openPath(arguments.path);
    if (arguments.page) {
        // Again once a study is open, which chooses a page of its own.
        QObject::connect(
            &window.context().session, &bridge::StudySession::busyChanged, &window,
            [&window, page = *arguments.page](bool busy) {
                if (!busy)
                    window.showStep(page);
            },
            Qt::SingleShotConnection);
        window.showStep(*arguments.page);
        if (!arguments.view.isEmpty() &&
            !window.pages().page(*arguments.page)->showView(arguments.view))
            std::fputs("rekindle: This page has no such view.\n", stderr);
    }
    std::unique_ptr<gui::Screenshot> screenshot;
    if (!arguments.screenshot.empty())
        screenshot =
            std::make_unique<gui::Screenshot>(window, arguments.screenshot, arguments.press);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    endOnLackOfMemory();
    job::openStandardFiles();
    const auto arguments = gui::readArguments(wordsOf(argc, argv));
    if (!arguments)
        return complain(arguments.error());
    if (arguments->help) {
        std::fputs(gui::usage().c_str(), stdout);
        return 0;
    }
    if (arguments->version) {
        std::puts("rekindle " REKINDLE_VERSION);
        return 0;
    }
    chooseHeadless(*arguments);
    std::optional<RuntimeFolder> runtime;
    if (!arguments->render.empty() || !arguments->screenshot.empty())
        runtime.emplace();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rekindle"));
    QApplication::setOrganizationName(QStringLiteral("rekindle"));
    QApplication::setApplicationVersion(QStringLiteral(REKINDLE_VERSION));
    if (!arguments->render.empty()) {
        const auto rendered = gui::renderFigure(*arguments);
        return rendered ? 0 : complain(rendered.error());
    }
    const int code = openWindow(application, *arguments);
    runtime.reset(); // what follows may end the process at once
    return bridge::leave(code);
}
