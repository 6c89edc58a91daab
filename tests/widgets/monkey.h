#pragma once

#include <QHash>
#include <QObject>
#include <QPoint>
#include <QRandomGenerator>
#include <QSet>
#include <QString>

#include <filesystem>
#include <functional>

QT_FORWARD_DECLARE_CLASS(QFileDialog)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace rekindle::test {

/// Clicks, keys and the wheel at random, in whatever is in front. A part of the clicks is aimed at
/// something that can be clicked, and rather at what was not clicked yet: places by chance alone
/// meet large empty areas and few buttons, and close each dialog before much of it was used.
class Monkey : public QObject
{
public:
    struct World {
        std::filesystem::path images, weights; ///< what it chooses when it is asked for files
        std::filesystem::path saves;           ///< a folder for what it saves
        std::function<void()> home;            ///< goes back to the study, now and then
    };

    Monkey(QWidget& window, World world, quint32 seed, int events);

    /// Each event has a timer of its own: one that is at work does not come again in the loop of a
    /// dialog that it opened, and nobody would close that.
    void start();
    [[nodiscard]] bool done() const { return m_done >= m_events; }
    [[nodiscard]] int count() const { return m_done; }
    [[nodiscard]] qint64 longest() const { return m_longest; } ///< ms, of one event
    [[nodiscard]] const QString& last() const { return m_last; }
    /// Windows and dialogs that were in front, by their object's name or class.
    [[nodiscard]] const QSet<QString>& windows() const { return m_windows; }
    /// What was aimed at, "window/part", and how often.
    [[nodiscard]] const QHash<QString, int>& visits() const { return m_visits; }

private:
    struct Target {
        QString name;
        QWidget* widget = nullptr;
        QPoint place; ///< in it
        bool isItem = false;
    };

    void act();
    void leave();
    void answer(QFileDialog& files);
    [[nodiscard]] QWidget* front();
    [[nodiscard]] bool waitsFor(QWidget& front);
    void poke(QWidget& front);
    [[nodiscard]] bool tiresOf(QWidget& front);
    void click(QWidget& front);
    void aim(QWidget& front);
    void key(QWidget& front);
    void wheel(QWidget& front);
    void goSomewhere(QWidget& front);
    [[nodiscard]] QList<Target> targets(QWidget& front);
    void addTargets(QWidget& widget, const QString& window, QList<Target>& list);
    [[nodiscard]] int below(int end) { return static_cast<int>(m_random.bounded(end)); }

    QWidget& m_window;
    World m_world;
    QRandomGenerator m_random;
    int m_events = 0, m_done = 0, m_saved = 0;
    qint64 m_longest = 0;
    const QWidget* m_stayedAt = nullptr; ///< for comparison alone
    int m_stay = 0;                      ///< events in it
    int m_waited = 0;                    ///< times, for what is in front
    QString m_last;
    QSet<QString> m_windows;
    QHash<QString, int> m_visits;
};

} // namespace rekindle::test
