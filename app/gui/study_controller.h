#pragma once

#include "widgets/bridge/study_job.h"
#include "widgets/panels/page_set.h"

#include <QObject>

#include <functional>

namespace rekindle::gui {

/// What the doors and the menus do with studies.
class StudyController : public QObject
{
    Q_OBJECT

public:
    StudyController(panels::Context context, panels::PageSet& pages, QWidget* window);

    /// A copy is being made.
    [[nodiscard]] bool busy() const { return m_copying.running(); }
    /// The sample as a study of the user's own, ready to run; opens at Pretrain.
    void trySample();
    void newStudy();
    void openStudy();
    /// The shipped results; opens at Compare.
    void seeExample();
    /// Asks where a copy of the open study goes; what is open stays open.
    void saveCopy();
    void saveCopyAs(const std::filesystem::path& target);
    void openFolder(const std::filesystem::path& folder, panels::Step step = panels::Step::Study);
    /// A study, an image folder or a checkpoint.
    void openPath(const std::filesystem::path& path);

private:
    void report(const Result<void>& result);
    void reportElsewhere(const std::filesystem::path& study, const Result<void>& result);
    void makeStudy(const std::filesystem::path& folder, const std::string& title,
                   std::function<void()> then = {});

    panels::Context m_context;
    panels::PageSet& m_pages;
    QWidget* m_window;
    bridge::StudyJob m_copying;
};

} // namespace rekindle::gui
