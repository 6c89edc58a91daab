// What the core says most often, so that translators find it. A phrase is the text as it comes,
// with %1, %2 … for what is filled in; what is filled in is looked up again, but for %9, which
// stands for a list of names, whatever they hold. (%8) is what another library said. Kept true by
// tests/widgets/tst_core_text.cpp, which has the core say these things.
#include "widgets/bridge/core_phrase_lists.h"
#include "widgets/bridge/core_text.h"

#include <QtGlobal>

namespace rekindle::bridge {
namespace {

// Long phrases stand on several lines.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

void addFigures(std::vector<const char*>& list)
{
    for (const char* text : {
             // Axes, curves and lines.
             QT_TRANSLATE_NOOP("Core", "Frobenius norm of a filter"),
             QT_TRANSLATE_NOOP("Core", "Share of filters"),
             QT_TRANSLATE_NOOP("Core", "Filters"),
             QT_TRANSLATE_NOOP("Core", "Density"),
             QT_TRANSLATE_NOOP("Core", "Density by factor of ten"),
             QT_TRANSLATE_NOOP("Core", "Filter norm"),
             QT_TRANSLATE_NOOP("Core", "BN running mean"),
             QT_TRANSLATE_NOOP("Core", "BN running variance"),
             QT_TRANSLATE_NOOP("Core", "Layer"),
             QT_TRANSLATE_NOOP("Core", "Filters, shortest first"),
             QT_TRANSLATE_NOOP("Core", "Share of the layer's filters"),
             QT_TRANSLATE_NOOP("Core", "Pass"),
             QT_TRANSLATE_NOOP("Core", "Loss"),
             QT_TRANSLATE_NOOP("Core", "nats"),
             QT_TRANSLATE_NOOP("Core", "Pretraining pass"),
             QT_TRANSLATE_NOOP("Core", "Accuracy"),
             QT_TRANSLATE_NOOP("Core", "points"),
             QT_TRANSLATE_NOOP("Core", "before"),
             QT_TRANSLATE_NOOP("Core", "after"),
             QT_TRANSLATE_NOOP("Core", "weights kept"),
             QT_TRANSLATE_NOOP("Core", "went on"),
             QT_TRANSLATE_NOOP("Core", "%1, weights kept"),
             QT_TRANSLATE_NOOP("Core", "%1, went on"),
             QT_TRANSLATE_NOOP("Core", "No second stage"),
             QT_TRANSLATE_NOOP("Core", "dead below %1"),
             QT_TRANSLATE_NOOP("Core", "exploding above %1"),
             QT_TRANSLATE_NOOP("Core", "nothing learned %1"),
             QT_TRANSLATE_NOOP("Core", "chance %1 %"),
             QT_TRANSLATE_NOOP("Core", "Difference: %1"),
             QT_TRANSLATE_NOOP("Core", "%1 less %2"),
             QT_TRANSLATE_NOOP("Core", "%1, difference"),
             // Titles.
             QT_TRANSLATE_NOOP("Core", "Pretraining loss"),
             QT_TRANSLATE_NOOP("Core", "Accuracy by pretraining pass"),
             QT_TRANSLATE_NOOP("Core", "P1X and P2X by pretraining pass"),
             QT_TRANSLATE_NOOP("Core", "Filter norms, all layers"),
             QT_TRANSLATE_NOOP("Core", "Filter norms, all layers of %1"),
             QT_TRANSLATE_NOOP("Core", "Filter norms, layer by layer"),
             QT_TRANSLATE_NOOP("Core", "Filter norms, %1"),
             QT_TRANSLATE_NOOP("Core", "Weights and batch norm, %1"),
             QT_TRANSLATE_NOOP("Core", "Dead filters"),
             QT_TRANSLATE_NOOP("Core", "Dead filters, %1"),
             QT_TRANSLATE_NOOP("Core", "First filters"),
             QT_TRANSLATE_NOOP("Core", "First filters, %1"),
         })
        list.push_back(text);
}

void addFigureFacts(std::vector<const char*>& list)
{
    for (const char* text : {
             QT_TRANSLATE_NOOP("Core", "There is nothing to show."),
             QT_TRANSLATE_NOOP("Core", "There is no loss yet."),
             QT_TRANSLATE_NOOP("Core", "Nothing has been scored yet."),
             QT_TRANSLATE_NOOP("Core", "all convolutions"),
             QT_TRANSLATE_NOOP("Core", "all convolutions of %1"),
             QT_TRANSLATE_NOOP("Core", "layer %1"),
             QT_TRANSLATE_NOOP("Core", "%1 filter"),
             QT_TRANSLATE_NOOP("Core", "%1 filters"),
             QT_TRANSLATE_NOOP("Core", "Filter norms of %1"),
             QT_TRANSLATE_NOOP("Core", "%1: %2 filters, %3 above %4, %5 dead (below %6)"),
             QT_TRANSLATE_NOOP(
                 "Core", "Distribution of the Frobenius norms of the filters of %1, as share of "
                         "each network's filters"),
             QT_TRANSLATE_NOOP(
                 "Core", "Distribution of the Frobenius norms of the filters of %1, as counts"),
             QT_TRANSLATE_NOOP(
                 "Core", "Distribution of the Frobenius norms of the filters of %1, as density"),
             QT_TRANSLATE_NOOP("Core",
                               "Vertical lines mark the thresholds for dead and exploding filters"),
             QT_TRANSLATE_NOOP("Core", "%1 has no layer %2 and is not shown"),
             QT_TRANSLATE_NOOP("Core", "%1 keeps no %2"),
             QT_TRANSLATE_NOOP("Core", "filter norm"),
             QT_TRANSLATE_NOOP("Core", "batch-norm γ"),
             QT_TRANSLATE_NOOP("Core", "batch-norm β"),
             QT_TRANSLATE_NOOP("Core", "running mean"),
             QT_TRANSLATE_NOOP("Core", "running variance"),
             QT_TRANSLATE_NOOP("Core",
                               "β and running mean have both signs and stay on a linear axis"),
             QT_TRANSLATE_NOOP("Core", "Distributions over the filters of %1"),
             QT_TRANSLATE_NOOP("Core", "Median %1: %2"),
             QT_TRANSLATE_NOOP("Core", "A row for each layer, norms from left to right"),
             QT_TRANSLATE_NOOP("Core",
                               "%1: longest filters in %2 (median %3), shortest in %4 (median %5)"),
             QT_TRANSLATE_NOOP("Core", "A strip for each layer, filters from short to long"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 dead, below %3; %4 replaced by a repair"),
             QT_TRANSLATE_NOOP("Core", "Red line: dead"),
             QT_TRANSLATE_NOOP("Core", "Half a green line: replaced"),
             QT_TRANSLATE_NOOP("Core", "filter %1"),
             QT_TRANSLATE_NOOP("Core", "norm %1"),
             QT_TRANSLATE_NOOP("Core", "norm %1, dead"),
             QT_TRANSLATE_NOOP("Core", "filter %1: norm %2"),
             QT_TRANSLATE_NOOP("Core", "filter %1: norm %2, dead"),
             QT_TRANSLATE_NOOP(
                 "Core", "filter %1: norm %2, replaced by a new random filter (norm before %3)"),
             QT_TRANSLATE_NOOP(
                 "Core", "filter %1: norm %2, replaced by a copy of filter %3 (norm before %4)"),
             QT_TRANSLATE_NOOP("Core", "Each filter is drawn by its own largest value"),
             QT_TRANSLATE_NOOP("Core", "Red frame: dead"),
             QT_TRANSLATE_NOOP("Core", "%1 went from %2 to %3 after %4 passes"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 stands at %2, above the %3 of a network that tells no image from "
                         "another"),
             QT_TRANSLATE_NOOP("Core", "Contrastive loss by pass over the images, step by step"),
             QT_TRANSLATE_NOOP(
                 "Core", "Contrastive loss by pass over the images, running median over %1 steps"),
             QT_TRANSLATE_NOOP(
                 "Core", "The thin line is each step, or a band from the least to the greatest "
                         "loss of the steps that are drawn as one point"),
             QT_TRANSLATE_NOOP(
                 "Core", "Losses can be compared within one method, batch and temperature only, "
                         "and a lower loss does not by itself mean better features"),
             QT_TRANSLATE_NOOP("Core",
                               "The level line is the loss of a network that tells no image from "
                               "another"),
         })
        list.push_back(text);
}

void addComparison(std::vector<const char*>& list)
{
    for (const char* text : {
             QT_TRANSLATE_NOOP(
                 "Core", "P2X scored %1 % and P1X %2 % after %3 (%4); difference %5 points, 95 % "
                         "interval %6 to %7 over %8 (p %9)"),
             QT_TRANSLATE_NOOP("Core", "No difference can be shown with these data"),
             QT_TRANSLATE_NOOP("Core", "Balanced accuracy %1 and %2 %, chance %3 %"),
             QT_TRANSLATE_NOOP(
                 "Core", "Without a second stage the original weights scored %1 %; P2X minus that "
                         "%2 points, %3 to %4 over %5"),
             QT_TRANSLATE_NOOP(
                 "Core", "One pretraining run per arm; how much retraining alone would change is "
                         "not covered"),
             QT_TRANSLATE_NOOP("Core", "Nothing that was trained was scored on both sides yet"),
             QT_TRANSLATE_NOOP("Core", "%1 pretraining runs per arm"),
             QT_TRANSLATE_NOOP("Core", "%1 repeats"),
             QT_TRANSLATE_NOOP("Core", "one repeat each"),
             QT_TRANSLATE_NOOP("Core", "%1 pass"),
             QT_TRANSLATE_NOOP("Core", "%1 passes"),
             QT_TRANSLATE_NOOP("Core", "%1 test images"),
             QT_TRANSLATE_NOOP("Core", "%1 test patients"),
             QT_TRANSLATE_NOOP("Core", "retraining and %1"),
             QT_TRANSLATE_NOOP("Core",
                               "One repeat each, so the spread over repeats cannot be given"),
             QT_TRANSLATE_NOOP("Core", "The two arms have different numbers of repeats"),
             QT_TRANSLATE_NOOP(
                 "Core", "Both curves are at chance (%1 %, what naming the most frequent class "
                         "scores): nothing was learned from these labels"),
             QT_TRANSLATE_NOOP("Core",
                               "These runs are not a matched pair: %1. The curves may show those "
                               "differences instead"),
             QT_TRANSLATE_NOOP(
                 "Core", "Only P1X was scored at pass %1; the pair is compared where both have a "
                         "score"),
             QT_TRANSLATE_NOOP(
                 "Core", "Only P2X was scored at pass %1; the pair is compared where both have a "
                         "score"),
             QT_TRANSLATE_NOOP("Core", "Pretraining saw the test images, without labels"),
             QT_TRANSLATE_NOOP(
                 "Core", "Test images that training or pretraining may have seen were scored all "
                         "the same"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 of %2 test images are exact copies of training images; they are left "
                         "out of these scores"),
             QT_TRANSLATE_NOOP("Core", "No partner was found for this run"),
         })
        list.push_back(text);
}

void addImages(std::vector<const char*>& list)
{
    for (const char* text : {
             QT_TRANSLATE_NOOP("Core", "No labels: all images are taken as one set"),
             QT_TRANSLATE_NOOP("Core", "%1 class from %2"),
             QT_TRANSLATE_NOOP("Core", "%1 classes from %2"),
             QT_TRANSLATE_NOOP("Core", "folder names"),
             QT_TRANSLATE_NOOP("Core", "folder names in %1"),
             QT_TRANSLATE_NOOP("Core", "the table"),
             QT_TRANSLATE_NOOP("Core", "parts: %1"),
             QT_TRANSLATE_NOOP("Core", "train"),
             QT_TRANSLATE_NOOP("Core", "train, test"),
             QT_TRANSLATE_NOOP("Core", "train, validation"),
             QT_TRANSLATE_NOOP("Core", "train, validation, test"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "These images hold %1-bit values (%2 to %3) in %4-bit files; as they stand "
                 "they would be too dark, so that %5 is taken as white"),
             QT_TRANSLATE_NOOP(
                 "Core", "Images without a window of their own are shown from %1 (black) to %2 "
                         "(white), between which all but %3 % of this set's values lie"),
             QT_TRANSLATE_NOOP("Core", "These images have %1 bands; the first three are shown as "
                                       "red, green and blue"),
             QT_TRANSLATE_NOOP(
                 "Core", "All %1 files with a patient's number have the same one; patients cannot "
                         "be told apart by it"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 of %2 files of more than 8 bits hold no value above %3, others up to "
                         "%4. One white serves the whole set, so that those are nearly black; put "
                         "the pictures of each depth into a folder of their own"),
             QT_TRANSLATE_NOOP("Core", "1 image has no class"),
             QT_TRANSLATE_NOOP("Core", "%1 images have no class"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 of %2 test images are exact copies of training images: scores on them "
                         "mean nothing"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 of %2 test images is an exact copy of training images: scores on them "
                         "mean nothing"),
             QT_TRANSLATE_NOOP("Core", "They are left out of scoring"),
             QT_TRANSLATE_NOOP("Core", "They are scored all the same, as asked"),
             QT_TRANSLATE_NOOP(
                 "Core", "There is 1 labelled image whose bytes stand in two classes: nobody can "
                         "tell which label is right"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "There are %1 labelled images whose bytes stand in two classes: nobody can "
                 "tell which label is right"),
             QT_TRANSLATE_NOOP("Core", "%1 patient has images in both %2 and %3"),
             QT_TRANSLATE_NOOP("Core", "%1 patients have images in both %2 and %3"),
             QT_TRANSLATE_NOOP("Core", "training"),
             QT_TRANSLATE_NOOP("Core", "validation"),
             QT_TRANSLATE_NOOP("Core", "test"),
             QT_TRANSLATE_NOOP("Core", "Scores would look better than they are"),
             QT_TRANSLATE_NOOP("Core", "Split by patient, or keep this split and say so"),
             QT_TRANSLATE_NOOP("Core", "Class %1 has no test images"),
             QT_TRANSLATE_NOOP("Core", "Its accuracy cannot be given"),
             QT_TRANSLATE_NOOP("Core", "Class %1 has no training images"),
             QT_TRANSLATE_NOOP("Core", "It cannot be learned"),
             QT_TRANSLATE_NOOP("Core", "%1 file could not be read as an image and is left out"),
             QT_TRANSLATE_NOOP("Core", "%1 files could not be read as images and are left out"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 files could not be read as images and are left out, more than the %2 "
                         "that could"),
             QT_TRANSLATE_NOOP("Core", "%1 image"),
             QT_TRANSLATE_NOOP("Core", "%1 images"),
             QT_TRANSLATE_NOOP("Core", "%1 row of the table fits no image of the folder"),
             QT_TRANSLATE_NOOP("Core", "%1 rows of the table fit no image of the folder"),
             QT_TRANSLATE_NOOP("Core", "1 image has no label and is not scored"),
             QT_TRANSLATE_NOOP("Core", "%1 images have no label and are not scored"),
             QT_TRANSLATE_NOOP("Core",
                               "1 image has something odd at its end; all pixels are there"),
             QT_TRANSLATE_NOOP("Core",
                               "%1 images have something odd at their end; all pixels are there"),
             QT_TRANSLATE_NOOP("Core", "%1 group of files has the same bytes"),
             QT_TRANSLATE_NOOP("Core", "%1 groups of files have the same bytes"),
             QT_TRANSLATE_NOOP("Core", "1 folder is empty and is no class: %1"),
             QT_TRANSLATE_NOOP("Core", "%1 folders are empty and are no classes: %2"),
             QT_TRANSLATE_NOOP(
                 "Core", "An image could not be read any more, and the next one took its place "
                         "(%1)"),
         })
        list.push_back(text);
}

void addRuns(std::vector<const char*>& list)
{
    for (const char* text : {
             QT_TRANSLATE_NOOP("Core", "pretraining"),
             QT_TRANSLATE_NOOP("Core", "scoring %1 of %2"),
             QT_TRANSLATE_NOOP(
                 "Core", "The loss ended at %1, above the %2 of a network that tells no image from "
                         "another: this run learned nothing from its images"),
             QT_TRANSLATE_NOOP(
                 "Core", "The warm-up of %1 passes is as long as the run of %2: the learning rate "
                         "never comes down, or never reaches its peak"),
             QT_TRANSLATE_NOOP("Core",
                               "The run ends after %1 passes, so no weights are kept at %2"),
             QT_TRANSLATE_NOOP("Core", "A pass of %1 images holds not one batch of %2"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 steps are few for the settings of ImageNet (temperature 0.1, full "
                         "colour changes): the preset for small sets and few steps learns more "
                         "from them"),
             QT_TRANSLATE_NOOP("Core",
                               "A save of the run was damaged and is set aside; an earlier one is "
                               "continued"),
             QT_TRANSLATE_NOOP("Core",
                               "A score's table cannot be read any more and is made again (%1)"),
             QT_TRANSLATE_NOOP("Core",
                               "There are no weights of this pass to score, so it is left out"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "These images have no validation part to choose a pass by, so the last one "
                 "is scored"),
             QT_TRANSLATE_NOOP(
                 "Core", "A run failed for something that can pass, and waits in the queue again "
                         "(%1)"),
         })
        list.push_back(text);
}

void addWeights(std::vector<const char*>& list)
{
    for (const char* text : {
             QT_TRANSLATE_NOOP("Core",
                               "These weights are repaired already; this repair comes on top"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "This rule changes what the network answers in evaluation; it is meant for "
                 "comparisons"),
             QT_TRANSLATE_NOOP(
                 "Core", "No filter of %1 is alive that could be copied, so new ones were drawn"),
             QT_TRANSLATE_NOOP(
                 "Core", "The only network in this file is the slow copy '%1' that a method keeps "
                         "beside the one it trains; it was taken"),
             QT_TRANSLATE_NOOP("Core", "The file holds %1 networks; '%2' was taken"),
             QT_TRANSLATE_NOOP(
                 "Core", "This network takes images of four channels; the fourth is filled with "
                         "ones"),
         })
        list.push_back(text);
}

// NOLINTEND(bugprone-suspicious-missing-comma)

} // namespace

const std::vector<const char*>& corePhrases()
{
    static const std::vector<const char*> kPhrases = [] {
        std::vector<const char*> list;
        addFigures(list);
        addFigureFacts(list);
        addComparison(list);
        addImages(list);
        addRuns(list);
        addWeights(list);
        addImagesErrors(list);
        addRunsErrors(list);
        addFilesErrors(list);
        return list;
    }();
    return kPhrases;
}

} // namespace rekindle::bridge
