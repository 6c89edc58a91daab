#pragma once

#include "widgets/panels/page.h"

#include <QString>

#include <functional>
#include <vector>

namespace rekindle::panels {

/// What the window must know of a page before it is there.
struct PageSpec {
    Step step;
    const char* name; ///< for people, in English; stepName() has it in their language
    QString icon;     ///< in resources/icons, without ending
    std::function<Page*(Context)> make;
};

/// The pages in the order of the rail, which is that of the work. A new page is a pair of files
/// beside these and a line in page_list.cpp: rail, menu, keys, marks and `--open-page` follow.
/// Changed only before a window is made.
[[nodiscard]] std::vector<PageSpec>& pageList();

} // namespace rekindle::panels
