#include "widgets/panels/page_list.h"

#include "widgets/panels/compare_page.h"
#include "widgets/panels/images_page.h"
#include "widgets/panels/inspect_page.h"
#include "widgets/panels/pretrain_page.h"
#include "widgets/panels/repair_page.h"
#include "widgets/panels/score_page.h"
#include "widgets/panels/study_page.h"
#include "widgets/panels/weights_page.h"

#include <QCoreApplication>

#include <algorithm>

namespace rekindle::panels {
namespace {

/// A page whose icon is called as the page is.
template <class P>
PageSpec page(Step step, const char* name)
{
    return {step, name, step.id(), [](Context context) -> Page* { return new P(context); }};
}

} // namespace

std::vector<PageSpec>& pageList()
{
    static std::vector<PageSpec> kPages{
        page<StudyPage>(Step::Study, QT_TRANSLATE_NOOP("Step", "Study")),
        page<ImagesPage>(Step::Images, QT_TRANSLATE_NOOP("Step", "Images")),
        page<WeightsPage>(Step::Weights, QT_TRANSLATE_NOOP("Step", "Starting weights")),
        page<InspectPage>(Step::Inspect, QT_TRANSLATE_NOOP("Step", "Inspect")),
        page<RepairPage>(Step::Repair, QT_TRANSLATE_NOOP("Step", "Repair")),
        page<PretrainPage>(Step::Pretrain, QT_TRANSLATE_NOOP("Step", "Pretrain")),
        page<ScorePage>(Step::Score, QT_TRANSLATE_NOOP("Step", "Score")),
        page<ComparePage>(Step::Compare, QT_TRANSLATE_NOOP("Step", "Compare")),
    };
    return kPages;
}

QString stepName(Step step)
{
    for (const PageSpec& spec : pageList()) {
        if (spec.step == step)
            return QCoreApplication::translate("Step", spec.name);
    }
    return step.id();
}

} // namespace rekindle::panels
