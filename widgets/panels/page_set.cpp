#include "widgets/panels/page_set.h"

#include "core/study/sample_study.h"
#include "widgets/panels/compare_page.h"
#include "widgets/panels/images_page.h"
#include "widgets/panels/inspect_page.h"
#include "widgets/panels/pretrain_page.h"
#include "widgets/panels/repair_page.h"
#include "widgets/panels/score_page.h"
#include "widgets/panels/study_page.h"
#include "widgets/panels/weights_page.h"
#include "widgets/panels/welcome_panel.h"

namespace rekindle::panels {

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

    m_images = new ImagesPage(context);
    m_weights = new WeightsPage(context);
    m_repair = new RepairPage(context);
    m_pretrain = new PretrainPage(context);
    m_compare = new ComparePage(context);
    m_pages = {new StudyPage(context),   m_images, m_weights,
               new InspectPage(context), m_repair, m_pretrain,
               new ScorePage(context),   m_compare};
    for (Page* page : m_pages) {
        addWidget(page);
        connect(page, &Page::goTo, this, &PageSet::show);
        connect(page, &Page::exportAsked, this, &PageSet::exportAsked);
        connect(page, &Page::markChanged, this,
                [this, page] { Q_EMIT markChanged(page->step(), page->mark()); });
    }
    connect(m_compare, &ComparePage::exampleAsked, this, &PageSet::exampleAsked);
    connect(&context.session, &bridge::StudySession::changed, this, [this] { show(m_step); });
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
    m_images->readFolder(folder);
}

void PageSet::addWeights(const std::filesystem::path& file)
{
    m_weights->addFile(file);
}

void PageSet::startSample()
{
    m_pretrain->setSamplePlan();
    show(Step::Repair);
    m_repair->repairWith(study::samplePlan(study::SampleSize::Full).repair, [this] {
        // Whoever has gone elsewhere in the meantime stays there.
        if (m_step == Step::Repair)
            show(Step::Pretrain);
    });
}

} // namespace rekindle::panels
