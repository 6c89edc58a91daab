#include "core/study/comparison_warnings.h"

#include "core/base/text.h"
#include "core/specs/spec.h"

#include <algorithm>

namespace rekindle::study {
namespace {

std::string leakCounts(const ScoreRecord& score)
{
    std::vector<std::string> words;
    if (score.copies > 0)
        words.push_back(text::count(score.copies) + " of " + text::count(score.testPart) +
                        " test images are exact copies of training images");
    if (score.contested > 0)
        words.push_back(text::count(score.contested) + " images stand in two classes");
    return text::join(words, ", ");
}

/// Nearest neighbours with all labels are computed once: more repeats would be the same.
bool oneIsAll(const PairComparison& pair)
{
    const specs::ProtocolSpec* spec = specs::protocols().find(pair.protocol);
    return spec != nullptr && spec->onlyDrawsLabels && pair.fraction >= 1;
}

} // namespace

void warnAboutLeaks(const ScoreRecord& p1x, const ScoreRecord& p2x, PairComparison& pair)
{
    const bool kept = p1x.settings.keepLeaks || p2x.settings.keepLeaks;
    const std::string counts = leakCounts(p2x);
    if (kept)
        pair.caveats.add("leaks_kept",
                         "Test images that training or pretraining may have seen were scored all "
                         "the same" +
                             (counts.empty() ? std::string() : " (" + counts + ")"));
    else if (!counts.empty())
        pair.caveats.add("leaks_left_out", counts + "; they are left out of these scores");
    if (pair.origin.p1x.seeTestImages || pair.origin.p2x.seeTestImages)
        pair.caveats.add("test_images_seen", "Pretraining saw the test images, without labels");
    pair.warnings.add(pair.caveats);
}

void warnAboutPoints(PairComparison& pair)
{
    if (!pair.notComparable.empty())
        pair.warnings.add("no_common_pass", pair.notComparable);
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
    if (least < 2 && !oneIsAll(pair))
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
