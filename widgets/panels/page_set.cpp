#include "widgets/panels/page_set.h"

#include "core/base/check.h"
#include "core/study/sample_study.h"
#include "widgets/panels/images_page.h"
#include "widgets/panels/page_list.h"
#include "widgets/panels/pretrain_page.h"
#include "widgets/panels/repair_page.h"
#include "widgets/panels/weights_page.h"
#include "widgets/panels/welcome_panel.h"

#include <algorithm>

namespace rekindle::panels {
namespace {

/// A page that others hand work to.
template <class P>
P& as(const PageSet& pages, Step step)
{
    auto* page = qobject_cast<P*>(pages.page(step));
    RK_ASSERT(page != nullptr);
    return *page;
}

} // namespace

PageSet::PageSet(Context context, QWidget* parent) : QStackedWidget(parent), m_context(context)
{
    m_welcome = new WelcomePanel;
    addWidget(m_welcome);
    connect(m_welcome, &WelcomePanel::sampleAsked, this, &PageSet::sampleAsked);
    connect(m_welcome, &WelcomePanel::newStudyAsked, this, &PageSet::newStudyAsked);
    connect(m_welcome, &WelcomePanel::openStudyAsked, this, &PageSet::openStudyAsked);
    connect(m_welcome, &WelcomePanel::exampleAsked, this, &PageSet::exampleAsked);
    connect(m_welcome, &WelcomePanel::recentAsked, this, &PageSet::recentAsked);
    connect(&context.session, &bridge::StudySession::busyChanged, m_welcome,
            &WelcomePanel::setBusy);

    for (const PageSpec& spec : pageList()) {
        Page* page = spec.make(context);
        m_pages.push_back(page);
        addWidget(page);
        connect(page, &Page::goTo, this, &PageSet::show);
        connect(page, &Page::exportAsked, this, &PageSet::exportAsked);
        connect(page, &Page::exampleAsked, this, &PageSet::exampleAsked);
        connect(page, &Page::markChanged, this,
                [this, page] { Q_EMIT markChanged(page->step(), page->mark()); });
    }
    connect(&context.session, &bridge::StudySession::changed, this, [this] { show(m_step); });
}

Page* PageSet::page(Step step) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&](const Page* page) { return page->step() == step; });
    RK_ASSERT(found != m_pages.end());
    return *found;
}

void PageSet::show(Step step)
{
    const bool other = step != m_step;
    m_step = step;
    if (step == Step::Study && !m_context.session.isOpen())
        setCurrentWidget(m_welcome);
    else
        setCurrentWidget(page(step));
    if (other)
        Q_EMIT shown(step);
}

void PageSet::readImages(const std::filesystem::path& folder)
{
    as<ImagesPage>(*this, Step::Images).readFolder(folder);
}

void PageSet::addWeights(const std::filesystem::path& file)
{
    as<WeightsPage>(*this, Step::Weights).addFile(file);
}

void PageSet::startSample()
{
    as<PretrainPage>(*this, Step::Pretrain).setSamplePlan();
    show(Step::Repair);
    const auto settings = study::samplePlan(study::SampleSize::Full).repair;
    as<RepairPage>(*this, Step::Repair).repairWith(settings, [this] {
        // Whoever has gone elsewhere in the meantime stays there.
        if (m_step == Step::Repair)
            show(Step::Pretrain);
    });
}

} // namespace rekindle::panels
