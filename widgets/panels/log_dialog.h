#pragma once

#include "widgets/bridge/study_job.h"

#include <QDialog>

#include <filesystem>

QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)

namespace rekindle::panels {

/// The end of a run's log, read in the background, to look at and to copy.
class LogDialog : public QDialog
{
    Q_OBJECT

public:
    LogDialog(bridge::StudySession& session, const std::filesystem::path& file, const QString& run,
              QWidget* parent = nullptr);

private:
    QPlainTextEdit* m_text = nullptr;
    bridge::StudyJob m_job;
};

} // namespace rekindle::panels
