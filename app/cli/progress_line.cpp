#include "app/cli/progress_line.h"

#include "core/base/text.h"

#include <cmath>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace rekindle::cli {
namespace {

constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::seconds kPlainLine{10};

std::size_t terminalWidth()
{
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 10)
        return size.ws_col - 1U;
    return 79;
}

std::string percent(double done, double total)
{
    return std::to_string(static_cast<int>(std::floor(100 * done / total))) + " %";
}

} // namespace

std::string progressText(const std::string& name, const run::Status& status)
{
    std::string text = name;
    if (!status.activity.empty())
        text += "  " + status.activity;
    if (status.epochs > 0)
        text += "  pass " + std::to_string(status.epoch) + " of " + std::to_string(status.epochs);
    if (status.steps > 0)
        text += "  " + percent(static_cast<double>(status.step), static_cast<double>(status.steps));
    if (status.rate > 0)
        text += "  " + text::fixed(status.rate, status.rate < 10 ? 1 : 0) + " images/s";
    text += status.etaSeconds >= 0 ? "  " + text::duration(status.etaSeconds) + " left"
                                   : std::string("  measuring");
    return text;
}

ProgressLine::ProgressLine(Show show)
    : m_show(show == Show::Yes), m_terminal(::isatty(STDERR_FILENO) == 1),
      m_last(m_terminal ? Clock::time_point() : Clock::now())
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const job::Progress& progress)
{
    std::string text(progress.what);
    text += "  " + text::count(progress.done);
    if (progress.total > 0)
        text += " of " + text::count(progress.total) + "  " +
                percent(static_cast<double>(progress.done), static_cast<double>(progress.total));
    draw(text);
}

void ProgressLine::show(const std::string& name, const run::Status& status)
{
    draw(progressText(name, status));
}

void ProgressLine::clear()
{
    const std::scoped_lock lock(m_mutex);
    if (m_drawn)
        std::fputs("\r\033[K", stderr);
    m_drawn = false;
}

void ProgressLine::draw(const std::string& text)
{
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    if (!m_show || now - m_last < (m_terminal ? Clock::duration(kRedraw) : kPlainLine))
        return;
    m_last = now;
    const std::string line = text::shown(text, std::string::npos);
    if (m_terminal) {
        std::fprintf(stderr, "\r\033[K%s", line.substr(0, terminalWidth()).c_str());
        std::fflush(stderr);
        m_drawn = true;
    } else {
        std::fprintf(stderr, "%s\n", line.c_str());
    }
}

} // namespace rekindle::cli
