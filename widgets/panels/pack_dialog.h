#pragma once

// Private to the folder: whether a study's images are packed before its runs begin.

#include "core/study/study_pack.h"
#include "widgets/bridge/study_job.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace rekindle::panels {

/// Says what packing takes and brings, and packs. Ends with Accepted once the images are packed,
/// with `kWithout` to go on without, or Rejected.
class PackDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int kWithout = 2;

    PackDialog(bridge::StudySession& session, const study::PackOffer& offer, int viewSize,
               QWidget* parent = nullptr);

private:
    void pack();
    void setPacking(bool packing);

    bridge::StudySession& m_session;
    int m_viewSize = 0;
    QLabel* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_pack = nullptr;
    QPushButton* m_without = nullptr;
    bridge::StudyJob m_job;
};

} // namespace rekindle::panels
