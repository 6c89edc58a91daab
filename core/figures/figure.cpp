#include "core/figures/figure.h"

#include <algorithm>

namespace rekindle::figures {

bool isEmpty(const Figure& figure)
{
    return figure.series.empty() && figure.strips.empty() && figure.tiles.empty() &&
           figure.panels.empty();
}

int columnsOf(const Figure& figure)
{
    const auto count = static_cast<int>(figure.panels.size());
    if (count <= 1)
        return 1;
    if (figure.columns > 0)
        return std::min(figure.columns, count);
    return count <= 2 ? count : count <= 4 ? 2 : 3;
}

std::vector<const Series*> allSeries(const Figure& figure)
{
    std::vector<const Series*> all;
    for (const Series& series : figure.series)
        all.push_back(&series);
    if (figure.below) {
        for (const Series& series : figure.below->series)
            all.push_back(&series);
    }
    return all;
}

} // namespace rekindle::figures
