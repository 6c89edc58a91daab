#pragma once

#include "widgets/panels/page.h"

#include <QStackedWidget>

#include <vector>

namespace rekindle::panels {

class WelcomePanel;

/// All pages of pageList(), and the welcome in place of Study while none is open.
class PageSet : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageSet(Context context, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<Page*>& pages() const { return m_pages; }
    /// One that is in pageList().
    [[nodiscard]] Page* page(Step step) const;
    [[nodiscard]] Step current() const { return m_step; }
    void show(Step step);

    void readImages(const std::filesystem::path& folder);
    void addWeights(const std::filesystem::path& file);
    /// The sample's own plan, step by step: repairs its weights on the page Repair, then goes on to
    /// Pretrain, where the pair can be started.
    void startSample();

Q_SIGNALS:
    void sampleAsked();
    void newStudyAsked();
    void openStudyAsked();
    void exampleAsked();
    void recentAsked(const std::filesystem::path& folder);
    void exportAsked();
    void shown(rekindle::panels::Step step);
    void markChanged(rekindle::panels::Step step, rekindle::panels::Mark mark);

private:
    Context m_context;
    Step m_step = Step::Study;
    std::vector<Page*> m_pages;
    WelcomePanel* m_welcome = nullptr;
};

} // namespace rekindle::panels
