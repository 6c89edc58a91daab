#pragma once

#include <QObject>

#include <memory>

namespace rekindle::bridge {

class BackgroundJob;

/// What `rekindle-cli doctor` finds on this computer, as one line for people. Asked once a program:
/// the answer does not change while it runs.
class SelfCheck : public QObject
{
    Q_OBJECT

public:
    explicit SelfCheck(QObject* parent = nullptr);
    ~SelfCheck() override;
    /// Answers by `found`, at once where it is known.
    void read();

Q_SIGNALS:
    /// `fine`: nothing is missing.
    void found(const QString& line, bool fine);

private:
    std::unique_ptr<BackgroundJob> m_job;
};

} // namespace rekindle::bridge
