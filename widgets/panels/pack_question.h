#pragma once

// Private to the folder: asking whether to pack before runs begin.

#include "core/run/settings.h"
#include "core/study/study_pack.h"
#include "widgets/bridge/study_job.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <set>

namespace rekindle::panels {

/// Asks whether to pack the study's images first, where that pays: once for each packed file, and
/// not where nothing would be won. What packing takes is measured beside the window.
class PackQuestion : public QObject
{
    Q_OBJECT

public:
    /// Its dialog stands over this widget, which owns it.
    PackQuestion(bridge::StudySession& session, QWidget* over);

    /// Before `runs` runs of these settings, while a study is open. `goOn` is called at once or
    /// after an answer, and never where the question was closed or is still being prepared.
    void ask(const run::PretrainSettings& common, int runs, std::function<void()> goOn);

Q_SIGNALS:
    void preparing(bool begun); ///< and false once it is asked or need not be

private:
    void open(const study::PackOffer& offer, int viewSize, std::function<void()> goOn);

    bridge::StudySession& m_session;
    QWidget* m_over;
    bridge::StudyJob m_job;
    std::set<std::filesystem::path> m_asked; ///< files about which somebody was asked
};

} // namespace rekindle::panels
