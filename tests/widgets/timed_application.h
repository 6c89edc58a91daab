#pragma once

#include <QApplication>
#include <QElapsedTimer>

namespace rekindle::test {

/// Notes the longest time that one event kept the window's thread, and whose it was.
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
        const bool handled = QApplication::notify(receiver, event);
        m_inside = false;
        if (timer.nsecsElapsed() > m_longest) {
            m_longest = timer.nsecsElapsed();
            m_whose = name;
        }
        return handled;
    }

    void startAnew() { m_longest = 0; }
    [[nodiscard]] double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    [[nodiscard]] QString whose() const { return m_whose; }

private:
    bool m_inside = false;
    qint64 m_longest = 0;
    QString m_whose;
};

} // namespace rekindle::test
