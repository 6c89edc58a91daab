#include "core/study/comparison_warnings.h"

#include "core/base/text.h"

#include <algorithm>

namespace rekindle::study {

void warnAboutPoints(PairComparison& pair)
{
    if (pair.points.empty())
        return;
    std::size_t least = pair.points.front().p1x.values.size();
    bool uneven = false, learned = false;
    for (const ComparisonPoint& point : pair.points) {
        least = std::min({least, point.p1x.values.size(), point.p2x.values.size()});
        uneven = uneven || point.p1x.values.size() != point.p2x.values.size();
        learned =
            learned || point.p1x.mean > pair.chance + 0.02 || point.p2x.mean > pair.chance + 0.02;
    }
    if (least < 2)
        pair.warnings.add("one_repeat",
                          "One repeat each, so the spread over repeats cannot be given.");
    if (uneven)
        pair.warnings.add("uneven_repeats", "The two arms have different numbers of repeats.");
    if (!learned)
        pair.warnings.add("at_chance",
                          "Both curves are at chance (" + text::fixed(100 * pair.chance, 1) +
                              " %, what naming the most frequent class scores): nothing was "
                              "learned from these labels.");
    if (!pair.differences.empty())
        pair.warnings.add("not_matched", "These runs are not a matched pair: " +
                                             text::join(pair.differences, ", ") +
                                             ". The curves may show those differences instead.");
}

} // namespace rekindle::study
