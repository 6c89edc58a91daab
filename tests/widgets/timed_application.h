#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <ctime>

namespace rekindle::test {

/// Notes the longest time that one event kept the window's thread, and whose it was; beside it the
/// longest that one event computed, which other programs on the computer do not stretch.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_inside)
            return QApplication::notify(receiver, event);
        m_inside = true;
        const QString name = QLatin1String(receiver->metaObject()->className());
        QElapsedTimer timer;
        timer.start();
        const double computed = threadMs();
        const bool handled = QApplication::notify(receiver, event);
        m_inside = false;
        m_longestComputed = std::max(m_longestComputed, threadMs() - computed);
        if (timer.nsecsElapsed() > m_longest) {
            m_longest = timer.nsecsElapsed();
            m_whose = name;
        }
        return handled;
    }

    void startAnew()
    {
        m_longest = 0;
        m_longestComputed = 0;
    }
    [[nodiscard]] double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    [[nodiscard]] double longestComputedMs() const { return m_longestComputed; }
    [[nodiscard]] QString whose() const { return m_whose; }

private:
    static double threadMs()
    {
        timespec now{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
    }

    bool m_inside = false;
    qint64 m_longest = 0;
    double m_longestComputed = 0;
    QString m_whose;
};

} // namespace rekindle::test
