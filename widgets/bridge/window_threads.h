#pragma once

#include <QObject>

#include <chrono>
#include <functional>
#include <mutex>

namespace rekindle::bridge {

/// The address of an object that lives on the window's thread, for threads that may outlive it.
/// Whoever owns the object closes the mailbox when it dies; what comes later is dropped.
class Mailbox
{
public:
    explicit Mailbox(QObject* owner) : m_owner(owner) {}
    /// Has `call` made on the owner's thread, unless the owner is gone by then. Any thread.
    void post(std::function<void()> call);
    void close();

private:
    std::mutex m_mutex;
    QObject* m_owner;
};

/// Runs `body` on a thread that nobody waits for: a read from a drive that hangs cannot be stopped,
/// and must not keep the window open. `body` owns or shares all it touches. False when the system
/// gives no more threads.
[[nodiscard]] bool startThread(std::function<void()> body);

/// Waits until no such thread is left, at most as long as `patience`. Whether none is.
[[nodiscard]] bool waitForThreads(std::chrono::milliseconds patience);

/// What the program returns from main: `code`, once the threads that were asked to stop have
/// stopped. Those that cannot end the process there, without a destructor running under them.
[[nodiscard]] int leave(int code);

} // namespace rekindle::bridge
