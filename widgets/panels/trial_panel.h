#pragma once

#include "core/study/trial.h"
#include "widgets/bridge/study_job.h"

#include <QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

/// "Try two steps": measures what the pairs of a form would take, and says so, before they are
/// started. A change of the form makes the answer old.
class TrialPanel : public QWidget
{
    Q_OBJECT

public:
    /// What is tried, and how many runs like it there will be; an error says why it cannot be.
    struct Wish {
        study::PairPlan pair;
        int runs = 2;
    };
    using AskWish = std::function<Result<Wish>()>;

    TrialPanel(bridge::StudySession& session, AskWish wish, QWidget* parent = nullptr);
    /// The form has changed, or another study is open.
    void forget();

Q_SIGNALS:
    void refused(const Error& error);

private:
    void start();
    void setTrying(bool trying);
    void show(const study::Trial& trial, int runs);

    bridge::StudySession& m_session;
    AskWish m_wish;
    bridge::StudyJob m_job;
    QPushButton* m_try = nullptr;
    QPushButton* m_stop = nullptr;
    QLabel* m_answer = nullptr;
    bool m_old = false; ///< the form was changed while it was tried
};

} // namespace rekindle::panels
