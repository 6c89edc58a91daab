#pragma once

#include "widgets/panels/page.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

/// Why a run of the page stands still, with what can be done about it: its log, and going on.
/// Hidden while no run has failed.
class FailureStrip : public QFrame
{
    Q_OBJECT

public:
    explicit FailureStrip(Context context, QWidget* parent = nullptr);
    /// Tells of the first of these that has failed or cannot be read, and how many others have.
    void setRuns(const std::vector<const bridge::RunView*>& runs);

private:
    void goOn();
    void openLog();

    Context m_context;
    QLabel* m_text = nullptr;
    QPushButton* m_log = nullptr;
    QPushButton* m_goOn = nullptr;
    QString m_name;
    std::filesystem::path m_first;
    bridge::RunActions::Folders m_failed; ///< that can go on
};

} // namespace rekindle::panels
